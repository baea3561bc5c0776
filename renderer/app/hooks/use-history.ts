import { useEffect, useState } from 'react';
import { type HistoryState, type HistoryWish, openHistory } from '#sync/history/history.ts';
import { useCounter } from './counter-context.ts';

/** Asks for a part of the past while the screen is there, and says how far it is. Null wishes for nothing. */
export function useHistory(wish: HistoryWish | null): HistoryState['kind'] | null {
  const { db } = useCounter();
  const [state, setState] = useState<HistoryState['kind'] | null>(null);
  const key = JSON.stringify(wish);
  useEffect(() => {
    const wanted = JSON.parse(key) as HistoryWish | null;
    if (wanted === null) return;
    const left = new AbortController();
    const watch = async (): Promise<void> => {
      const history = await openHistory(db, wanted);
      if (left.signal.aborted) {
        history.close();
        return;
      }
      setState(history.current.kind);
      const stop = history.subscribe(({ kind }) => setState(kind));
      left.signal.addEventListener('abort', () => {
        stop();
        history.close();
      });
    };
    void watch();
    return () => left.abort();
  }, [db, key]);
  return wish === null ? null : state;
}
