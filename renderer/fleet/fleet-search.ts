import { z } from 'zod';
import { rowSearch, someOf, sortSearch, textSearch } from '../app/lists/list-search.ts';

export const vehicleStates = ['free', 'out', 'held', 'workshop', 'elsewhere', 'retired'] as const;

/** What of the fleet is shown. */
export const fleetSearch = z.object({
  text: textSearch,
  states: someOf(vehicleStates),
  sort: sortSearch,
  row: rowSearch,
});
