import { expect, test } from 'vitest';
import { perMille } from '#shared/fleet/per-mille.ts';
import { rappen } from '#shared/money/rappen.ts';
import { instant } from '#shared/time/instant.ts';
import type { Gathered } from './gather-check-in.ts';
import { reportMark } from './report-mark.ts';
import type { CheckInForm } from './return-vehicle.ts';

const at = instant('2026-11-20T13:20:00Z');
const id = '019aa000-0000-7000-8000-000000000001';
const damage = {
  id,
  view: 'left' as const,
  position: { x: perMille(500), y: perMille(500) },
  kind: 'scratch' as const,
  size: 'medium' as const,
  note: '',
  foundAt: at,
  photoIds: [],
};
const form: CheckInForm = {
  contractId: id,
  at,
  odometerKm: 31_900,
  fuelEighths: 6,
  cleanliness: 'used',
  keys: 1,
  accessories: [{ name: 'Kindersitz', count: 1 }],
  found: [{ damage, photos: [], cost: null }],
  repaired: [],
  drivenKilometres: null,
  notes: '',
  renter: 'present',
  signature: null,
  signedName: 'Annalena Brunner',
  method: 'card',
};
// Of all that a check-in stands on, the report looks at these.
const seen = { vehicle: { id }, known: [] } as unknown as Pick<Gathered, 'vehicle' | 'known'>;
const mark = reportMark(form, seen);

test.each<[string, Partial<CheckInForm>]>([
  ['the time', { at: instant('2026-11-20T13:21:00Z') }],
  ['the kilometres', { odometerKm: 31_901 }],
  ['the kilometres that were said', { drivenKilometres: 12 }],
  ['the fuel', { fuelEighths: 5 }],
  ['the cleanliness', { cleanliness: 'dirty' }],
  ['the keys', { keys: 2 }],
  ['what belongs to the car', { accessories: [] }],
  ['a damage', { found: [] }],
  ['what is said of a damage', { found: [{ damage: { ...damage, note: 'tief' }, photos: [], cost: null }] }],
  ['a damage mended', { repaired: [id] }],
  ['the notes', { notes: 'riecht nach Hund' }],
])('another report: %s', (_name, changes) => {
  expect(reportMark({ ...form, ...changes }, seen)).not.toBe(mark);
});

test('another report: a damage that somebody else entered meanwhile', () => {
  expect(reportMark(form, { ...seen, known: [damage] })).not.toBe(mark);
});

test('how it is paid, and what is asked for a damage, stand on the bill', () => {
  const found = [{ damage, photos: [], cost: rappen(20_000) }];
  expect(reportMark({ ...form, method: 'cash', found }, seen)).toBe(mark);
  const signature = { width: 600, height: 180, strokes: [] };
  expect(reportMark({ ...form, signature }, seen)).toBe(mark);
});
