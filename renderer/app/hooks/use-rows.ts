import type { CompilableQuery } from '@powersync/common';
import { useEffect, useState } from 'react';
import { rowsKept, watchRows } from '#sync/replica/watch-rows.ts';
import type { Rows } from '../counter/counter.ts';
import { useCounter } from './counter-context.ts';

interface Shown<Row> {
  readonly key: string;
  readonly rows: readonly Row[] | undefined;
}

/**
 * The rows of a query, kept up to date: undefined until they are first there, and there at once when they were looked at before
 * and nothing has changed them since. `key` names the query: when it changes, the query is made again.
 * @param tables named when the query hides what it reads, as full-text search does
 */
export function useRows<Row>(
  key: string,
  makeQuery: (rows: Rows) => CompilableQuery<Row>,
  tables?: readonly string[],
): readonly Row[] | undefined {
  const { db, rows } = useCounter();
  const begin = (): Shown<Row> => ({ key, rows: rowsKept(db, makeQuery(rows)) });
  const [shown, setShown] = useState(begin);
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  // Not in an effect, which would first show the screen without rows.
  if (shown.key !== key) setShown(begin());
  useEffect(() => {
    const stop = new AbortController();
    watchRows(db, makeQuery(rows), {
      onRows: (found) =>
        setShown((before) => (before.key === key && before.rows === found ? before : { key, rows: found })),
      onError: (error) => setFailure({ error }),
      signal: stop.signal,
      ...(tables ? { tables } : {}),
    });
    return () => stop.abort();
    // The query is made anew when its name changes, not when the closure does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [db, rows, key]);
  // A query that fails is a bug: the screen's error boundary shows it.
  if (failure) throw failure.error as Error;
  return shown.key === key ? shown.rows : undefined;
}
