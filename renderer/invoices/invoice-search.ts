import { z } from 'zod';
import { flagSearch, oneOf, rowSearch, sortSearch, textSearch } from '../app/lists/list-search.ts';

export const invoiceStates = ['all', 'open', 'overdue', 'paid', 'credit_note'] as const;

/** What of the bills is shown. */
export const invoiceSearch = z.object({
  text: textSearch,
  state: oneOf(invoiceStates),
  ownBranch: flagSearch,
  sort: sortSearch,
  row: rowSearch,
});
