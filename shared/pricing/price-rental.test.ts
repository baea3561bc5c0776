import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, rappen } from '../money/rappen.ts';
import { must } from '../result/result.ts';
import { atWallClock, instant, isoDay } from '../time/instant.ts';
import { describeLine } from './describe-line.ts';
import { type Rate, priceRental } from './price-rental.ts';

const rates: readonly Rate[] = [
  { minimumDays: 1, dayPrice: 7900 },
  { minimumDays: 7, dayPrice: 6500 },
  { minimumDays: 28, dayPrice: 5200 },
].map(({ minimumDays, dayPrice }) => ({
  id: `rate-${minimumDays}`,
  name: 'Nebensaison 2026',
  validFrom: isoDay('2026-11-01'),
  validTo: isoDay('2027-03-31'),
  minimumDays,
  dayPrice: rappen(dayPrice),
  kilometresPerDay: 200,
  extraKilometrePrice: rappen(35),
  graceMinutes: 59,
}));

const from = (day: string, time: string) => atWallClock(isoDay(day), time);

describe('the price of a rental', () => {
  test.each([
    // 3 × 79.00 = 237.00; 237.00 × 8.1 / 108.1 = 17.7586… → 17.76; 3 × 200 km
    ['three days', '2026-11-20 14:30', '2026-11-23 14:30', 3, 23_700, 1776, 600],
    // 59 minutes late are forgiven, 60 are a fourth day: 4 × 79.00 = 316.00
    ['59 minutes over', '2026-11-20 14:30', '2026-11-23 15:29', 3, 23_700, 1776, 600],
    ['an hour over', '2026-11-20 14:30', '2026-11-23 15:30', 4, 31_600, 2368, 800],
    // 7 × 65.00 = 455.00; 455.00 × 8.1 / 108.1 = 34.0934… → 34.09
    ['a week', '2026-11-20 08:00', '2026-11-27 08:00', 7, 45_500, 3409, 1400],
    ['twenty minutes', '2026-11-20 08:00', '2026-11-20 08:20', 1, 7900, 592, 200],
    // 28 × 52.00 = 1456.00; the clock changes on 28 March 2027, days stay days
    ['four weeks across the clock change', '2027-03-15 09:00', '2027-04-12 09:00', 28, 145_600, 10_910, 5600],
  ])('%s', (_name, starts, ends, days, total, vat, kilometres) => {
    const [startDay = '', startTime = ''] = starts.split(' ');
    const [endDay = '', endTime = ''] = ends.split(' ');
    const price = must(priceRental(rates, from(startDay, startTime), from(endDay, endTime)));
    expect(price).toMatchObject({ days, total, vat, kilometresIncluded: kilometres });
  });

  test('is refused backwards, without a rate, and beyond a year', () => {
    const start = from('2026-11-20', '10:00');
    expect(priceRental(rates, start, start)).toMatchObject({ refusal: { code: 'period_backwards' } });
    expect(priceRental(rates, from('2026-06-01', '10:00'), from('2026-06-02', '10:00'))).toMatchObject({
      refusal: { code: 'no_rate' },
    });
    expect(priceRental(rates, start, from('2027-11-22', '10:00'))).toMatchObject({
      refusal: { code: 'period_too_long', limitDays: 366 },
    });
  });

  test('adds up line by line, for any period', () => {
    const start = Date.parse('2026-11-01T00:00:00Z');
    fc.assert(
      fc.property(fc.nat(140 * 24 * 60), fc.integer({ min: 1, max: 300 * 24 * 60 }), (offset, minutes) => {
        const startsAt = instant(new Date(start + offset * 60_000));
        const endsAt = instant(new Date(start + (offset + minutes) * 60_000));
        const price = must(priceRental(rates, startsAt, endsAt));
        expect(add(...price.lines.map((line) => line.amount))).toBe(price.total);
        for (const line of price.lines) expect(line.amount).toBe(line.quantity * line.unitPrice);
        expect(price.vat).toBeLessThan(price.total);
      }),
    );
  });

  test('is explained in words, in four languages', () => {
    const price = must(priceRental(rates, from('2026-11-20', '10:00'), from('2026-11-25', '10:00')));
    const said = (['de', 'fr', 'it', 'en'] as const).map((language) =>
      price.lines.map((line) => describeLine(line.rule, language).label),
    );
    expect(said).toEqual([
      ['5 Tage Miete', 'Inbegriffen 1’000 km'],
      ['5 jours de location', '1’000 km inclus'],
      ['5 giorni di noleggio', '1’000 km inclusi'],
      ['5 days rental', '1’000 km included'],
    ]);
    expect(describeLine(price.lines[0]!.rule, 'de').explanation).toBe('Nebensaison 2026, 79.00 je Tag');
  });
});
