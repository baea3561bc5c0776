import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedDay, typedMoment, typedVouchers } from '#build/testing/typed-texts.ts';
import { examplePriceList } from '#shared/pricing/example-list.ts';
import { noOptions } from '#shared/pricing/rental-options.ts';
import { priceListSchema } from '#shared/pricing/price-list.ts';
import { instant } from '#shared/time/instant.ts';
import { testingDraft } from './testing-draft.ts';
import { type QuoteFacts, quoteOf } from './quote.ts';
import { readForm, readPeriod } from './read-form.ts';

const facts: QuoteFacts = {
  vehicle: {
    plate: 'ZH123456',
    status: 'active',
    category_id: 'compact',
    minimum_age: 21,
    maximum_age: null,
    minimum_licence_years: 1,
    licence_category: 'B',
  },
  place: { outWith: null, held: null },
  priceList: priceListSchema.parse(examplePriceList),
  branchId: 'zrh',
  customerGroup: null,
};
const draft = { ...testingDraft, returnBranchId: 'zrh', vouchers: '', options: noOptions };
const at = instant('2026-11-20T13:20:00Z');

const typed = fc.record({
  start: typedMoment,
  end: typedMoment,
  bornOn: typedDay,
  licenceSince: typedDay,
  licenceExpiresOn: typedDay,
  vouchers: typedVouchers,
});

test('whatever is typed into the period, the dates of the driver and the vouchers gives a price, a refusal, or nothing yet', () => {
  let refused = 0;
  fc.assert(
    fc.property(typed, fc.constantFrom(facts.priceList, null), (texts, priceList) => {
      // At the moment of the start too, for what is only asked when that is near.
      const { startsAt } = readPeriod({ ...draft, ...texts }, at);
      quoteOf({ ...draft, ...texts }, { ...facts, priceList }, at);
      const quote = quoteOf({ ...draft, ...texts }, { ...facts, priceList }, startsAt ?? at);
      if (quote?.ok === false) refused += 1;
      const form = readForm({ ...testingDraft, ...texts }, at);
      // What the form refuses it refuses beside a field: without one nobody would know why it does not go on.
      expect(form.ok || Object.keys(form.refusal.errors).length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(100);
});

test.each([
  [{ start: '5.11.2006 14:30' }, 'start_too_far', 'startsAt'],
  [{ start: '30.11.1026 14:30' }, 'start_too_far', 'startsAt'],
  [{ end: '23.11.2126' }, 'period_out_of_reach', 'return.at'],
  [{ vouchers: 'x'.repeat(81) }, 'voucher_too_long', 'vouchers.0'],
])('a slip of the hand is refused by name: %o', (texts, code, field) => {
  expect(quoteOf({ ...draft, ...texts }, facts, at)).toMatchObject({ ok: false, refusal: { code, field } });
});

test('what is entered in full has a price', () => {
  expect(quoteOf(draft, facts, at)).toMatchObject({ ok: true, value: { plate: 'ZH123456' } });
});

test.each([
  ['22.11.2026', 'licence_expired'],
  ['23.11.2026', 'ok'],
  ['', 'ok'],
])('a licence that is valid until %s, for a rental until 23 November: %s', (licenceExpiresOn, code) => {
  const quote = quoteOf({ ...draft, licenceExpiresOn }, facts, at);
  expect(quote?.ok === false ? quote.refusal.code : 'ok').toBe(code);
});

const since = instant('2026-11-20T08:00:00Z');
test.each<[string, Partial<QuoteFacts>]>([
  ['vehicle_out', { place: { outWith: 'ZRH-B-26-00007', held: null } }],
  [
    'vehicle_held',
    {
      place: { outWith: null, held: { kind: 'hold', reason: 'repair', note: 'Bremsen', since, until: null } },
    },
  ],
  ['vehicle_in_transfer', { place: { outWith: null, held: { kind: 'transfer', to: 'Chur', since } } }],
  ['vehicle_not_rentable', { vehicle: { ...facts.vehicle!, status: 'workshop' } }],
])('what is known of the car is said before anybody signs: %s', (code, change) => {
  expect(quoteOf(draft, { ...facts, ...change }, at)).toMatchObject({ ok: false, refusal: { code } });
});

test('a draft of yesterday is too far from its start, also before a car is chosen', () => {
  const tomorrow = instant('2026-11-21T13:20:00Z');
  for (const vehicle of [facts.vehicle, undefined])
    expect(quoteOf(draft, { ...facts, vehicle }, tomorrow)).toMatchObject({
      refusal: { code: 'start_too_far' },
    });
});
