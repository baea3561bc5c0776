import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { netVatGross } from '../money/gross-net.ts';
import { add, basisPoints, rappen, subtract, zero } from '../money/rappen.ts';
import { examplePriceList } from '../pricing/example-list.ts';
import { instant, isoDay } from '../time/instant.ts';
import { bill, contract, fourDays } from './testing-contract-bill.ts';

test('whatever happened, it adds up', () => {
  const hours = fc.integer({ min: 1, max: 24 * 20 });
  const category = fc.constantFrom('compact', 'van');
  const starts = fc.integer({ min: -20 * 24, max: 10 * 24 });
  const sums = fc.record({ paid: fc.nat(200_000), deposit: fc.nat(200_000), cost: fc.nat(300_000) });
  const basis = fc.constantFrom('gross' as const, 'net' as const);
  fc.assert(
    fc.property(starts, hours, hours, category, basis, fc.nat(8000), fc.nat(8), sums, (...drawn) => {
      const [start, agreed, real, vehicle, prices, driven, fuelMissing, { paid, deposit, cost }] = drawn;
      // Around New Year 2024: many a rental has days at both rates.
      const moment = (hour: number) =>
        instant(new Date(Date.parse('2024-01-01T09:00:00Z') + hour * 3_600_000));
      const rates = examplePriceList.rates.map((rate) => ({ ...rate, validFrom: '2023-01-01' }));
      const signed = contract({
        ...fourDays,
        with: {
          category: vehicle,
          pickUp: { branch: 'zrh', at: moment(start) },
          return: { branch: 'zrh', at: moment(start + agreed) },
          protections: ['cdw'],
        },
        list: { rates, basis: prices },
      });
      const damages =
        cost === 0
          ? []
          : [{ title: 'x', explanation: null, cost: rappen(cost), cover: 'collision', happenedAt: null }];
      const made = bill(
        signed,
        '2026-01-01 00:00',
        { returnedAt: moment(start + real), drivenKilometres: driven, fuelMissing, damages },
        {
          deposit: rappen(deposit),
          payments: [{ label: 'x', paidOn: isoDay('2024-01-01'), amount: rappen(paid) }],
        },
      );
      const { rental, damage } = made;
      for (const invoice of [rental, ...(damage === null ? [] : [damage])]) {
        expect(add(...invoice.lines.map(({ amount }) => amount))).toBe(invoice.total);
        for (const line of invoice.lines) {
          expect(line.quantity * line.unitPrice).toBe(line.amount);
          // What is stored: only a discount is below nothing.
          expect(line.amount >= 0 || line.kind === 'discount').toBe(true);
        }
        for (const share of invoice.vat) {
          expect(add(share.net, share.vat)).toBe(share.gross);
          expect([basisPoints(770), basisPoints(810)]).toContain(share.rate);
        }
      }
      // The price as the list has it, with the fuel at the rate of the return, rounded once for each rate.
      const fuel = rappen(fuelMissing === 0 ? 0 : fuelMissing * 1200 + 2000);
      const returnRate = start + real < -10 ? 770 : 810; // ten in the morning of New Year is hour 0
      const ofRate = (rate: number) => {
        const rows = made.price.quote.vat.filter((row) => row.rate === rate).map((row) => row[prices]);
        return netVatGross(add(...rows, rate === returnRate ? fuel : zero), basisPoints(rate), prices).gross;
      };
      expect(rental.total).toBe(add(ofRate(770), ofRate(810)));
      const settled = add(
        ...[rental, damage].flatMap((one) => one?.payments ?? []).map(({ amount }) => amount),
      );
      expect(settled).toBe(paid + made.deposit.kept);
      expect(add(made.deposit.kept, made.deposit.released)).toBe(deposit);
      const owed = add(rental.total, damage?.total ?? zero);
      const open = add(rental.open, damage?.open ?? zero);
      expect(subtract(open, made.overpaid)).toBe(owed - settled);
      expect(made.overpaid === 0 || rental.open === 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
