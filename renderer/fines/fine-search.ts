import { z } from 'zod';
import { flagSearch, oneOf, rowSearch, sortSearch, textSearch } from '../app/lists/list-search.ts';

export const fineStates = ['open', 'closed', 'all'] as const;

/** What of the fines is shown. */
export const fineSearch = z.object({
  text: textSearch,
  state: oneOf(fineStates),
  ownBranch: flagSearch,
  sort: sortSearch,
  row: rowSearch,
});
