import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { sortedRows } from './sorted-rows.ts';

interface Row {
  readonly name: string;
  readonly amount: number | null;
}
const column = (key: string, sortBy: Column<Row>['sortBy']): Column<Row> => ({
  key,
  title: key,
  width: '1fr',
  renderCell: () => null,
  ...(sortBy ? { sortBy } : {}),
});
const columns = [
  column('name', ({ name }) => name),
  column('amount', ({ amount }) => amount),
  column('none', undefined),
];
const rows: readonly Row[] = [
  { name: 'Zoll', amount: 20 },
  { name: 'Äbi', amount: null },
  { name: 'Bär', amount: 3 },
];
const names = (key: string, isDescending = false): readonly string[] =>
  sortedRows(columns, rows, { key, isDescending }, 'de').map(({ name }) => name);

test('texts as the language sorts them, figures by size, what has none last either way', () => {
  expect(names('name')).toEqual(['Äbi', 'Bär', 'Zoll']);
  expect(names('name', true)).toEqual(['Zoll', 'Bär', 'Äbi']);
  expect(names('amount')).toEqual(['Bär', 'Zoll', 'Äbi']);
  expect(names('amount', true)).toEqual(['Zoll', 'Bär', 'Äbi']);
});

test('as they come where nothing is said, or by a column that cannot be sorted by', () => {
  expect(sortedRows(columns, rows, null, 'de')).toBe(rows);
  expect(names('none')).toEqual(['Zoll', 'Äbi', 'Bär']);
  expect(names('gone')).toEqual(['Zoll', 'Äbi', 'Bär']);
});
