import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { formatDay, formatInstant, formatTime } from './format-time.ts';
import { type Instant, atWallClock, dayOf, instant, isoDay, zoned } from './instant.ts';
import { rentalDays, rentalPeriod } from './rental-days.ts';
import { dayNumber, dayOfNumber, epochMsAtWall, wallClock, wallMs, weekdayOf } from './wall-clock.ts';

const from = Date.parse('1990-01-01T00:00:00Z');
const to = Date.parse('2090-01-01T00:00:00Z');
const anyMoment = fc.integer({ min: from, max: to });
/** Around the clock changes, where mistakes live. */
const nearChange = fc
  .tuple(fc.integer({ min: 1997, max: 2089 }), fc.boolean(), fc.integer({ min: -180, max: 180 }))
  .map(([year, spring, minutes]) => {
    const last = new Date(Date.UTC(year, spring ? 3 : 10, 0, 1));
    return last.getTime() - last.getUTCDay() * 86_400_000 + minutes * 60_000;
  });
const moments = fc.oneof(anyMoment, nearChange).map((ms) => instant(new Date(ms)));

test('shows what Temporal shows', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const shown = zoned(moment);
      const { day, minute } = wallClock(moment);
      expect(dayOfNumber(day)).toBe(dayOf(moment));
      expect(minute).toBe(shown.hour * 60 + shown.minute);
      expect(weekdayOf(day)).toBe(shown.dayOfWeek);
      expect(dayNumber(dayOf(moment))).toBe(day);
    }),
    { numRuns: 500 },
  );
});

test('finds the moment as Temporal does, also in the skipped and the doubled hour', () => {
  fc.assert(
    fc.property(nearChange, fc.integer({ min: -200, max: 200 }), (ms, minutes) => {
      const wall = wallMs(instant(new Date(ms))) + minutes * 60_000;
      const text = new Date(wall).toISOString();
      expect(epochMsAtWall(wall)).toBe(
        Date.parse(atWallClock(isoDay(text.slice(0, 10)), text.slice(11, 16))) + (wall % 60_000),
      );
    }),
    { numRuns: 300 },
  );
});

/** As it was first written, and is read more easily: the wall clock of Temporal. */
function rentalDaysOfTemporal(startsAt: Instant, endsAt: Instant, graceMinutes: number): number {
  const [start, end] = [zoned(startsAt), zoned(endsAt)];
  const whole = start.until(end, { largestUnit: 'day' }).days;
  const rest = start.add({ days: whole }).until(end, { largestUnit: 'minute' });
  return Math.max(1, whole + (Temporal.Duration.compare(rest, { minutes: graceMinutes }) > 0 ? 1 : 0));
}

test('counts the days of a rental as Temporal does', () => {
  fc.assert(
    fc.property(
      fc.oneof(nearChange, anyMoment),
      fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 100_000 })),
      fc.nat(120),
      (ms, minutes, grace) => {
        const startsAt = instant(new Date(ms));
        const endsAt = instant(new Date(ms + minutes * 60_000));
        expect(rentalDays(startsAt, endsAt, grace)).toBe(rentalDaysOfTemporal(startsAt, endsAt, grace));
      },
    ),
    { numRuns: 500 },
  );
});

test('a full day is over when it really is, also where the clock skipped its end', () => {
  // Begun at 02:30 on Saturday; on Sunday 02:30 never is, and the day is over at 03:30. At 03:00 the wall shows 24 h 30.
  const saturday = atWallClock(isoDay('2026-03-28'), '02:30');
  const until = (time: string) => rentalPeriod(saturday, atWallClock(isoDay('2026-03-29'), time));
  expect(until('03:00')).toEqual({ wholeDays: 0, restMinutes: 23 * 60 + 30 });
  expect(until('03:30')).toEqual({ wholeDays: 1, restMinutes: 0 });
});

test('a started minute counts', () => {
  const begun = atWallClock(isoDay('2026-11-16'), '10:00');
  const late = instant('2026-11-17T10:59:00.001+01:00');
  expect(rentalPeriod(begun, late)).toEqual({ wholeDays: 1, restMinutes: 60 });
  expect([rentalDays(begun, late, 59), rentalDays(begun, late, 60)]).toEqual([2, 1]);
});

test('moments are written as Temporal writes them, and what is no moment is refused as it refuses it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const moment = instant(date);
        const wall = zoned(moment);
        expect(instant(moment)).toBe(moment);
        expect(formatTime(moment)).toBe(wall.toPlainTime().toString({ smallestUnit: 'minute' }));
        expect(formatInstant(moment)).toBe(
          `${formatDay(isoDay(wall.toPlainDate().toString()))} ${formatTime(moment)}`,
        );
      },
    ),
  );
  expect(() => instant('2026-02-30T10:00:00.000Z')).toThrow(RangeError);
  expect(() => instant('2026-02-20T24:00:00.001Z')).toThrow(RangeError);
  expect(instant('2026-02-20T11:00:00+01:00')).toBe('2026-02-20T10:00:00.000Z');
});
