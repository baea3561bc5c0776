import { useCallback, useEffect, useRef, useState } from 'react';
import { type Instant, now } from '#shared/time/instant.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { type DraftType, type SavedContent, discardDraft, saveDraft } from './drafts.ts';

/** What is entered; or, where it comes later than it was asked for, how it is put into what is entered by then. */
export type Changes<Content> = Partial<Content> | ((newest: Content) => Partial<Content>);

export interface SavedDraft<Content> {
  readonly draft: Content;
  readonly step: number;
  readonly savedAt: Instant | null;
  readonly change: (changes: Changes<Content>) => void;
  readonly goTo: (step: number) => void;
  /** Stops saving, and waits for what is being saved: the draft is about to end. */
  readonly settle: () => Promise<void>;
}

/** The same changes, by a person: what was only looked at leaves no draft. */
export function touched<Content extends { readonly touched: boolean }>(
  changes: Changes<Content>,
): Changes<Content> {
  if (typeof changes !== 'function') return { ...changes, touched: true };
  return (newest) => ({ ...changes(newest), touched: true });
}

/**
 * A draft that is saved at every key. While one save runs, only the newest of what follows is saved next, so that fast
 * typing never queues up. Left with nothing entered, it is gone.
 */
export function useSavedDraft<Content>(
  type: DraftType<Content>,
  saved: SavedContent<Content>,
): SavedDraft<Content> {
  const { rows } = useCounter();
  const [state, setState] = useState(saved);
  const [savedAt, setSavedAt] = useState<Instant | null>(null);
  const newest = useRef(state);
  const running = useRef<Promise<void> | null>(null);
  const ended = useRef(false);

  const save = useCallback((): void => {
    if (running.current || ended.current) return;
    const run = async (): Promise<void> => {
      let written: typeof newest.current | null = null;
      while (written !== newest.current && !ended.current) {
        written = newest.current;
        await saveDraft(rows, type, written);
      }
      setSavedAt(now());
    };
    running.current = run().finally(() => {
      running.current = null;
    });
  }, [rows, type]);

  const update = useCallback(
    (next: typeof newest.current): void => {
      newest.current = next;
      setState(next);
      save();
    },
    [save],
  );
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    ended.current = false;
    // React comes and goes at once where it looks for mistakes: that was no leaving.
    clearTimeout(leaving.current);
    return () => {
      const { id, content, step } = newest.current;
      if (step > 1 || type.isTouched(content)) return save();
      leaving.current = setTimeout(() => {
        void (running.current ?? Promise.resolve()).then(() => discardDraft(rows, id));
      }, 0);
    };
  }, [rows, type, save]);

  return {
    draft: state.content,
    step: state.step,
    savedAt,
    change: useCallback(
      (changes) => {
        const { content, ...rest } = newest.current;
        update({
          ...rest,
          content: { ...content, ...(typeof changes === 'function' ? changes(content) : changes) },
        });
      },
      [update],
    ),
    goTo: useCallback((step) => update({ ...newest.current, step }), [update]),
    settle: useCallback(async () => {
      ended.current = true;
      await running.current;
    }, []),
  };
}
