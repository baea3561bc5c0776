import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedMoment } from '#build/testing/typed-texts.ts';
import { previewCheckIn } from '#shared/contracts/check-in.ts';
import type { Handover } from '#shared/contracts/handover.ts';
import { contract, request } from '#shared/invoices/testing-contract-bill.ts';
import { zero } from '#shared/money/rappen.ts';
import { instant } from '#shared/time/instant.ts';
import type { CheckInDraft } from './draft.ts';
import { readForm } from './read-form.ts';

const id = '019aa000-0000-7000-8000-000000000001';
const signed = contract({ from: '2026-11-16 10:00', to: '2026-11-20 10:00' });
const at = instant('2026-11-20T09:05:00Z');
const out: Handover = {
  contractId: id,
  vehicleId: 'octavia',
  direction: 'out',
  at: instant('2026-11-16T09:00:00Z'),
  clerk: 'M. Caduff',
  odometerKm: 31_846,
  fuelEighths: 8,
  cleanliness: 'clean',
  keys: 1,
  accessories: [],
  damages: [],
  notes: null,
  renter: 'present',
  signature: null,
  closedAt: null,
};
const draft: CheckInDraft = {
  touched: true,
  contractId: id,
  title: '',
  at: '20.11.2026 10:05',
  odometer: '31’900',
  driven: '',
  fuelEighths: 8,
  cleanliness: 'clean',
  keys: '1',
  accessories: [],
  found: [],
  repaired: [],
  notes: '',
  renter: 'present',
  method: 'card',
  signature: null,
  signedFor: '',
};
const { prices, vatRegistered } = request(signed, '2026-11-20 10:00');

/** As the form asks at every key. */
function previewed(texts: Partial<CheckInDraft>) {
  const form = readForm({ ...draft, ...texts }, at, '', out.at);
  if (!form.ok) return null;
  const { odometerKm, fuelEighths, at: backAt, notes } = form.value;
  const back: Handover = {
    ...out,
    direction: 'in',
    at: backAt,
    odometerKm,
    fuelEighths,
    notes: notes || null,
  };
  return previewCheckIn(
    { handover: back, repaired: [], drivenKilometres: form.value.drivenKilometres, billed: [] },
    {
      status: 'out',
      checkOut: out,
      exchanged: [],
      contract: { ...signed, status: 'out' },
      drive: 'fuel',
      language: 'de',
      vatRegistered,
      prices,
      fines: [],
      payments: [],
      deposit: zero,
    },
  );
}

test('whatever is typed into the return gives a bill, a refusal, or nothing yet', () => {
  const texts = fc.record({
    at: typedMoment,
    odometer: fc.oneof(fc.nat(9_999_999).map(String), fc.string({ maxLength: 9 })),
    driven: fc.oneof(fc.nat(9_999_999).map(String), fc.constant('')),
    fuelEighths: fc.nat(8),
    notes: fc.string({ maxLength: 40 }),
  });
  const codes = new Set<string>();
  fc.assert(
    fc.property(texts, (typed) => {
      const preview = previewed(typed);
      codes.add(preview === null ? 'nothing' : preview.ok ? 'bill' : preview.refusal.code);
    }),
    { numRuns: 2000 },
  );
  expect([...codes]).toEqual(expect.arrayContaining(['nothing', 'bill', 'period_out_of_reach']));
});

test('a year far ahead is refused by name', () => {
  expect(previewed({ at: '20.11.2126 10:00' })).toMatchObject({
    ok: false,
    refusal: { code: 'period_out_of_reach', field: 'return.at' },
  });
});
