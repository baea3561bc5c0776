import type { SearchHit } from '#sync/search/search-query.ts';
import type { SearchKind } from '#sync/search/search-sql.ts';

/** What a find is to people: a contract that nobody signed yet is a reservation. */
export type HitKind = SearchKind | 'reservation';

export function hitKindOf({ kind, status }: Pick<SearchHit, 'kind' | 'status'>): HitKind {
  const isOpen = status === 'quote' || status === 'reserved' || status === 'to_assign';
  return kind === 'contract' && isOpen ? 'reservation' : kind;
}
