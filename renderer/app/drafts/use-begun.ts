import { useEffect, useRef, useState } from 'react';
import { useEarlyText } from './use-early-text.ts';

/**
 * Begins a draft once, and goes on to it.
 *
 * @param begin returns the id of the draft, or null where there is nothing to begin with
 * @returns whether there was nothing
 */
export function useBegun(begin: () => Promise<string | null>, onBegun: (draftId: string) => void): boolean {
  const begun = useRef(false);
  const [isMissing, setMissing] = useState(false);
  useEarlyText(isMissing);
  useEffect(() => {
    // Once, also where React runs effects twice to find mistakes.
    if (begun.current) return;
    begun.current = true;
    const run = async (): Promise<void> => {
      const draftId = await begin();
      if (draftId === null) setMissing(true);
      else onBegun(draftId);
    };
    void run();
  });
  return isMissing;
}
