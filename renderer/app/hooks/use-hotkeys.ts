import { useLayoutEffect, useRef } from 'react';
import { isInDialog, isTyping, takesEnter } from '../../ui/is-typing.ts';

export type Hotkeys = Readonly<Record<string, () => void>>;

const leader = 'g';

/**
 * Keys of a screen: `n`, `Enter`, `Escape`, `Ctrl+Enter`, `g d` (one after the other). Single keys do nothing while
 * somebody types in a field, and Enter nothing on a link or button that has the focus; Escape and keys with Ctrl or Cmd always work.
 */
export function useHotkeys(hotkeys: Hotkeys): void {
  const current = useRef(hotkeys);
  // As soon as a screen shows something, its keys act on it: an effect after the paint comes too late for a quick hand.
  useLayoutEffect(() => {
    current.current = hotkeys;
  });
  useLayoutEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null;
    const run = (event: KeyboardEvent, action: (() => void) | undefined): void => {
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    const nameOf = ({ key }: KeyboardEvent): string => (key.length === 1 ? key.toLowerCase() : key);
    // Before the control that has the focus: a focused button would take Ctrl+Enter for Enter and keep it. A dialog has its own.
    const onCapture = (event: KeyboardEvent): void => {
      if (!event.ctrlKey && !event.metaKey) {
        onSecond(event);
        return;
      }
      first = null;
      if (event.defaultPrevented || event.altKey || event.isComposing || isInDialog(event.target)) return;
      run(event, current.current[`Ctrl+${nameOf(event)}`]);
    };
    // The second of two keys, before a table takes it for one of its own: `g k` leads away from where `k` goes up.
    const onSecond = (event: KeyboardEvent): void => {
      if (!first || event.timeStamp - first.at >= 1_000 || event.altKey || event.isComposing) return;
      if (event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return;
      const action = current.current[`${first.key} ${nameOf(event)}`];
      if (action) first = null;
      run(event, action);
    };
    // After it: Escape closes a list that is open before it leaves the screen.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing)
        return;
      if (event.key !== 'Escape' && isTyping(event.target)) return;
      // Who went on with Tab to a link opens that, and not what Enter does on the screen around it.
      if (event.key === 'Enter' && takesEnter(event.target)) return;
      const name = nameOf(event);
      // After G comes a place, whatever else that key does on this screen: `g b` is never the screen's `b`.
      const isLed = first?.key === leader && event.timeStamp - first.at < 1_000;
      first = { key: name, at: event.timeStamp };
      run(event, current.current[isLed ? `${leader} ${name}` : name]);
    };
    window.addEventListener('keydown', onCapture, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onCapture, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
