import { useCallback, useEffect, useState } from 'react';
import { type SearchHit, searchQuery } from '#sync/search/search-query.ts';
import { useCounter } from '../hooks/counter-context.ts';

const most = 12;

/** What was found, and what is still to come. */
export interface Finding {
  readonly hits: readonly SearchHit[];
  /** They are of what was typed before: whoever chooses now has not seen what comes. */
  readonly isBehind: boolean;
  /** What is found for the text, as soon as it is there. */
  readonly find: () => Promise<readonly SearchHit[]>;
}

const nothing: readonly SearchHit[] = [];

/** What was found for the text, kept up to date. The list before stays until the next is there: no flicker at each key. */
export function useFinding(text: string): Finding {
  const { db } = useCounter();
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly SearchHit[] }>({
    text: '',
    hits: nothing,
  });
  const find = useCallback(async (): Promise<readonly SearchHit[]> => {
    const query = searchQuery(text, most);
    return query ? await db.getAll<SearchHit>(query.sql, query.parameters) : nothing;
  }, [db, text]);
  useEffect(() => {
    let current = true;
    const run = async (): Promise<void> => {
      const hits = await find();
      if (current) setFound({ text, hits });
    };
    void run();
    // PowerSync cannot see through a full-text table; its entries are an ordinary one.
    const stop = db.onChange({ onChange: run }, { tables: ['search_entries'], throttleMs: 50 });
    return () => {
      current = false;
      stop();
    };
  }, [db, text, find]);
  return { hits: text.trim() === '' ? nothing : found.hits, isBehind: found.text !== text, find };
}

/** Customers among what is found, for a form that wants one. */
export interface CustomerFinding {
  readonly found: readonly SearchHit[];
  /**
   * The customer that a choice means. Quick fingers press Enter while the list is still of what they typed before: then it is the first
   * that fits all of it. Null where nobody does.
   */
  readonly meant: (id: string) => Promise<SearchHit | null>;
}

export function useCustomerFinding(text: string): CustomerFinding {
  const { hits, isBehind, find } = useFinding(text);
  const meant = async (id: string): Promise<SearchHit | null> => {
    const all = customersOf(isBehind ? await find() : hits);
    return all.find((one) => one.id === id) ?? (isBehind ? (all[0] ?? null) : null);
  };
  return { found: customersOf(hits), meant };
}

function customersOf(hits: readonly SearchHit[]): readonly SearchHit[] {
  return hits.filter(({ kind }) => kind === 'customer');
}
