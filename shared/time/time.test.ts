import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, formatInstant } from './format-time.ts';
import { addDays, atWallClock, dayOf, daysBetween, instant, isoDay, minutesBetween } from './instant.ts';

describe('moments', () => {
  test('are normalised to UTC with milliseconds, so that text order is time order', () => {
    expect(instant('2026-11-20T14:30:00+01:00')).toBe('2026-11-20T13:30:00.000Z');
    expect(instant('2026-11-20 13:30:00.123456Z')).toBe('2026-11-20T13:30:00.123Z');
    expect(() => instant('2026-11-20T13:30:00')).toThrow(RangeError);
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        expect(instant(one) < instant(other)).toBe(one.getTime() < other.getTime());
      }),
    );
  });

  test('fall on the Swiss day, also between midnight here and in Greenwich', () => {
    expect(dayOf(instant('2026-11-20T23:30:00Z'))).toBe('2026-11-21');
    expect(dayOf(instant('2026-07-20T22:30:00Z'))).toBe('2026-07-21');
    expect(formatInstant(instant('2026-11-20T13:30:00Z'))).toBe('20.11.2026 14:30');
  });

  test('of the wall clock, through both clock changes', () => {
    expect(atWallClock(isoDay('2026-03-29'), '02:30')).toBe('2026-03-29T01:30:00.000Z'); // skipped: 03:30
    expect(atWallClock(isoDay('2026-10-25'), '02:30')).toBe('2026-10-25T00:30:00.000Z'); // twice: the first
    const from = atWallClock(isoDay('2026-03-28'), '12:00');
    expect(minutesBetween(from, atWallClock(isoDay('2026-03-29'), '12:00'))).toBe(23 * 60);
  });
});

describe('days', () => {
  const days = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => isoDay(date.toISOString().slice(0, 10)));

  test('must exist', () => {
    expect(() => isoDay('2026-02-30')).toThrow(RangeError);
    expect(isoDay('2028-02-29')).toBe('2028-02-29');
    expect(formatDay(isoDay('2026-11-05'))).toBe('05.11.2026');
  });

  test('added are days between', () => {
    expect(addDays(isoDay('2026-12-31'), 1)).toBe('2027-01-01');
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test('noon of a day falls on that day', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayOf(atWallClock(day, '12:00'))).toBe(day);
      }),
    );
  });
});
