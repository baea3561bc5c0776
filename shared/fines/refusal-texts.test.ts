import { expect, test } from 'vitest';
import { checkPlate } from '../fleet/plate.ts';
import { refusalLanguages, sayRefusal } from '../result/refusal-texts.ts';
import { must } from '../result/result.ts';
import { instant, isoDay } from '../time/instant.ts';
import type { FineRefusal } from './fine-refusal.ts';
import { fineRefusalTexts } from './refusal-texts.ts';

const plate = must(checkPlate('ZH731204'));
const at = instant('2026-10-25T00:30:00Z');
const near = { contractId: 'c', contractNumber: 'ZRH-A-26-00042', renter: { id: 'r', name: 'R' } };

const all: readonly FineRefusal[] = [
  { code: 'fine_plate', reason: 'plate_format' },
  { code: 'fine_time', time: '25:00' },
  { code: 'fine_time_skipped', day: isoDay('2026-03-29'), time: '02:30' },
  { code: 'fine_in_future', at, now: at },
  { code: 'fine_too_old', at, years: 3 },
  { code: 'plate_unknown', plate },
  { code: 'plate_not_in_use', plate, at, periods: [] },
  { code: 'several_vehicles', plate, vehicles: [] },
  { code: 'vehicle_without_plate', plate, vehicleId: 'v', vehicleIds: [] },
  { code: 'vehicle_at_company', vehicleId: 'v', at, before: { ...near, minutesAway: 7 }, after: null },
  { code: 'contracts_overlap', vehicleId: 'v', at, contracts: [near] },
  { code: 'fine_time_twice', time: '02:30', found: [{ at, contractNumber: null }] },
];

test('every code is said in four different sentences', () => {
  expect(new Set(all.map(({ code }) => code))).toEqual(new Set(Object.keys(fineRefusalTexts)));
  for (const refusal of all) {
    const said = refusalLanguages.map((language) => sayRefusal(fineRefusalTexts, refusal, language));
    expect(new Set(said).size).toBe(4);
    for (const text of said) expect(text).toMatch(/^(?!.*(undefined|NaN|\[object|\$\{|ß)).+\.$/);
  }
});

test('a vehicle at the company names who had it before and after', () => {
  const refusal: FineRefusal = {
    code: 'vehicle_at_company',
    vehicleId: 'v',
    at,
    before: { ...near, minutesAway: 7 },
    after: { ...near, contractNumber: 'ZRH-A-26-00043', minutesAway: 185 },
  };
  expect(sayRefusal(fineRefusalTexts, refusal, 'de')).toBe(
    'Am 25.10.2026 02:30 war das Fahrzeug nicht vermietet; ZRH-A-26-00042 endete 7 min vorher, ZRH-A-26-00043 begann 3 h 05 min nachher.',
  );
});
