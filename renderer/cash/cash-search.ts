import { oneOf, plainSearch } from '../app/lists/list-search.ts';

/** Which part of the cash desk is shown, and how its closings are sorted. */
export const cashSearch = plainSearch.extend({ view: oneOf(['drawer', 'count', 'closings']) });
