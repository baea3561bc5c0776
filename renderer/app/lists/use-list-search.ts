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
  const address = JSON.stringify(schema.parse(useSearch({ strict: false })));
  const [shown, setShown] = useState(address);
  const latest = useRef(shown);
  // How many changes of ours are on their way to the address: until they are there, it is behind and no news.
  const onTheirWay = useRef(0);
  const [settled, setSettled] = useState(0);
  useEffect(() => {
    if (onTheirWay.current > 0 || address === latest.current) return;
    latest.current = address;
    setShown(address);
  }, [address, settled]);
  const change = useCallback(
    (changes: Changes<Search>): void => {
      const before = schema.parse(JSON.parse(latest.current));
      const next = { ...before, ...(typeof changes === 'function' ? changes(before) : changes) };
      const text = JSON.stringify(next);
      if (text === latest.current) return;
      latest.current = text;
      setShown(text);
      onTheirWay.current += 1;
      void navigate({ to: '.', search: next, replace: true }).finally(() => {
        onTheirWay.current -= 1;
        if (onTheirWay.current === 0) setSettled((count) => count + 1);
      });
    },
    [navigate, schema],
  );
  const search = useMemo(() => schema.parse(JSON.parse(shown)), [schema, shown]);
  return [search, change];
}
