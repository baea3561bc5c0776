import type { MasterSpec } from './field-spec.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Rows as they are listed: by the fields that the table is sorted by. What names a row of another table goes by the order of that one
 * (categories by their position), and what names none comes first, as it holds for all.
 *
 * @param names by table, its rows in their order
 */
export function orderRows(
  rows: readonly Row[],
  { sortBy, fields }: Pick<MasterSpec, 'sortBy' | 'fields'>,
  names: ReadonlyMap<string, ReadonlyMap<string, string>>,
  language: string,
): readonly Row[] {
  const { compare } = new Intl.Collator(`${language}-CH`, { numeric: true });
  const keys = sortBy.map((name) => {
    const field = fields.find((one) => one.name === name);
    if (field?.kind !== 'row') return (row: Row) => (row[name] ?? '') as string | number;
    const place = new Map([...(names.get(field.of)?.keys() ?? [])].map((id, at) => [id, at]));
    return (row: Row) => place.get(String(row[name])) ?? -1;
  });
  return rows.toSorted((one, other) => {
    for (const key of keys) {
      const [a, b] = [key(one), key(other)];
      const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
      if (order !== 0) return order;
    }
    return 0;
  });
}
