import { useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';

/** Some of what a list shows anew, or how it comes of what is shown now. */
type Changes<Search> = Partial<Search> | ((before: Search) => Partial<Search>);

/**
 * What a list shows, kept in its address: the way back leads to the same list. What somebody does here shows at once and stands in
 * the address a moment later; what leads here from elsewhere (a saved view, the way back) shows when the address changes.
 * @param schema that of the route
 */
export function useListSearch<Search extends object>(
  schema: z.ZodType<Search>,
): readonly [search: Search, change: (changes: Changes<Search>) => void] {
  const { navigate } = useRouter();
  const found = JSON.stringify(useSearch({ strict: false }));
  const address = useMemo(() => schema.parse(JSON.parse(found)), [schema, found]);
  const [shown, setShown] = useState(address);
  const latest = useRef(shown);
  // Addresses that were written here and are not seen yet: one of them is no news.
  const written = useRef<string[]>([]);
  const seen = useRef(JSON.stringify(address));
  useEffect(() => {
    const text = JSON.stringify(address);
    if (text === seen.current) return;
    seen.current = text;
    const at = written.current.indexOf(text);
    if (at >= 0) {
      written.current.splice(0, at + 1);
      return;
    }
    written.current = [];
    latest.current = address;
    setShown(address);
  }, [address]);
  const change = useCallback(
    (changes: Changes<Search>): void => {
      const before = JSON.stringify(latest.current);
      const next = {
        ...latest.current,
        ...(typeof changes === 'function' ? changes(latest.current) : changes),
      };
      const text = JSON.stringify(next);
      if (text === before) return;
      latest.current = next;
      setShown(next);
      written.current.push(text);
      void navigate({ to: '.', search: next, replace: true });
    },
    [navigate],
  );
  return [shown, change];
}
