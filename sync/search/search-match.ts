import { allOf, anyOf } from './search-query.ts';
import { searchTerms } from './search-terms.ts';

/**
 * What of the index begins as a text does, as FTS5 asks for it (`search_index MATCH ?`): for lists that narrow while somebody
 * types. Null when there is nothing to search for. To watch it, name `search_entries` among the tables.
 */
export function searchMatch(text: string): string | null {
  const { words, codes } = searchTerms(text);
  if (words.length === 0) return null;
  return [`(${allOf(words, '*')})`, ...(codes.length > 0 ? [anyOf(codes, '*')] : [])].join(' OR ');
}
