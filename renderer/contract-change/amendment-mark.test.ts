import { expect, test } from 'vitest';
import { rappen } from '#shared/money/rappen.ts';
import { instant } from '#shared/time/instant.ts';
import { amendmentMark } from './amendment-mark.ts';
import type { ChangeForm, Exchange } from './change-form.ts';

const id = '019aa000-0000-7000-8000-000000000001';
const until = instant('2026-11-22T09:00:00Z');
const exchange: Exchange = {
  vehicleId: id,
  reason: 'Panne',
  courtesy: false,
  back: { odometerKm: 31_900, fuelEighths: 6, keys: 1 },
  notes: '',
  found: [],
  repaired: [],
  out: { odometerKm: 12_000, fuelEighths: 8, keys: 1 },
};
const form: ChangeForm = {
  contractId: id,
  until,
  returnBranchId: null,
  extras: [],
  protections: [],
  driver: null,
  exchange,
  signature: null,
  signedName: 'Annalena Brunner',
};
const shown = { follows: 'aa', after: rappen(40_000) };
const damages = { known: [], knownOfNext: [] };
const mark = amendmentMark(form, shown, damages);

test.each<[string, Partial<ChangeForm>]>([
  ['the end', { until: instant('2026-11-23T09:00:00Z') }],
  ['the branch', { returnBranchId: id }],
  ['an extra', { extras: [{ id: 'child', count: 1 }] }],
  ['a protection', { protections: ['cdw'] }],
  ['no exchange', { exchange: null }],
  ['the car', { exchange: { ...exchange, vehicleId: '019aa000-0000-7000-8000-000000000002' } }],
  ['the kilometres', { exchange: { ...exchange, back: { ...exchange.back, odometerKm: 31_901 } } }],
  ['the fuel', { exchange: { ...exchange, out: { ...exchange.out, fuelEighths: 7 } } }],
  ['a damage mended', { exchange: { ...exchange, repaired: [id] } }],
])('another amendment: %s', (_name, changes) => {
  expect(amendmentMark({ ...form, ...changes }, shown, damages)).not.toBe(mark);
});

test('another amendment: another price, or on top of another one', () => {
  expect(amendmentMark(form, { ...shown, after: rappen(40_005) }, damages)).not.toBe(mark);
  expect(amendmentMark(form, { ...shown, follows: 'bb' }, damages)).not.toBe(mark);
});

test('the signature itself says nothing', () => {
  const signature = { width: 600, height: 180, strokes: [] };
  expect(amendmentMark({ ...form, signature }, shown, damages)).toBe(mark);
});
