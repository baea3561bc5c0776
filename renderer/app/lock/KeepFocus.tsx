import { useEffect, useLayoutEffect, useRef } from 'react';

/** Behind everything that a lock hides: gives the field that had the focus its focus back. */
export function KeepFocus() {
  const last = useRef<Element | null>(null);
  // Before the browser takes the focus from what is hidden.
  useLayoutEffect(
    () => () => {
      last.current = document.activeElement;
    },
    [],
  );
  // After whatever else takes the focus when it appears.
  useEffect(() => {
    if (last.current instanceof HTMLElement && last.current !== document.body) last.current.focus();
  }, []);
  return null;
}
