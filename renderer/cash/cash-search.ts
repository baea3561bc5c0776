import { flagSearch, oneOf, plainSearch, textSearch } from '../app/lists/list-search.ts';

/** Which part of the cash desk is shown, which of its closings, and how they are sorted. */
export const cashSearch = plainSearch.extend({
  view: oneOf(['drawer', 'count', 'closings']),
  text: textSearch,
  differs: flagSearch,
});
