import { useEffect, useState } from 'react';
import { type SearchHit, searchQuery } from '#sync/search/search-query.ts';
import { useCounter } from '../hooks/counter-context.ts';

const most = 12;

/** What was found for the text, kept up to date. The list before stays until the next is there: no flicker at each key. */
export function useSearch(text: string): readonly SearchHit[] {
  const { db } = useCounter();
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  useEffect(() => {
    let current = true;
    const query = searchQuery(text, most);
    const run = async (): Promise<void> => {
      const found = query ? await db.getAll<SearchHit>(query.sql, query.parameters) : [];
      if (current) setHits(found);
    };
    void run();
    // PowerSync cannot see through a full-text table; its entries are an ordinary one.
    const stop = db.onChange({ onChange: run }, { tables: ['search_entries'], throttleMs: 50 });
    return () => {
      current = false;
      stop();
    };
  }, [db, text]);
  return text.trim() === '' ? [] : hits;
}
