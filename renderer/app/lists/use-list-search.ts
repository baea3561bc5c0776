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
  const { navigate, history, options } = useRouter();
  const address = JSON.stringify(schema.parse(useSearch({ strict: false })));
  const [shown, setShown] = useState(address);
  const latest = useRef(shown);
  useEffect(() => {
    // What is drawn of the address may be a moment behind what was typed here: only what stands in it now is news.
    const now = JSON.stringify(schema.parse(options.parseSearch?.(history.location.search)));
    if (address === latest.current || address !== now) return;
    latest.current = address;
    setShown(address);
  }, [address, schema, history, options]);
  const change = useCallback(
    (changes: Changes<Search>): void => {
      const before = schema.parse(JSON.parse(latest.current));
      const next = { ...before, ...(typeof changes === 'function' ? changes(before) : changes) };
      const text = JSON.stringify(next);
      if (text === latest.current) return;
      latest.current = text;
      setShown(text);
      void navigate({ to: '.', search: next, replace: true });
    },
    [navigate, schema],
  );
  const search = useMemo(() => schema.parse(JSON.parse(shown)), [schema, shown]);
  return [search, change];
}
