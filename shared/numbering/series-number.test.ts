import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../result/result.ts';
import { formatSeriesNumber, isSeriesNumber, parseSeriesNumber } from './series-number.ts';

const number = { kind: 'contract', branch: 'ZRH', counter: 'A', year: 2026, running: 42 } as const;

test('contracts and invoices as they are printed', () => {
  expect(formatSeriesNumber(number)).toEqual({ ok: true, value: 'ZRH-A-26-00042' });
  expect(must(formatSeriesNumber({ ...number, kind: 'invoice', running: 17 }))).toBe('ZRH-A-26-R00017');
  expect(must(formatSeriesNumber({ ...number, running: 123_456 }))).toBe('ZRH-A-26-123456');
  expect(must(parseSeriesNumber(' zrh-a-26-r00017 '))).toEqual({ ...number, kind: 'invoice', running: 17 });
});

test.each([
  ['receipt', 'ZRH-A-26-Q00009'],
  ['fine', 'ZRH-A-26-B00009'],
  ['cash_session', 'ZRH-A-26-K00009'],
  ['amendment', 'ZRH-A-26-N00009'],
] as const)('a %s is numbered %s, in a series of its own', (kind, text) => {
  expect(must(formatSeriesNumber({ ...number, kind, running: 9 }))).toBe(text);
  expect(must(parseSeriesNumber(text))).toEqual({ ...number, kind, running: 9 });
  expect(isSeriesNumber(text, kind)).toBe(true);
  expect(isSeriesNumber(text, 'invoice')).toBe(false);
  expect(isSeriesNumber(text.toLowerCase(), kind)).toBe(false);
});

test.each([
  [{ branch: 'z' }, 'number_branch'],
  [{ branch: 'ZÜR' }, 'number_branch'],
  [{ counter: 'AA' }, 'number_counter'],
  [{ year: 26 }, 'number_year'],
  [{ running: 0 }, 'number_running'],
  [{ running: 1.5 }, 'number_running'],
  [{ running: Number.NaN }, 'number_running'],
])('%j is refused', (wrong, code) => {
  expect(formatSeriesNumber({ ...number, ...wrong })).toEqual({ ok: false, refusal: { code } });
});

test.each([
  '',
  'ZRH-A-26-042',
  'ZRH-A-26-000042',
  'ZRH-A-2026-00042',
  'ZRH-A-26-X00042',
  'ZRH-A-26-00000',
  'ZRH--26-00042',
])('%j is not read as a number', (text) => {
  expect(parseSeriesNumber(text).ok).toBe(false);
});

test('what is written is read back, and no two numbers are written alike', () => {
  const any = fc.record({
    kind: fc.constantFrom(
      ...(['contract', 'invoice', 'receipt', 'fine', 'cash_session', 'amendment'] as const),
    ),
    branch: fc.stringMatching(/^[A-Z][A-Z0-9]{1,4}$/),
    counter: fc.stringMatching(/^[A-Z]$/),
    year: fc.integer({ min: 2000, max: 2099 }),
    running: fc.integer({ min: 1, max: 99_999_999 }),
  });
  fc.assert(
    fc.property(any, (original) => {
      expect(must(parseSeriesNumber(must(formatSeriesNumber(original))))).toEqual(original);
    }),
  );
});
