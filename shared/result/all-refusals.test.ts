import { describe, expect, test } from 'vitest';
import { type RefusalLanguage, refusalLanguages } from './refusal-texts.ts';
import { codesIn } from './testing-refusal-codes.ts';
import { sampleFacts } from './testing-refusal-facts.ts';

type Table = Readonly<Record<string, Readonly<Record<RefusalLanguage, (facts: unknown) => string>>>>;

/** Every table of sentences, wherever it lies: a new one is found by the name of its file. */
const modules = import.meta.glob<Record<string, unknown>>(
  ['../*/*texts.ts', '../../build/support/*refusal.ts', '!./refusal-texts.ts'],
  { eager: true },
);
const tables = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) => (isTable(value) ? [{ file, name, table: value }] : [])),
);

function isTable(value: unknown): value is Table {
  if (typeof value !== 'object' || value === null) return false;
  const rows: readonly unknown[] = Object.values(value);
  return (
    rows.length > 0 &&
    rows.every((row) =>
      refusalLanguages.every(
        (language) =>
          typeof row === 'object' && row !== null && typeof Reflect.get(row, language) === 'function',
      ),
    )
  );
}

test('every file of sentences has a table, and the oldest ones are found', () => {
  const names = tables.map(({ name }) => name);
  expect(Object.keys(modules).filter((file) => !tables.some((one) => one.file === file))).toEqual([]);
  expect(names).toEqual(
    expect.arrayContaining(['pricingRefusalTexts', 'qrBillRefusalTexts', 'faultTexts', 'chainRefusalTexts']),
  );
});

describe.each(tables)('$name', ({ table }) => {
  test.each(Object.keys(table))('%s is a sentence in four languages', (code) => {
    for (const facts of sampleFacts(code)) {
      const said = refusalLanguages.map((language) => table[code]?.[language](facts) ?? '');
      const [de = '', fr = '', it = '', en = ''] = said;
      expect(new Set(said).size, 'the four differ').toBe(4);
      for (const sentence of said) {
        expect(sentence).toMatch(/^\S.{9,}\.$/u);
        expect(sentence).not.toMatch(/\bundefined\b|\bNaN\b|\[object|\$\{| {2}|~/);
      }
      // In German it is a word: zero.
      expect(`${fr} ${it} ${en}`).not.toMatch(/\bnull\b/);
      expect(de).not.toContain('ß');
      expect(`${de}${it}`).not.toMatch(/[«»]\u202f|\u202f[«»]/);
      expect(en).not.toMatch(/[«»]/);
      // A colon between digits is a time; every other sign of two parts stands off by a thin space that does not break.
      expect(fr).not.toMatch(/[^\u202f][;?!»]|«[^\u202f]|[^\u202f\d]:(?!\d)/u);
    }
  });
});

/** Codes in the sources that nobody is ever told. */
const exceptions = {
  custom: 'zod’s word for the issues that our own checks add',
  broken: 'inside cash-report-paper.ts: carries the refusal of the cash rules, which is said',
};

test('codes are found as they are written', () => {
  const source = `
    | { readonly code: 'one' | 'two' } // code: 'comment'
    | { readonly code:
          /** Why. */
          | 'three'
          | 'four' };
    refuse({ code: isMany ? 'five' : 'six' }); refuse({ code: origin === 'array' ? 'seven' : 'eight' })`;
  expect(codesIn(source)).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']);
});

test('no code of shared/ is without a sentence', () => {
  const sources = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts', '!../**/testing-*.ts'], {
    eager: true,
    query: '?raw',
    import: 'default',
  });
  // The rules of a price are no refusals: describe-line.ts says each on the bill.
  const priceRules = codesIn(sources['../pricing/price-line.ts'] ?? '');
  expect(priceRules.length).toBeGreaterThan(15);
  const known = new Set([
    ...tables.flatMap(({ table }) => Object.keys(table)),
    ...priceRules,
    ...Object.keys(exceptions),
  ]);
  const found = Object.entries(sources).flatMap(([file, source]) =>
    codesIn(source).map((code) => ({ file, code })),
  );
  expect(found.length).toBeGreaterThan(300);
  expect(found.filter(({ code }) => !known.has(code))).toEqual([]);
});
