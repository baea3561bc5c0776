import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay } from './format-time.ts';
import { addDays, isoDay } from './instant.ts';
import { parseTypedDay, parseTypedTime } from './parse-typed.ts';

const latest = isoDay('2026-11-20');

test.each([
  ['24.12.1990', '1990-12-24'],
  ['1.2.90', '1990-02-01'],
  ['241290', '1990-12-24'],
  ['24121990', '1990-12-24'],
  [' 24/12/1990 ', '1990-12-24'],
  ['1990-12-24', '1990-12-24'],
  ['29.02.2004', '2004-02-29'],
  ['20.11.26', '2026-11-20'],
  ['20.11.27', '1927-11-20'],
  ['30.02.2004', undefined],
  ['29.02.2003', undefined],
  ['24.13.1990', undefined],
  ['24.12', undefined],
  ['', undefined],
  ['morgen', undefined],
])('reads the day %j as %j', (typed, day) => {
  const result = parseTypedDay(typed, latest);
  expect(result.ok ? result.value : undefined).toBe(day);
});

test('reads every day as it prints it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 0 }), (offset) => {
      const day = addDays(latest, offset);
      expect(parseTypedDay(formatDay(day), latest)).toEqual({ ok: true, value: day });
    }),
  );
});

test.each([
  ['14:30', '14:30'],
  ['14.30', '14:30'],
  ['1430', '14:30'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['24:00', undefined],
  ['12:60', undefined],
  ['', undefined],
])('reads the time %j as %j', (typed, time) => {
  const result = parseTypedTime(typed);
  expect(result.ok ? result.value : undefined).toBe(time);
});
