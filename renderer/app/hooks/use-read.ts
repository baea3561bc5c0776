import { useEffect, useState } from 'react';
import { foundKept, watchReading } from '#sync/replica/watch-reading.ts';
import type { Rows } from '../counter/counter.ts';
import { useCounter } from './counter-context.ts';

export interface ReadOptions<Found> {
  /**
   * As how many rows the answer counts among what is kept for the next opening. Only where the key names all that the answer depends on
   * beside the rows, the time too; where nothing is said nothing is kept.
   */
  readonly weightOf?: (found: Found) => number;
  /** Changes that come within so many milliseconds are read once. */
  readonly throttleMs?: number;
}

/**
 * What some reading makes of the replica, read anew whenever one of its tables changes: undefined until it is first there, and there
 * at once where it is kept. `key` names the reading: when it changes, it is read again, and what was read before stays until then.
 */
export function useRead<Found>(
  key: string,
  read: (rows: Rows) => Promise<Found>,
  tables: readonly string[],
  { weightOf = () => Infinity, throttleMs }: ReadOptions<Found> = {},
): Found | undefined {
  const { db, rows } = useCounter();
  const name = `reading/${key}`;
  // The same name is the same reading: what it found is of its type.
  const kept = (): Found | undefined => foundKept(db, name) as Found | undefined;
  const [shown, setShown] = useState(() => ({ name, found: kept() }));
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  if (shown.name !== name) setShown({ name, found: kept() ?? shown.found });
  useEffect(() => {
    const stop = new AbortController();
    watchReading<Found>(
      db,
      { name, read: () => read(rows), tables: () => new Set(tables), weightOf },
      {
        onFound: (found) =>
          setShown((before) => (before.name === name && before.found === found ? before : { name, found })),
        onError: (error) => setFailure({ error }),
        signal: stop.signal,
        ...(throttleMs === undefined ? {} : { throttleMs }),
      },
    );
    return () => stop.abort();
    // Read anew when its name changes, not when the closure does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [db, rows, name]);
  // A reading that fails is a bug: the screen's error boundary shows it.
  if (failure) throw failure.error as Error;
  return shown.found;
}
