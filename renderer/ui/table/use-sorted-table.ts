import {
  type ColumnDef,
  type Row as TableRow,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo } from 'react';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import type { Column, Sorting } from './column.ts';
import { valueComparer } from './sorted-rows.ts';

const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
});

export interface SortedTableOptions<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly firstSorting: Sorting | undefined;
  /** Where it is kept outside; null is as the rows come. */
  readonly sorting: Sorting | null | undefined;
}

/** Sorts rows by one column at a time, and remembers which are selected, by TanStack Table. */
export function useSortedTable<Row extends object>(options: SortedTableOptions<Row>) {
  const { rows, columns, rowKey, firstSorting, sorting } = options;
  const language = useUiLanguage();
  const definitions = useMemo(() => {
    const compare = valueComparer(language);
    return columns.map(({ key, sortBy }): ColumnDef<typeof features, Row> => ({
      id: key,
      accessorFn: (row: Row) => sortBy?.(row) ?? undefined,
      enableSorting: sortBy !== undefined,
      sortUndefined: 'last',
      sortDescFirst: false,
      sortFn: (one: TableRow<typeof features, Row>, other: TableRow<typeof features, Row>) =>
        compare(one.getValue(key), other.getValue(key)),
    }));
  }, [columns, language]);
  const data = useMemo(() => [...rows], [rows]);
  const first = sorting ?? firstSorting;
  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: rowKey,
    enableSortingRemoval: false,
    enableMultiSort: false,
    initialState: {
      sorting: stateOf(first),
    },
  });
  const [key, isDescending] = [sorting?.key, sorting?.isDescending];
  useEffect(() => {
    if (sorting !== undefined) table.setSorting(stateOf(sorting ?? firstSorting));
    // Only when another sorting comes from outside: its parts say so, not the object.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, isDescending]);
  return table;
}

function stateOf(sorting: Sorting | undefined): { id: string; desc: boolean }[] {
  return sorting ? [{ id: sorting.key, desc: sorting.isDescending }] : [];
}
