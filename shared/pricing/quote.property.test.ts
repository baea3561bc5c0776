import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, rappen, zero } from '../money/rappen.ts';
import { vatWithin } from '../money/rounding.ts';
import { must } from '../result/result.ts';
import { instant } from '../time/instant.ts';
import { exchangeVehicle, extendRental, returnEarly, returnLate, signPrice } from './change-rental.ts';
import { examplePriceList } from './example-list.ts';
import { type PriceListInput, priceListSchema } from './price-list.ts';
import { type QuoteRequest, quoteRequestSchema } from './quote-request.ts';
import { quote } from './quote.ts';
import { rentalPart } from './rental-part.ts';

const gross = priceListSchema.parse(examplePriceList);
const lists = [
  gross,
  priceListSchema.parse({ ...examplePriceList, basis: 'net' } satisfies PriceListInput),
  priceListSchema.parse({ ...examplePriceList, seasonBy: 'day' } satisfies PriceListInput),
];
const hourMs = 3_600_000;
const start = Date.parse('2026-01-02T06:00:00Z');
const at = (ms: number) => instant(new Date(ms));
const minutesOf = (days: number) => fc.integer({ min: 1, max: days * 24 * 60 });
const starts = fc.nat(500 * 24 * 4).map((quarter) => start + quarter * 15 * 60_000);
const ids = <Id extends string>(...all: readonly Id[]) => fc.subarray([...all]);

/** Any rental that the example list can price; the airport is always open. */
const rentals: fc.Arbitrary<QuoteRequest> = fc
  .record({
    category: fc.constantFrom('compact', 'van'),
    from: starts,
    minutes: fc.oneof(minutesOf(3), minutesOf(40), minutesOf(200)),
    to: fc.constantFrom('kloten', 'zrh'),
    young: fc.boolean(),
    extras: ids('child', 'driver', 'vignette'),
    protections: ids('theft', 'cdw0'),
    kilometrePackage: fc.constantFrom(null, 'km500', 'free'),
    drivenKilometres: fc.option(fc.nat(20_000)),
    customerGroup: fc.constantFrom(null, 'corporate'),
  })
  .map(({ from, minutes, to, young, extras, ...rest }) =>
    quoteRequestSchema.parse({
      ...rest,
      pickUp: { branch: 'kloten', at: at(from) },
      return: { branch: to, at: at(from + minutes * 60_000) },
      drivers: [{ bornOn: young ? '2002-12-31' : '1980-02-29', licenceSince: '2021-01-01' }],
      extras: extras.map((id) => ({ id, count: 1 })),
    }),
  );

