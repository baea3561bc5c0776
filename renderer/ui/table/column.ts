import type { ReactNode } from 'react';
import type { CsvCell } from './to-csv.ts';

/** What a column sorts by: texts as the language does, numbers by size; `null` comes last either way. */
export type SortValue = string | number | null;

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** A track of the CSS grid: `96px`, `minmax(120px, 2fr)`. */
  readonly width: string;
  /** Figures stand on the right, all of one width. */
  readonly align?: 'left' | 'right';
  readonly renderCell: (row: Row) => ReactNode;
  /** Without it the column cannot be sorted by. */
  readonly sortBy?: (row: Row) => SortValue;
  /** Without it the column is not exported. */
  readonly csv?: (row: Row) => CsvCell;
}

export interface Sorting {
  readonly key: string;
  readonly isDescending: boolean;
}

/** The head and the rows for `toCsv`: the columns that can be exported, in their order. */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): { readonly head: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] } {
  const exported = columns.flatMap(({ title, csv }) => (csv ? [{ title, csv }] : []));
  return {
    head: exported.map(({ title }) => title),
    rows: rows.map((row) => exported.map(({ csv }) => csv(row))),
  };
}
