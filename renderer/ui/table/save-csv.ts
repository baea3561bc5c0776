import { type Column, csvOf } from './column.ts';
import { toCsv } from './to-csv.ts';

/** Gives the rows of a table as a file, as the browser or Electron saves what is downloaded. */
export function saveCsv<Row>(fileName: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const table = csvOf(columns, rows);
  const url = URL.createObjectURL(
    new Blob([toCsv(table.head, table.rows)], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The file is read by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