describe('any quote', () => {
  test('adds up: lines to the subtotal, VAT by rate to the total, each line to quantity × price', () => {
    fc.assert(
      fc.property(rentals, fc.constantFrom(...lists), (request, list) => {
        const price = must(quote(request, list));
        expect(add(...price.lines.map(({ amount }) => amount))).toBe(price.subtotal);
        for (const line of price.lines) expect(line.amount).toBe(line.quantity * line.unitPrice);
        expect(add(zero, ...price.vat.map((row) => row.gross))).toBe(price.total);
        for (const row of price.vat) {
          expect(row.net + row.vat).toBe(row.gross);
          const own = price.lines.filter(
            ({ vatKind, vatRate }) => vatKind === row.vatKind && vatRate === row.rate,
          );
          const sum = add(zero, ...own.map(({ amount }) => amount));
          expect(list.basis === 'gross' ? row.gross : row.net).toBe(sum);
          expect(Math.abs(row.vat - vatWithin(row.gross, row.rate))).toBeLessThanOrEqual(1);
        }
        expect(price.total).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  test('is the same again, and leaves its arguments alone', () => {
    fc.assert(
      fc.property(rentals, fc.constantFrom(...lists), (request, list) => {
        const before = JSON.stringify([request, list]);
        const first = quote(request, list);
        expect(quote(JSON.parse(JSON.stringify(request)) as QuoteRequest, list)).toEqual(first);
        expect(JSON.stringify([request, list])).toBe(before);
      }),
    );
  });
});

describe('a longer rental', () => {
  test('never costs less in all, but for discounts and a rate for longer rentals', () => {
    const open = gross.branches.map((branch) => ({ ...branch, opening: null }));
    const whole = lists.map((list) => ({ ...list, branches: open, discounts: [] }));
    fc.assert(
      fc.property(rentals, minutesOf(20), fc.constantFrom(...whole), (request, more, list) => {
        const short = { ...request, drivenKilometres: null };
        const end = at(Date.parse(request.return.at) + more * 60_000);
        const [before, after] = [short, { ...short, return: { ...short.return, at: end } }].map((one) =>
          must(quote(one, list)),
        );
        if (!before || !after) throw new Error('two prices');
        const least = (id: string) => list.rates.find((rate) => rate.id === id)?.minimumDays ?? 0;
        expect(after.total >= before.total || least(after.rateId) > least(before.rateId)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the price of the rental itself', () => {
  test('never falls when the period grows, unless a longer rate takes over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('compact', 'van'),
        fc.constantFrom('start' as const, 'day' as const),
        starts,
        minutesOf(70),
        fc.oneof(minutesOf(1), minutesOf(30)),
        (category, seasonBy, from, minutes, more) => {
          const rates = gross.rates.filter((rate) => rate.category === category);
          const terms = { seasonBy, canton: 'ZH' as const };
          const short = must(rentalPart(rates, at(from), at(from + minutes * 60_000), terms));
          const long = must(rentalPart(rates, at(from), at(from + (minutes + more) * 60_000), terms));
          const longerRate = category === 'van' && long.rateId !== short.rateId;
          expect(longerRate || long.total >= short.total).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is never more than days alone, nor than any one longer unit that holds it', () => {
    fc.assert(
      fc.property(starts, minutesOf(30), (from, minutes) => {
        const rates = gross.rates.filter(({ id }) => id === 'compact-low');
        const part = must(
          rentalPart(rates, at(from), at(from + minutes * 60_000), { seasonBy: 'start', canton: 'ZH' }),
        );
        expect(part.total).toBeLessThanOrEqual(part.days * 8000);
        expect(part.total).toBeLessThanOrEqual(Math.ceil(part.days / 7) * 42_000);
        expect(part.total).toBeLessThanOrEqual(Math.ceil(part.days / 30) * 150_000);
      }),
    );
  });
});

describe('a signed price', () => {
  const change = { rentals, hours: fc.integer({ min: 1, max: 400 }) };

  test('is not touched by a changed list', () => {
    const list = structuredClone(gross);
    const request = quoteRequestSchema.parse({
      category: 'compact',
      pickUp: { branch: 'zrh', at: '2026-11-16T10:00:00+01:00' },
      return: { branch: 'zrh', at: '2026-11-19T10:00:00+01:00' },
    });
    const signed = must(signPrice(request, list));
    for (const rate of list.rates) rate.day.price = rappen(9000);
    expect(must(quote(request, list)).total).toBe(27_000);
    const longer = must(extendRental(signed, instant('2026-11-20T10:00:00+01:00')));
    expect(longer).toMatchObject({ before: 24_000, after: 32_000, difference: 8000 }); // 3 and 4 × 80.00
  });

  test('early is never dearer, late never cheaper, beyond the fee; a breakdown never dearer', () => {
    fc.assert(
      fc.property(change.rentals, change.hours, fc.constantFrom(...lists), (request, hours, list) => {
        const bare = { ...request, drivenKilometres: null, return: { ...request.return, branch: 'kloten' } };
        const signed = must(signPrice(bare, list));
        const [from, to] = [Date.parse(bare.pickUp.at), Date.parse(bare.return.at)];
        const early = must(returnEarly(signed, at(to - Math.floor((to - from) / (hours + 1))), null));
        expect(early.after).toBeLessThanOrEqual(early.before);
        const late = must(returnLate(signed, at(to + hours * hourMs), null));
        expect(late.difference).toBeGreaterThanOrEqual(5000); // the late fee
        const half = at(from + Math.floor((to - from) / 2));
        const broken = must(exchangeVehicle(signed, half, 'van', { courtesy: true }));
        expect(broken.after).toBeLessThanOrEqual(broken.before);
        for (const { price, before, after, difference } of [early, late, broken]) {
          expect(after - before).toBe(difference);
          expect(add(...price.quote.lines.map(({ amount }) => amount))).toBe(price.quote.subtotal);
          expect(add(zero, ...price.quote.vat.map((row) => row.gross))).toBe(after);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('by hand: early, late and longer', () => {
    const request = (from: string, to: string, category = 'compact') =>
      quoteRequestSchema.parse({
        category,
        pickUp: { branch: 'zrh', at: `${from}T10:00:00+01:00` },
        return: { branch: 'zrh', at: `${to}T10:00:00+01:00` },
      });
    const fiveDays = must(signPrice(request('2026-11-16', '2026-11-21'), gross));
    // 5 × 80.00 = 400.00; back after three: 3 × 80.00 = 240.00
    expect(must(returnEarly(fiveDays, instant('2026-11-19T10:00:00+01:00'), null)).difference).toBe(-16_000);
    // 1200 km with 3 × 200 included: 600 × 0.35 = 210.00
    expect(must(returnEarly(fiveDays, instant('2026-11-19T10:00:00+01:00'), 1200)).difference).toBe(5000);
    const kept = must(signPrice(request('2026-11-16', '2026-11-21'), { ...gross, earlyReturn: 'no_refund' }));
    expect(must(returnEarly(kept, instant('2026-11-19T10:00:00+01:00'), null)).difference).toBe(0);
    // the exchange agreed for Thursday never happened: 2 × 80.00, after 5 × 80.00 × 3 / 5 + 5 × 120.00 × 2 / 5 = 480.00
    const planned = must(
      exchangeVehicle(fiveDays, instant('2026-11-19T10:00:00+01:00'), 'van', { courtesy: false }),
    );
    expect(planned.after).toBe(48_000);
    expect(must(returnEarly(planned.price, instant('2026-11-18T10:00:00+01:00'), null)).after).toBe(16_000);
    // a van for 7 × 95.00 = 665.00, back after six: 6 × 120.00 = 720.00 (and closed: 30.00), but never above 665.00
    const week = must(signPrice(request('2026-11-09', '2026-11-16', 'van'), gross));
    expect(must(returnEarly(week, instant('2026-11-15T10:00:00+01:00'), null)).after).toBe(66_500);
    // a van for 5 × 120.00 = 600.00, two days late: 7 × 95.00 = 665.00 and the late fee of 50.00
    const van = must(signPrice(request('2026-11-11', '2026-11-16', 'van'), gross));
    expect(must(returnLate(van, instant('2026-11-18T10:00:00+01:00'), null)).after).toBe(71_500);
    // 6 × 120.00 = 720.00, a day late would be 665.00: it stays 720.00, and 50.00
    const six = must(signPrice(request('2026-11-10', '2026-11-16', 'van'), gross));
    expect(must(returnLate(six, instant('2026-11-17T10:00:00+01:00'), null)).after).toBe(77_000);
    // agreed beforehand it is 665.00
    expect(must(extendRental(six, instant('2026-11-17T10:00:00+01:00'))).after).toBe(66_500);
    expect(extendRental(six, six.request.return.at)).toMatchObject({ refusal: { code: 'not_longer' } });
    expect(returnEarly(six, six.request.return.at, null)).toMatchObject({ refusal: { code: 'not_early' } });
    expect(returnLate(six, six.request.return.at, null)).toMatchObject({ refusal: { code: 'not_late' } });
  });
});
