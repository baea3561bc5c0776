import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedDay, typedMoment } from '#build/testing/typed-texts.ts';
import { type AmendmentFacts, proposeAmendment } from '#shared/contracts/amend-contract.ts';
import type { SignedContract } from '#shared/contracts/signed-contract.ts';
import { signPrice } from '#shared/pricing/change-rental.ts';
import { examplePriceList } from '#shared/pricing/example-list.ts';
import { priceListSchema } from '#shared/pricing/price-list.ts';
import { quoteRequestSchema } from '#shared/pricing/quote-request.ts';
import { must } from '#shared/result/result.ts';
import { instant, isoDay } from '#shared/time/instant.ts';
import { changesOf } from './change-form.ts';
import { type ChangeDraft, emptyDraft } from './draft.ts';
import { readForPrice } from './read-form.ts';
import { refusedField } from './refused-field.ts';

const id = '019aa000-0000-7000-8000-000000000001';
const [started, due, at] = [
  instant('2026-11-16T09:00:00Z'),
  instant('2026-11-20T09:00:00Z'),
  instant('2026-11-18T14:00:00Z'),
];
const driver = { bornOn: isoDay('1985-03-04'), licenceSince: isoDay('2005-05-05') };
const contract: SignedContract = {
  number: 'ZRH-A-26-00042',
  status: 'out',
  signedAt: started,
  terms: {
    vehicle: { id: 'octavia', category: 'compact' },
    drivers: [{ ...driver, id: 'anna', licenceCategory: 'B', licenceExpiresOn: null, from: null }],
    price: must(
      signPrice(
        quoteRequestSchema.parse({
          category: 'compact',
          pickUp: { branch: 'zrh', at: started },
          return: { branch: 'zrh', at: due },
          drivers: [driver],
        }),
        priceListSchema.parse(examplePriceList),
      ),
    ),
  },
  amendments: [],
};
const facts: AmendmentFacts = { now: at, licenceCategory: 'B', newVehicle: null, offered: null };
const holds = { vehicleId: 'octavia', since: started, dueAt: due, dueBranchId: 'zrh' };
const draft = emptyDraft(
  { contractId: id, title: '', until: '20.11.2026 10:00', returnBranchId: 'zrh', driverId: id },
  { fuelEighths: 8, keys: 1 },
);

/** As the form asks at every key. */
function proposed(typed: ChangeDraft) {
  const form = readForPrice(typed, { holds }, at);
  return form && proposeAmendment(contract, changesOf(form, '', at), facts);
}

test('whatever is typed into the period and the driver gives a price, a refusal, or nothing yet', () => {
  const texts = fc.record({
    until: typedMoment,
    joins: fc.boolean(),
    bornOn: typedDay,
    licenceSince: typedDay,
    licenceExpiresOn: fc.oneof(typedDay, typedMoment),
  });
  const codes = new Set<string>();
  fc.assert(
    fc.property(texts, ({ until, joins, ...dates }) => {
      const named = { ...draft.driver, firstName: 'Beat', lastName: 'Frei', licenceNumber: '1', ...dates };
      const proposal = proposed({ ...draft, until, joins, driver: named });
      if (proposal?.ok === false) codes.add(proposal.refusal.code);
    }),
    { numRuns: 2000 },
  );
  expect([...codes]).toEqual(expect.arrayContaining(['not_longer', 'period_out_of_reach']));
});

test.each([
  ['30.11.2126 10:00', 'period_out_of_reach'],
  ['5.11.2006 10:00', 'extension_past'],
  ['20.11.2026 09:00', 'not_longer'],
  ['25.11.2028 10:00', 'period_too_long'],
])('until %s is refused beside its field: %s', (until, code) => {
  const proposal = proposed({ ...draft, until });
  if (proposal?.ok !== false) throw new Error('it is taken');
  expect(proposal.refusal.code).toBe(code);
  expect(refusedField(proposal.refusal, 'de')).toMatchObject({ field: 'until' });
});
