import { useEffect, useState } from 'react';
import { useCounter } from '../hooks/counter-context.ts';
import { useEarlyText } from './use-early-text.ts';
import { type DraftType, type SavedContent, readDraft } from './drafts.ts';

/** The draft with this id: null while it is read, `missing` when there is none of this kind, and for a viewer, who finishes none. */
export function useDraft<Content>(
  type: DraftType<Content>,
  draftId: string,
): SavedContent<Content> | 'missing' | null {
  const { rows, role } = useCounter();
  const [loaded, setLoaded] = useState<SavedContent<Content> | 'missing' | null>(null);
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const saved = await readDraft(rows, type, draftId);
      if (current) setLoaded(saved ?? 'missing');
    };
    void load();
    return () => {
      current = false;
    };
  }, [rows, type, draftId]);
  const isMine = loaded === null || loaded === 'missing' || loaded.id === draftId;
  const draft = role === 'viewer' ? 'missing' : isMine ? loaded : null;
  useEarlyText(draft !== null);
  return draft;
}
