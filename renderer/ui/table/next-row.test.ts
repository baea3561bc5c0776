import { expect, test } from 'vitest';
import { nextRow } from './next-row.ts';

test.each([
  ['j', 3, 4],
  ['ArrowDown', 9, 9],
  ['k', 3, 2],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 8],
  ['PageDown', 7, 9],
  ['PageUp', 3, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['x', 5, null],
])('%s leads from row %i to %s', (key, from, to) => {
  expect(nextRow(key, from, 10, 5)).toBe(to);
});

test('an empty table has no rows to go to', () => {
  expect(nextRow('j', -1, 0, 5)).toBeNull();
});
