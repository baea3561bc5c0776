import { useEffect, useLayoutEffect, useRef } from 'react';
import { isInDialog, isTyping } from './is-typing.ts';
import { pressAgain } from './press-again.ts';

/** Longer than a screen needs for its rows; what somebody pressed before that they do not mean any more. */
const holdsMs = 1_000;

interface EarlyKey {
  readonly event: KeyboardEvent;
  /** What had the focus; `body` where nothing had. */
  readonly target: Element;
}

/** There is one keyboard: what was pressed while one screen made way for the next is meant for that one. */
let early: EarlyKey[] = [];

/**
 * The keys of a quick hand that come before what they act on is there: they wait, and are pressed again when it is. A field or a
 * dialog keeps its own, and any other key in between means that the hand went on.
 *
 * @param isThere false while it is on its way
 * @param isMeant whether a key is for what is on its way, and not for something that is there already
 * @param isFirst where such a key is for nothing else: `Gr` begins a name there, and leads to no place
 */
export function useEarlyKeys(
  isThere: boolean,
  isMeant: (event: KeyboardEvent) => boolean,
  isFirst = false,
): void {
  const wish = useRef({ isMeant, isFirst });
  const stop = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    wish.current = { isMeant, isFirst };
  });
  useLayoutEffect(() => {
    if (!isThere) stop.current ??= keepEarly((event) => wish.current.isMeant(event), wish.current.isFirst);
  }, [isThere]);
  // Not before everything has taken its focus. Until then a key waits behind those that came before it.
  useEffect(() => {
    if (!isThere || !stop.current) return;
    stop.current();
    stop.current = null;
    const keys = early;
    early = [];
    void pressEach(keys);
  }, [isThere]);
  useLayoutEffect(
    () => () => {
      stop.current?.();
      stop.current = null;
    },
    [],
  );
}

/** Keeps what is pressed from now on. Returns how to stop. */
function keepEarly(isMeant: (event: KeyboardEvent) => boolean, isFirst: boolean): () => void {
  const begun = performance.now();
  const keep = (event: KeyboardEvent): void => {
    // Kept already by something else that waits; or held down, which is one key.
    if (early.at(-1)?.event === event || event.repeat) return;
    const { target } = event;
    const isOurs = isPlain(event) && !event.defaultPrevented && !isTyping(target) && !isInDialog(target);
    if (!isOurs || !(target instanceof Element) || !isMeant(event)) {
      early = [];
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    early.push({ event, target });
  };
  // Otherwise after everybody else: what a screen does without its rows, as to add one, is done at once. What follows keeps its turn.
  const keepBefore = (event: KeyboardEvent): void => {
    // What does not come within a second must not keep the keys that lead away.
    const isFirstNow = isFirst && event.timeStamp - begun < holdsMs;
    if (isFirstNow || early.length > 0) keep(event);
  };
  window.addEventListener('keydown', keepBefore, { capture: true });
  window.addEventListener('keydown', keep);
  return () => {
    window.removeEventListener('keydown', keepBefore, { capture: true });
    window.removeEventListener('keydown', keep);
  };
}

/** One key, pressed once: what it does is all in its name. */
function isPlain({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !isComposing && !(shiftKey && key.length > 1);
}

async function pressEach(keys: readonly EarlyKey[]): Promise<void> {
  for (const { event, target } of keys) {
    // React draws what the key before has changed, as between two of a hand; and is through with its effects before the first.
    await Promise.resolve();
    const focused = document.activeElement ?? document.body;
    // What was pressed on nothing is for whoever has taken the focus since; what was pressed on something is for that alone.
    const isTheirs = target === document.body ? !isInDialog(focused) : target === focused;
    // Where one is too old, those after it would do something else than was meant.
    if (!isTheirs || performance.now() - event.timeStamp > holdsMs) return;
    pressAgain(focused, event.key);
  }
}
