import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedDay, typedTime, typedVouchers } from '#build/testing/typed-texts.ts';
import { examplePriceList } from '#shared/pricing/example-list.ts';
import { priceListSchema } from '#shared/pricing/price-list.ts';
import { now } from '#shared/time/instant.ts';
import { testingDraft } from './testing-draft.ts';
import { type QuoteFacts, quoteOf } from './quote.ts';
import { readForm } from './read-form.ts';

const facts: QuoteFacts = {
  vehicle: {
    plate: 'ZH123456',
    category_id: 'compact',
    minimum_age: 21,
    maximum_age: null,
    minimum_licence_years: 1,
    licence_category: 'B',
  },
  priceList: priceListSchema.parse(examplePriceList),
  branchId: 'zrh',
  customerGroup: null,
};
const draft = { ...testingDraft, returnBranchId: 'zrh' };

const typed = fc.record({
  startDay: typedDay,
  startTime: typedTime,
  endDay: typedDay,
  endTime: typedTime,
  bornOn: typedDay,
  licenceSince: typedDay,
  vouchers: typedVouchers,
});

test('whatever is typed into the period, the dates of the driver and the vouchers gives a price, a refusal, or nothing yet', () => {
  let refused = 0;
  fc.assert(
    fc.property(typed, fc.constantFrom(facts.priceList, null), (texts, priceList) => {
      const quote = quoteOf({ ...draft, ...texts }, { ...facts, priceList });
      if (quote?.ok === false) refused += 1;
      const form = readForm({ ...testingDraft, ...texts }, now());
      // What the form refuses it refuses beside a field: without one nobody would know why it does not go on.
      expect(form.ok || Object.keys(form.refusal.errors).length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(100);
});

test.each([
  [{ startDay: '5.11.2006' }, 'period_out_of_reach', 'pickUp.at'],
  [{ startDay: '30.11.1026' }, 'period_out_of_reach', 'pickUp.at'],
  [{ endDay: '23.11.2126' }, 'period_out_of_reach', 'return.at'],
  [{ vouchers: 'x'.repeat(81) }, 'voucher_too_long', 'vouchers.0'],
])('a slip of the hand is refused by name: %o', (texts, code, field) => {
  expect(quoteOf({ ...draft, ...texts }, facts)).toMatchObject({ ok: false, refusal: { code, field } });
});
