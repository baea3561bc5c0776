import { describe, expect, test } from 'vitest';
import { ok } from '../result/result.ts';
import { formatInstant } from './format-time.ts';
import { atWallClock, isoDay } from './instant.ts';
import { parseTypedMoment, parseTypedRentalDay } from './parse-typed-moment.ts';

const today = isoDay('2026-11-20');
const now = atWallClock(today, '14:02');

describe('a day of the rental business', () => {
  test.each([
    ['24.12.2026', '2026-12-24'],
    ['24.12.26', '2026-12-24'],
    ['24.12.', '2026-12-24'],
    ['24.12', '2026-12-24'],
    ['24/12', '2026-12-24'],
    ['1.10.', '2026-10-01'],
    ['1.2.', '2027-02-01'],
    ['29.2.', '2028-02-29'],
    ['heute', '2026-11-20'],
    ['Aujourd’hui', '2026-11-20'],
    ['domani', '2026-11-21'],
    ['yesterday', '2026-11-19'],
    ['+3', '2026-11-23'],
    ['-1', '2026-11-19'],
    ['−1', '2026-11-19'],
    ['2026-12-24', '2026-12-24'],
  ])('%s is %s', (text, day) => {
    expect(parseTypedRentalDay(text, { today })).toEqual(ok(day));
  });

  test.each(['', '31.11.', '31.2.2027', '24', '+', 'bald', '+1000', 'toString'])('%s is none', (text) => {
    expect(parseTypedRentalDay(text, { today })).toEqual({ ok: false, refusal: { code: 'typed_day' } });
  });

  test('+3 counts from the first day, words from today', () => {
    const from = isoDay('2026-12-30');
    expect(parseTypedRentalDay('+3', { today, from })).toEqual(ok('2027-01-02'));
    expect(parseTypedRentalDay('morgen', { today, from })).toEqual(ok('2026-11-21'));
  });
});

describe('a moment', () => {
  test.each([
    ['24.12. 14:00', '24.12.2026 14:00'],
    ['24.12.2026 1400', '24.12.2026 14:00'],
    ['24.12.26, 9', '24.12.2026 09:00'],
    ['24.12. um 14 Uhr', '24.12.2026 14:00'],
    ['demain à 9h30', '21.11.2026 09:30'],
    ['oggi alle 18.45', '20.11.2026 18:45'],
    ['14:30', '20.11.2026 14:30'],
    ['1430', '20.11.2026 14:30'],
    ['14.30', '20.11.2026 14:30'],
    ['24.12.', '24.12.2026 14:02'],
    ['24.12', '24.12.2026 14:02'],
    ['+3', '23.11.2026 14:02'],
    ['+3 10:00', '23.11.2026 10:00'],
    ['+2h', '20.11.2026 16:02'],
    ['+90 min', '20.11.2026 15:32'],
    ['heute', '20.11.2026 14:02'],
  ])('%s is %s', (text, moment) => {
    const parsed = parseTypedMoment(text, { now });
    expect(parsed.ok && formatInstant(parsed.value)).toBe(moment);
  });

  test.each(['', '24.12. 25:00', '31.11. 10:00', 'nie', '14:60', '24.12. 14:00 15:00'])(
    '%s is none',
    (text) => {
      expect(parseTypedMoment(text, { now })).toEqual({ ok: false, refusal: { code: 'typed_moment' } });
    },
  );

  test('the end of a rental counts from its start: days by the wall clock, hours by the time gone by', () => {
    const from = atWallClock(isoDay('2027-03-27'), '10:00');
    const at = (text: string) => {
      const parsed = parseTypedMoment(text, { now, from });
      return parsed.ok ? formatInstant(parsed.value) : parsed.refusal.code;
    };
    expect(at('+1')).toBe('28.03.2027 10:00');
    expect(at('+24h')).toBe('28.03.2027 11:00');
    expect(at('18:00')).toBe('27.03.2027 18:00');
  });

  test('what is written is read again', () => {
    for (const text of ['20.11.2026 14:30', '01.01.2027 00:00', '28.03.2027 03:00']) {
      const parsed = parseTypedMoment(text, { now });
      expect(parsed.ok && formatInstant(parsed.value)).toBe(text);
    }
  });
});
