import { useEffect, useState } from 'react';
import type { Rows } from '../counter/counter.ts';
import { useCounter } from './counter-context.ts';

/**
 * What some reading makes of the replica, read anew whenever one of its tables changes: undefined until it is first there. `key`
 * names the reading: when it changes, it is read again, and what was read before stays until then.
 */
export function useRead<Found>(
  key: string,
  read: (rows: Rows) => Promise<Found>,
  tables: readonly string[],
): Found | undefined {
  const { db, rows } = useCounter();
  const [result, setResult] = useState<{ readonly found: Found }>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const stop = new AbortController();
    const again = async (): Promise<void> => {
      try {
        const found = await read(rows);
        if (!stop.signal.aborted) setResult({ found });
      } catch (error) {
        if (!stop.signal.aborted) setFailure(error);
      }
    };
    void again();
    const stopListening = db.onChange({ onChange: again }, { tables: [...tables], signal: stop.signal });
    return () => {
      stop.abort();
      stopListening();
    };
    // Read anew when its name changes, not when the closure does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [db, rows, key]);
  // A reading that fails is a bug: the screen's error boundary shows it.
  if (failure) throw failure as Error;
  return result?.found;
}
