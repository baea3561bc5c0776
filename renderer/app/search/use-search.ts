import { useEffect, useState } from 'react';
import { type SearchHit, searchQuery } from '#sync/search/search-query.ts';
import { useCounter } from '../hooks/counter-context.ts';

const most = 12;

/** What was found for the text, kept up to date. The list before stays until the next is there: no flicker at each key. */
export function useSearch(text: string): readonly SearchHit[] {
  const { db } = useCounter();
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  useEffect(() => {
    const query = searchQuery(text, most);
    const stop = new AbortController();
    if (query) {
      db.watchWithCallback(
        query.sql,
        query.parameters,
        {
          onResult: (result) => {
            if (!stop.signal.aborted) setHits(result.rows?._array as SearchHit[]);
          },
        },
        { signal: stop.signal, tables: ['search_entries'], throttleMs: 50 },
      );
    } else setHits([]);
    return () => stop.abort();
  }, [db, text]);
  return text.trim() === '' ? [] : hits;
}
