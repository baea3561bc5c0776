import type { Instant } from '#shared/time/instant.ts';
import type { ContractStatus } from '../schema/rows.generated.ts';
import type { SearchKind } from './search-sql.ts';
import { searchTerms } from './search-terms.ts';

/** One find, as the query gives it. */
export interface SearchHit {
  readonly kind: SearchKind;
  /** Of the customer, vehicle, contract or invoice. */
  readonly id: string;
  /** The name, the plate, or the number; empty for a contract that has none yet. */
  readonly title: string;
  /** Place, model, or customer and plate. */
  readonly detail: string;
  /** 0 is exactly what was typed, 1 begins so, 2 would with two neighbouring letters changed over. */
  readonly fit: 0 | 1 | 2;
  /** Of a contract; null for everything else. */
  readonly status: ContractStatus | null;
  readonly starts_at: Instant | null;
}

export interface SearchQuery {
  readonly sql: string;
  readonly parameters: (string | number)[];
}

/** How many finds of each tier are looked at: enough to fill the list, few enough to take no time for a single letter. */
const exactAtMost = 100;
const prefixAtMost = 200;

/**
 * The query for what a clerk typed: `db.getAll<SearchHit>(sql, parameters)`. Null when there is nothing to search for.
 *
 * First comes what has exactly the number typed, then what has exactly the words, then what has words that begin so, at last what
 * would with two neighbouring letters changed over (`Brnuner`). To watch it, pass `tables: ['search_entries']`: PowerSync cannot see through a full-text table.
 */
export function searchQuery(text: string, limit: number): SearchQuery | null {
  const { words, slips, codes } = searchTerms(text);
  if (words.length === 0) return null;
  const tiers: { match: string; atMost: number; fit: SearchHit['fit'] }[] = [];
  if (codes.length > 0) tiers.push({ match: anyOf(codes, ''), atMost: exactAtMost, fit: 0 });
  tiers.push({ match: allOf(words, ''), atMost: exactAtMost, fit: 0 });
  if (codes.length > 0) tiers.push({ match: anyOf(codes, '*'), atMost: prefixAtMost, fit: 1 });
  tiers.push({ match: allOf(words, '*'), atMost: prefixAtMost, fit: 1 });
  if (slips.length > 0) tiers.push({ match: allOf(slips, '*'), atMost: prefixAtMost, fit: 2 });
  const parts = tiers.map((_, tier) => tierSql(tier));
  return {
    sql: `WITH ${parts.join(', ')}
      SELECT kind, id, title, detail, fit, ${ofContract('status')}, ${ofContract('starts_at')} FROM (
        SELECT kind, id, title, detail,
          CASE tier ${tiers.map(({ fit }, tier) => `WHEN ${tier} THEN ${fit}`).join(' ')} END AS fit
        FROM (
          SELECT entry, min(tier) AS tier FROM (
            ${tiers.map((_, tier) => `SELECT entry, ${tier} AS tier FROM tier${tier}`).join(' UNION ALL ')}
          ) GROUP BY entry
        ) JOIN search_entries USING (entry)
        ORDER BY tier, CASE kind WHEN 'vehicle' THEN 0 WHEN 'customer' THEN 1 WHEN 'contract' THEN 2 ELSE 3 END, title COLLATE NOCASE, id
        LIMIT ?
      ) AS hit`,
    parameters: [
      ...tiers.flatMap(({ match, atMost }, tier) => (tier === 0 ? [match, atMost] : [limit, match, atMost])),
      limit,
    ],
  };
}

/** What tells a reservation from a contract, by key, for the few that are shown; from where what syncs is written. */
function ofContract(column: 'status' | 'starts_at'): string {
  return `CASE kind WHEN 'contract' THEN (
    SELECT json_extract(data, '$.${column}') FROM ps_data__contracts WHERE ps_data__contracts.id = hit.id) END AS ${column}`;
}

/** A tier is only looked for while those before it do not fill the list: nothing of it would show. */
function tierSql(tier: number): string {
  const before = Array.from({ length: tier }, (_, at) => `SELECT entry FROM tier${at}`).join(' UNION ');
  // Within MATCH, because SQLite collects the matches before it looks at other conditions. "" matches nothing.
  const match = tier === 0 ? '?' : `iif((SELECT count(*) FROM (${before})) < ?, ?, '""')`;
  return `tier${tier} AS MATERIALIZED (
    SELECT rowid AS entry FROM search_index WHERE search_index MATCH ${match} LIMIT ?)`;
}

/** Terms are letters and digits only; in quotes they are no words of FTS5's language either (AND, OR, NOT, NEAR). */
export function anyOf(terms: readonly string[], end: '' | '*'): string {
  return `(${terms.map((term) => `"${term}"${end}`).join(' OR ')})`;
}

export function allOf(words: readonly (readonly string[])[], end: '' | '*'): string {
  return words.map((spellings) => anyOf(spellings, end)).join(' AND ');
}
