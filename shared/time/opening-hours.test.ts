import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { ok } from '../result/result.ts';
import { formatSpans, parseTypedSpans } from './opening-hours.ts';

test.each([
  ['8-12', '08:00–12:00'],
  ['7.30-12 13.30-18.30', '07:30–12:00, 13:30–18:30'],
  ['07:30–12:00, 13:30–18:30', '07:30–12:00, 13:30–18:30'],
  [' 0730 - 1200 ; 1330 — 1830 ', '07:30–12:00, 13:30–18:30'],
  ['13-18 / 8-12', '08:00–12:00, 13:00–18:00'],
  ['8-12 12-18', '08:00–12:00, 12:00–18:00'],
  ['0-24', '00:00–24:00'],
  ['18-24.00', '18:00–24:00'],
])('%j is %s', (typed, written) => {
  const read = parseTypedSpans(typed);
  expect(read.ok && formatSpans(read.value)).toBe(written);
});

describe('what is none says why', () => {
  test.each([
    ['8', 'hours_form'],
    ['8-', 'hours_form'],
    ['-12', 'hours_form'],
    ['8-12-18', 'hours_form'],
    ['8 12', 'hours_form'],
    ['–', 'hours_form'],
    [' , ', 'hours_form'],
    ['8-25', 'hours_time'],
    ['24-25', 'hours_time'],
    ['24-8', 'hours_time'],
    ['8.60-12', 'hours_time'],
    ['acht-12', 'hours_time'],
    ['12-8', 'hours_backwards'],
    ['12-12', 'hours_backwards'],
    ['22-6', 'hours_backwards'],
    ['8-12 11.59-18', 'hours_overlap'],
    ['13-18 8-13.01', 'hours_overlap'],
    ['8-12 8-12', 'hours_overlap'],
  ])('%j: %s', (typed, code) => {
    expect(parseTypedSpans(typed)).toEqual({ ok: false, refusal: { code } });
  });
});

test('what is written is read back the same', () => {
  const time = fc.integer({ min: 0, max: 24 * 60 });
  const spans = fc
    .uniqueArray(time, { minLength: 2, maxLength: 8 })
    .map((minutes) => minutes.toSorted((a, b) => a - b))
    .map((minutes) =>
      Array.from({ length: Math.floor(minutes.length / 2) }, (_, at) => ({
        from: clock(minutes[2 * at] ?? 0),
        to: clock(minutes[2 * at + 1] ?? 0),
      })),
    );
  fc.assert(
    fc.property(spans, (some) => {
      expect(parseTypedSpans(formatSpans(some))).toEqual(ok(some));
    }),
  );
});

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
