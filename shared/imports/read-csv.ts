import Papa from 'papaparse';
import { type Result, ok, refuse } from '../result/result.ts';
import { decodeText } from './decode-text.ts';

/** A table out of a file: cells as they were written, but for spaces around them. */
export interface CsvTable {
  readonly head: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** Of the file's records, counted as a spreadsheet does: the head is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvRefusal =
  | { readonly code: 'csv_empty' }
  | { readonly code: 'csv_binary' }
  | { readonly code: 'csv_too_large'; readonly limit: number }
  | { readonly code: 'csv_too_many_rows'; readonly limit: number }
  | { readonly code: 'csv_quotes'; readonly line: number };

export const mostBytes = 20_000_000;
export const mostRows = 50_000;

/**
 * Reads a table: UTF-8 or Windows-1252, parted by semicolon, comma or tab (by which the head has most parts), quotes as in
 * RFC 4180. Rows without any text are left out; rows longer or shorter than the head are told row by row later.
 */
export function readCsv(bytes: Uint8Array): Result<CsvTable, CsvRefusal> {
  if (bytes.length > mostBytes) return refuse({ code: 'csv_too_large', limit: mostBytes });
  const text = decodeText(bytes);
  // A spreadsheet or a picture: no text has a zero in it.
  if (text.includes('\0')) return refuse({ code: 'csv_binary' });
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const broken = parsed.errors.find(({ type }) => type === 'Quotes');
  if (broken) return refuse({ code: 'csv_quotes', line: (broken.row ?? 0) + 1 });
  const [head, ...rows] = parsed.data
    .map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!head || rows.length === 0) return refuse({ code: 'csv_empty' });
  if (rows.length > mostRows) return refuse({ code: 'csv_too_many_rows', limit: mostRows });
  return ok({ head: head.cells, rows });
}

/** Papa's own guess looks at all rows, and takes a file of few rows or empty ones for one of commas. */
function delimiterOf(text: string): string {
  const counts = [';', ',', '\t'].map((delimiter) => ({
    delimiter,
    parts: Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0,
  }));
  return counts.reduce((best, one) => (one.parts > best.parts ? one : best)).delimiter;
}
