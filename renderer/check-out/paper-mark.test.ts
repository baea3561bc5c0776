import { expect, test } from 'vitest';
import { perMille } from '#shared/fleet/per-mille.ts';
import { examplePriceList } from '#shared/pricing/example-list.ts';
import { priceListSchema } from '#shared/pricing/price-list.ts';
import { noOptions } from '#shared/pricing/rental-options.ts';
import { instant } from '#shared/time/instant.ts';
import type { DraftContent } from './draft.ts';
import { paperMark } from './paper-mark.ts';
import { type QuoteFacts, quoteOf } from './quote.ts';
import { testingDraft } from './testing-draft.ts';

const at = instant('2026-11-20T13:20:00Z');
const otherId = '019aa000-0000-7000-8000-000000000002';
const list = priceListSchema.parse(examplePriceList);
// The forms know branches by their ids, which this list names otherwise.
const branch = { id: testingDraft.returnBranchId, name: 'Zürich', canton: 'ZH' } as const;
const priceList = { ...list, branches: [{ ...list.branches[0]!, ...branch }] };
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
  priceList,
  branchId: branch.id,
  customerGroup: null,
};
const draft: DraftContent = { ...testingDraft, options: noOptions, vouchers: '' };
const damage = {
  id: otherId,
  view: 'left' as const,
  position: { x: perMille(500), y: perMille(500) },
  kind: 'scratch' as const,
  size: 'medium' as const,
  note: '',
  foundAt: at,
  photoIds: [],
};
const photo = { id: otherId, sha256: 'aa', size: 1, takenAt: at };

const markWith = (changes: Partial<DraftContent>, changed: Partial<QuoteFacts> = {}) => {
  const typed = { ...draft, ...changes };
  return paperMark(typed, quoteOf(typed, { ...facts, ...changed }, at), at);
};
const mark = markWith({});

test.each<[string, Partial<DraftContent>]>([
  ['the car', { vehicleId: otherId }],
  ['the start', { start: '20.11.26 14:45' }],
  ['the keys', { keys: '2' }],
  ['the accessories', { moreAccessories: 'Ladekabel' }],
  ['the end', { end: '24.11.2026 14:30' }],
  ['the customer', { customerId: otherId }],
  ['the name', { lastName: 'Brunnerin' }],
  ['the address', { street: 'Seestrasse' }],
  ['the driver', { driverFirstName: 'Beat' }],
  ['the licence', { licenceNumber: '1' }],
  ['how long it is valid', { licenceExpiresOn: '1.3.2030' }],
  ['an extra', { options: { ...noOptions, extras: [{ id: 'child', count: 1 }] } }],
  ['the kilometres', { odometer: '31’847' }],
  ['the fuel', { fuelEighths: 6 }],
  ['the note', { note: 'Vollmacht liegt bei' }],
  ['a damage found', { found: [{ damage, cost: '', photos: [] }] }],
  ['a damage mended', { repaired: [otherId] }],
  ['the deposit', { depositMethod: 'none' }],
])('another paper: %s', (_name, changes) => {
  expect(mark).not.toBeNull();
  expect(markWith(changes)).not.toBeNull();
  expect(markWith(changes)).not.toBe(mark);
});

test('another paper: prices that change, with nothing typed', () => {
  const dearer = list.rates.map((rate) => ({ ...rate, day: { ...rate.day, price: rate.day.price * 2 } }));
  const changed = { priceList: priceListSchema.parse({ ...examplePriceList, rates: dearer }) };
  const there = { priceList: { ...changed.priceList, branches: priceList.branches } };
  expect(markWith({}, there)).not.toBeNull();
  expect(markWith({}, there)).not.toBe(mark);
});

test.each<[string, Partial<DraftContent>]>([
  ['the signature itself', { signature: { width: 1, height: 1, strokes: [] }, signedFor: 'x' }],
  ['the same, typed otherwise', { start: '20.11. 14:30', odometer: '31846', end: '23.11.26' }],
])('the same paper: %s', (_name, changes) => {
  expect(markWith(changes)).toBe(mark);
});

test('a photo more is not on the paper', () => {
  const found = (photos: readonly (typeof photo)[]) => markWith({ found: [{ damage, cost: '', photos }] });
  expect(found([photo])).toBe(found([]));
});

test('without a price, or with a field missing, there is no paper yet', () => {
  expect(markWith({ odometer: '' })).toBeNull();
  expect(markWith({}, { priceList: null })).toBeNull();
});
