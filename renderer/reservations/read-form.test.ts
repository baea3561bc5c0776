import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedMoment, typedVouchers } from '#build/testing/typed-texts.ts';
import { decideReservation } from '#shared/contracts/reserve.ts';
import { examplePriceList } from '#shared/pricing/example-list.ts';
import { noOptions } from '#shared/pricing/rental-options.ts';
import { priceListSchema } from '#shared/pricing/price-list.ts';
import { instant } from '#shared/time/instant.ts';
import { besideField } from './beside-field.ts';
import type { ReservationDraft } from './draft.ts';
import { typedPeriod } from '../ui/fields/typed-period.ts';
import { optionsOf, readForm } from './read-form.ts';

const id = '019aa000-0000-7000-8000-000000000001';
const at = instant('2026-11-20T13:20:00Z');
const list = priceListSchema.parse(examplePriceList);
const draft: ReservationDraft = {
  reservationId: '',
  refusalId: '',
  kind: 'reservation',
  was: 'new',
  touched: true,
  customerId: id,
  customerName: 'Brunner, Annalena',
  customerAbout: '',
  firstName: '',
  lastName: '',
  street: '',
  buildingNumber: '',
  postalCode: '',
  town: '',
  country: 'CH',
  phone: '',
  email: '',
  language: 'de',
  start: '24.11.2026 10:00',
  end: '+3',
  categoryId: id,
  vehicleId: '',
  returnBranchId: id,
  options: noOptions,
  vouchers: '',
  note: '',
};

/** As the form asks at every key. */
function decided(texts: Partial<ReservationDraft>, priceList: typeof list | null = list) {
  const typed = { ...draft, ...texts };
  const { start, end } = typedPeriod(typed, at);
  if (start.value === null || end.value === null) return null;
  return decideReservation(
    {
      kind: 'reservation',
      vehicleId: null,
      categoryId: 'compact',
      branchId: 'kloten',
      returnBranchId: 'kloten',
      startsAt: start.value,
      endsAt: end.value,
      options: optionsOf(typed),
    },
    { now: at, priceList, customerGroup: null, driver: null, vehicle: null, before: null },
  );
}

test('whatever is typed into the period and the vouchers gives a price, a refusal, or nothing yet', () => {
  const texts = fc.record({ start: typedMoment, end: typedMoment, vouchers: typedVouchers });
  let refused = 0;
  fc.assert(
    fc.property(texts, fc.constantFrom(list, null), (typed, priceList) => {
      const decision = decided(typed, priceList);
      if (decision?.ok === false) refused += 1;
      const form = readForm({ ...draft, ...typed }, at);
      expect(form.ok || Object.keys(form.refusal.errors).length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(100);
});

test.each<[Partial<ReservationDraft>, string, string]>([
  [{ start: '5.11.2006 10:00' }, 'period_out_of_reach', 'start'],
  [{ end: '30.11.2126 10:00' }, 'period_out_of_reach', 'end'],
  [{ start: '31.12.9999 10:00', end: '+3' }, '', ''],
  [{ vouchers: 'x'.repeat(81) }, 'voucher_too_long', 'vouchers'],
  [{ vouchers: 'NIE' }, 'voucher_unknown', 'vouchers'],
  [{ end: '24.11.2026 09:00' }, 'period_backwards', 'end'],
])('a slip of the hand is said beside its field: %o', (typed, code, field) => {
  const decision = decided(typed);
  const refusal = decision?.ok === false ? decision.refusal : null;
  expect([refusal?.code ?? '', (refusal && besideField(refusal, 'de')?.field) ?? '']).toEqual([code, field]);
});

test('too long a voucher keeps the form, beside the field', () => {
  expect(readForm({ ...draft, vouchers: 'x'.repeat(81) }, at)).toEqual({
    ok: false,
    refusal: { code: 'fields', errors: { vouchers: 'too_long' } },
  });
});
