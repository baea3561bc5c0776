import { type CsvCell, toCsv } from './to-csv.ts';

/** Hands a table to the browser, or Electron, as a file: it asks where to keep it, or puts it among the downloads. */
export function downloadCsv(
  name: string,
  head: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): void {
  const url = URL.createObjectURL(new Blob([toCsv(head, rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
