import { createContext, use, useEffect } from 'react';

export interface KeyLineContent {
  /** What the keys do right now: `[['↵', 'öffnen']]`. */
  readonly keys: readonly (readonly [key: string, does: string])[];
  /** One short fact at the right end. */
  readonly status: string;
}

export const KeyLineContext = createContext<(content: KeyLineContent) => void>(() => undefined);

/** Says at the foot of the window what the keys do on this screen. */
export function useKeyLine(content: KeyLineContent): void {
  const setContent = use(KeyLineContext);
  const text = JSON.stringify(content);
  useEffect(() => {
    setContent(JSON.parse(text) as KeyLineContent);
  }, [setContent, text]);
}
