import { useEffect, useState } from 'react';

/** A hand that goes on typing is quicker. */
const pauseMs = 300;

/** What a text was when the hand last paused: for what is too dear to be looked up at every key. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
