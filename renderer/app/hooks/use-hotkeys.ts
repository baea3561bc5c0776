import { useEffect, useRef } from 'react';

export type Hotkeys = Readonly<Record<string, () => void>>;

/**
 * Keys of a screen: `n`, `Enter`, `Escape`, `Ctrl+Enter`, `g d` (one after the other). Single keys do nothing while
 * somebody types in a field; Escape and keys with Ctrl or Cmd always work.
 */
export function useHotkeys(hotkeys: Hotkeys): void {
  const current = useRef(hotkeys);
  useEffect(() => {
    current.current = hotkeys;
  });
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const withModifier = event.ctrlKey || event.metaKey;
      if (!withModifier && event.key !== 'Escape' && isTyping(event.target)) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const pair = first && event.timeStamp - first.at < 1_000 ? `${first.key} ${name}` : null;
      first = withModifier ? null : { key: name, at: event.timeStamp };
      const action =
        (pair === null ? undefined : current.current[pair]) ??
        current.current[withModifier ? `Ctrl+${name}` : name];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute('role') === 'slider') return true;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
