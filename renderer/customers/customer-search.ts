import { z } from 'zod';
import { rowSearch, someOf, sortSearch, textSearch } from '../app/lists/list-search.ts';

export const customerFilters = ['persons', 'companies', 'open_bills', 'duplicates'] as const;

/** What of the customers is shown. */
export const customerSearch = z.object({
  text: textSearch,
  filters: someOf(customerFilters),
  sort: sortSearch,
  row: rowSearch,
});
