import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basisPoints, rappen } from '../money/rappen.ts';
import { addDays, dayOf, instant, isoDay } from '../time/instant.ts';
import { type BookedInvoice, revenueOf, vatReport } from './revenue.ts';
import { utilisation } from './utilisation.ts';

const line = (amount: number, vatKind: 'standard' | 'none' = 'standard', lineKind = 'rental') => ({
  title: 'x',
  explanation: null,
  amount: rappen(amount),
  vatKind,
  vatRate: basisPoints(vatKind === 'standard' ? 810 : 0),
  lineKind,
});

const bill = (
  issuedOn: string,
  lines: BookedInvoice['lines'],
  more: Partial<BookedInvoice> = {},
): BookedInvoice => ({
  kind: 'invoice',
  branchId: 'zrh',
  issuedOn: isoDay(issuedOn),
  lines,
  vat: null,
  ...more,
});

test('revenue by month, branch and kind, with what was credited taken off', () => {
  const revenue = revenueOf([
    bill('2026-09-30', [line(10_000), line(2_000, 'standard', 'extra')]),
    bill('2026-11-01', [line(5_000)], { branchId: 'chr' }),
    bill('2026-11-02', [line(1_000)], { kind: 'credit_note' }),
  ]);
  expect(revenue).toEqual({
    total: 16_000,
    months: [
      { month: '2026-09', total: 12_000 },
      { month: '2026-10', total: 0 },
      { month: '2026-11', total: 4_000 },
    ],
    branches: [
      { branchId: 'zrh', total: 11_000 },
      { branchId: 'chr', total: 5_000 },
    ],
    kinds: [
      { kind: 'rental', total: 14_000 },
      { kind: 'extra', total: 2_000 },
    ],
  });
  expect(revenueOf([])).toEqual({ total: 0, months: [], branches: [], kinds: [] });
});

test('VAT is that of the papers; damage is outside', () => {
  // 237.00 at 8.1 % holds 17.76 (17.758…), twice 35.52; of the sum it would be 35.51 or 35.52 by chance.
  const report = vatReport([
    bill('2026-11-01', [line(23_700)]),
    bill('2026-11-02', [line(23_700), line(50_000, 'none', 'damage')]),
    bill('2026-11-03', [line(10_000)], { kind: 'credit_note' }),
  ]);
  expect(report).toEqual({
    rates: [{ rate: 810, gross: 37_400, net: 37_400 - (1_776 * 2 - 749), vat: 1_776 * 2 - 749 }],
    outside: 50_000,
    total: 87_400,
  });
});

test('no Rappen is lost between the parts and the total', () => {
  const amounts = fc.array(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      amount: fc.integer({ min: 1, max: 9_999_999 }),
      branchId: fc.constantFrom('zrh', 'chr', 'lug'),
      kind: fc.constantFrom('invoice' as const, 'credit_note' as const),
      vatKind: fc.constantFrom('standard' as const, 'none' as const),
    }),
  );
  fc.assert(
    fc.property(amounts, (some) => {
      const invoices = some.map(({ month, amount, vatKind, ...rest }) =>
        bill(`2026-${String(month).padStart(2, '0')}-15`, [line(amount, vatKind)], rest),
      );
      const revenue = revenueOf(invoices);
      for (const part of [revenue.months, revenue.branches, revenue.kinds])
        expect(part.reduce((sum, { total }) => sum + total, 0)).toBe(revenue.total);
      expect(vatReport(invoices).total).toBe(revenue.total);
    }),
  );
});

test('a vehicle is out on each day on which somebody had it, and held where nobody had', () => {
  const fleet = [
    { id: 'a', categoryId: 'small' },
    { id: 'b', categoryId: 'small' },
    { id: 'c', categoryId: 'van' },
  ];
  const found = utilisation(
    fleet,
    [
      { vehicleId: 'a', from: instant('2026-10-30T10:00:00Z'), to: instant('2026-11-02T08:00:00Z') },
      // 23:30 in London is the third in Zürich.
      { vehicleId: 'c', from: instant('2026-11-02T23:30:00Z'), to: null },
    ],
    [{ vehicleId: 'a', from: instant('2026-11-02T12:00:00Z'), to: instant('2026-11-03T12:00:00Z') }],
    { from: isoDay('2026-11-01'), to: isoDay('2026-11-04') },
  );
  expect(found.days.map(({ rented, held }) => [rented, held])).toEqual([
    [1, 0],
    [1, 0],
    [1, 1],
    [1, 0],
  ]);
  expect(found.categories).toEqual([
    { categoryId: 'small', vehicles: 2, rented: 2, held: 1, possible: 8 },
    { categoryId: 'van', vehicles: 1, rented: 2, held: 0, possible: 4 },
  ]);
  expect(found).toMatchObject({ vehicles: 3, rented: 4, possible: 12 });
  const none = utilisation([], [], [], { from: isoDay('2026-11-02'), to: isoDay('2026-11-01') });
  expect(none).toMatchObject({ vehicles: 0, rented: 0, possible: 0 });
});

test('a rental counts on the Swiss days on which it lasted, at midnight and at both clock changes too', () => {
  const from = isoDay('2026-10-20');
  const length = 12;
  // Every quarter of an hour around the end of summer time, half of them before or after the period.
  const quarter = fc.integer({ min: -96 * 3, max: 96 * 15 }).map((at) => {
    const moment = Date.parse('2026-10-19T22:00:00Z') + at * 900_000;
    return instant(new Date(moment));
  });
  fc.assert(
    fc.property(quarter, quarter, (one, other) => {
      const [begins, ends] = one < other ? [one, other] : [other, one];
      const { days } = utilisation(
        [{ id: 'a', categoryId: 'x' }],
        [{ vehicleId: 'a', from: begins, to: ends }],
        [],
        {
          from,
          to: addDays(from, length - 1),
        },
      );
      const expected = Array.from({ length }, (_, at) => addDays(from, at)).map((day) =>
        dayOf(begins) <= day && day <= dayOf(ends) ? 1 : 0,
      );
      expect(days.map(({ rented }) => rented)).toEqual(expected);
    }),
  );
});
