import { formatPlain } from '#shared/money/format-money.ts';
import type { Rappen } from '#shared/money/rappen.ts';

/** What stands in a cell. A text is never taken for a formula; a number keeps its minus. */
export type CsvCell = string | number | null | { readonly plain: string };

/** An amount as Excel counts with it: `-1590.00`. */
export function csvMoney(amount: Rappen): CsvCell {
  return { plain: formatPlain(amount) };
}

/**
 * A table as Excel in Switzerland opens it by a double click: semicolons between cells, a byte-order mark before all, lines
 * ending in CR LF, quoted as RFC 4180 says. A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`,
 * `@`, a tab or a return) gets an apostrophe before it: anybody can enter such a text as their name (OWASP, CSV injection).
 */
export function toCsv(head: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [head, ...rows].map((row) => row.map(cellText).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.plain;
  const harmless = /^\s*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
