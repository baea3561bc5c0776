import { expect, test } from 'vitest';
import { rappen } from '#shared/money/rappen.ts';
import { csvMoney, toCsv } from './to-csv.ts';

const cell = (value: Parameters<typeof toCsv>[1] extends Iterable<readonly (infer Cell)[]> ? Cell : never) =>
  toCsv(['x'], [[value]]).slice('\ufeffx\r\n'.length, -2);

test('begins with a byte-order mark, parts with semicolons, ends every line', () => {
  expect(
    toCsv(
      ['Kunde', 'Betrag'],
      [
        ['Müller', csvMoney(rappen(159_050))],
        ['', null],
      ],
    ),
  ).toBe('\ufeffKunde;Betrag\r\nMüller;1590.50\r\n;\r\n');
});

test.each([
  ['a;b', '"a;b"'],
  ['sagt "ja"', '"sagt ""ja"""'],
  ['eine\nzweite', '"eine\nzweite"'],
  [' vorne', '" vorne"'],
  ['a,b', 'a,b'],
  ["O'Neill", "O'Neill"],
])('%j is written as %j', (text, written) => {
  expect(cell(text)).toBe(written);
});

test.each([
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['+41 79 214 88 03', "'+41 79 214 88 03"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['=a;=b', '"\'=a;=b"'],
])('the text %j is no formula', (text, written) => {
  expect(cell(text)).toBe(written);
});

test('numbers and amounts keep their minus, and can be counted with', () => {
  expect([cell(-5), cell(1.5), cell(csvMoney(rappen(-159_000)))]).toEqual(['-5', '1.5', '-1590.00']);
});
