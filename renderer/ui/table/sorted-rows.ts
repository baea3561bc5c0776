import type { Column, SortValue, Sorting } from './column.ts';

/** How values of a column compare in a language: texts as it sorts them, with numbers in them by size; nothing comes last. */
export function valueComparer(
  language: string,
): (one: SortValue | undefined, other: SortValue | undefined) => number {
  const { compare } = new Intl.Collator(`${language}-CH`, { numeric: true });
  return (one, other) => {
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return compare(String(one ?? ''), String(other ?? ''));
  };
}

/** The rows as a table shows them that is sorted so: for a file of more rows than the table has. Null is as they come. */
export function sortedRows<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  sorting: Sorting | null,
  language: string,
): readonly Row[] {
  const sortBy = columns.find(({ key }) => key === sorting?.key)?.sortBy;
  if (!sorting || !sortBy) return rows;
  const compare = valueComparer(language);
  const keyed = rows.map((row) => [sortBy(row), row] as const);
  return keyed
    .toSorted(([one], [other]) => {
      // As the table does: what has no value is last either way.
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return sorting.isDescending ? compare(other, one) : compare(one, other);
    })
    .map(([, row]) => row);
}
