import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Damage } from '../fleet/damage.ts';
import { perMille } from '../fleet/per-mille.ts';
import { refusalLanguages, sayRefusal } from '../result/refusal-texts.ts';
import { must } from '../result/result.ts';
import { instant } from '../time/instant.ts';
import { compareHandovers } from './compare-handovers.ts';
import type { Signature } from './contract-paper-signature.ts';
import { handoverRefusalTexts } from './handover-refusal-texts.ts';
import { type Handover, changeHandover, checkHandover, closeHandover } from './handover.ts';

const signature: Signature = {
  width: 600,
  height: 200,
  strokes: [
    [
      [10, 20],
      [300, 90],
      [500, 40],
    ],
  ],
};
const dot: Signature = { width: 600, height: 200, strokes: [[[10, 20]]] };

const scratch: Damage = {
  id: 'd1',
  view: 'left',
  position: { x: perMille(400), y: perMille(600) },
  kind: 'scratch',
  size: 'small',
  note: null,
  foundAt: instant('2026-10-01T08:00:00Z'),
  photoIds: [],
};

const out: Handover = {
  contractId: 'c1',
  vehicleId: 'v1',
  direction: 'out',
  at: instant('2026-11-20T13:30:00Z'),
  clerk: 'M. Caduff',
  odometerKm: 31_846,
  fuelEighths: 7,
  cleanliness: 'clean',
  keys: 2,
  accessories: [
    { name: 'Warndreieck', count: 1 },
    { name: 'Kindersitz', count: 2 },
  ],
  damages: [scratch],
  notes: null,
  renter: 'present',
  signature: null,
  closedAt: null,
};
const back: Handover = {
  ...out,
  direction: 'in',
  at: instant('2026-11-23T13:30:00Z'),
  odometerKm: 32_588,
  fuelEighths: 5,
  cleanliness: 'used',
};
const at = instant('2026-11-20T13:36:44Z');

test('a check-in beside its check-out', () => {
  const later = { ...scratch, id: 'd2', foundAt: back.at };
  const compared = must(
    compareHandovers(out, {
      ...back,
      keys: 1,
      accessories: [
        { name: 'Kindersitz', count: 1 },
        { name: 'Ladekabel', count: 1 },
      ],
      damages: [scratch, later],
    }),
  );
  expect(compared).toMatchObject({
    kilometresDriven: 742,
    fuelDifference: -2,
    fuelMissing: 2,
    keysMissing: 1,
    accessoriesMissing: [
      { name: 'Warndreieck', count: 1 },
      { name: 'Kindersitz', count: 1 },
    ],
    accessoriesMore: [{ name: 'Ladekabel', count: 1 }],
    warnings: [],
  });
  expect(compared.damages).toMatchObject({ fresh: [{ id: 'd2' }], known: [{ id: 'd1' }], gone: [] });
});

test('an odometer that went back warns and says no kilometres; a long rental does not warn', () => {
  expect(must(compareHandovers(out, { ...back, odometerKm: 31_845 }))).toMatchObject({
    kilometresDriven: null,
    warnings: [{ code: 'odometer_back', lastKnown: 31_846 }],
  });
  expect(must(compareHandovers(out, { ...back, odometerKm: 41_846 }))).toMatchObject({
    kilometresDriven: 10_000,
    warnings: [],
  });
});

test('a fuller tank is not missing anything, and a damage that was mended is repaired', () => {
  const full = must(compareHandovers(out, { ...back, fuelEighths: 8, damages: [] }, ['d1']));
  expect(full).toMatchObject({ fuelDifference: 1, fuelMissing: 0 });
  expect(full.damages.gone).toEqual([{ damage: scratch, because: 'repaired' }]);
});

test.each<[string, Handover, Handover, string]>([
  ['two check-outs', out, out, 'not_out_and_in'],
  ['the wrong way round', back, out, 'not_out_and_in'],
  ['another contract', out, { ...back, contractId: 'c2' }, 'other_contract'],
  ['another vehicle', out, { ...back, vehicleId: 'v2' }, 'other_vehicle'],
  [
    'back before out',
    { ...out, damages: [] },
    { ...back, damages: [], at: instant('2026-11-20T13:29:59.999Z') },
    'return_before_check_out',
  ],
  ['an impossible report', out, { ...back, fuelEighths: 9 }, 'fuel_impossible'],
])('%s cannot be compared', (_, one, other, code) => {
  expect(compareHandovers(one, other)).toMatchObject({ ok: false, refusal: { code } });
});

test.each<[string, Partial<Handover>, string]>([
  ['no clerk', { clerk: ' ' }, 'clerk_missing'],
  ['half a kilometre', { odometerKm: 0.5 }, 'odometer_impossible'],
  ['an odometer below nothing', { odometerKm: -1 }, 'odometer_impossible'],
  ['nine eighths', { fuelEighths: 9 }, 'fuel_impossible'],
  ['21 keys', { keys: 21 }, 'keys_impossible'],
  ['less than no seat', { accessories: [{ name: 'Sitz', count: -1 }] }, 'accessory_count'],
  [
    'a seat twice',
    {
      accessories: [
        { name: 'Sitz', count: 1 },
        { name: 'Sitz', count: 1 },
      ],
    },
    'accessory_twice',
  ],
  ['a damage twice', { damages: [scratch, scratch] }, 'handover_damage_twice'],
  [
    'a damage of tomorrow',
    { damages: [{ ...scratch, foundAt: instant('2026-11-20T13:30:00.001Z') }] },
    'damage_after_handover',
  ],
  [
    '41 damages',
    { damages: Array.from({ length: 41 }, (_, n) => ({ ...scratch, id: `d${n}` })) },
    'damages_too_many',
  ],
  ['a note that no paper prints', { damages: [{ ...scratch, note: '王' }] }, 'damage_note_characters'],
  ['a key box that signs', { renter: 'key_box', signature }, 'key_box_signed'],
])('%s is refused', (_, wrong, code) => {
  expect(checkHandover({ ...out, ...wrong })).toMatchObject({ ok: false, refusal: { code } });
});

test('a report is closed by a signature, or by the key box without one', () => {
  const closed = must(closeHandover({ ...out, signature }, at));
  expect(closed.closedAt).toBe(at);
  expect(must(closeHandover({ ...out, renter: 'key_box' }, at))).toMatchObject({
    signature: null,
    closedAt: at,
  });
  for (const missing of [null, dot]) {
    expect(closeHandover({ ...out, signature: missing }, at)).toMatchObject({
      ok: false,
      refusal: { code: 'renter_signature_missing' },
    });
  }
});

test('it can be changed until then, and never after', () => {
  expect(must(changeHandover(out, { odometerKm: 31_900 })).odometerKm).toBe(31_900);
  expect(changeHandover(out, { fuelEighths: 9 })).toMatchObject({
    ok: false,
    refusal: { code: 'fuel_impossible' },
  });
  const closed = must(closeHandover({ ...out, signature }, at));
  const frozen = { ok: false, refusal: { code: 'handover_frozen', closedAt: at } };
  expect(changeHandover(closed, { odometerKm: 31_900 })).toEqual(frozen);
  expect(closeHandover(closed, at)).toEqual(frozen);
});

const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 9 }));

test('accessories: what went out, less what is missing, plus what is more, came back', () => {
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const list = (each: typeof one) => Object.entries(each).map(([name, count]) => ({ name, count }));
      const compared = must(
        compareHandovers({ ...out, accessories: list(one) }, { ...back, accessories: list(other) }),
      );
      const sum = (name: string, from: readonly { name: string; count: number }[]) =>
        from.filter((entry) => entry.name === name).reduce((total, { count }) => total + count, 0);
      for (const name of ['a', 'b', 'c', 'd']) {
        const missing = sum(name, compared.accessoriesMissing);
        const more = sum(name, compared.accessoriesMore);
        expect(sum(name, list(one)) - missing + more).toBe(sum(name, list(other)));
        expect(missing * more).toBe(0);
      }
    }),
  );
});

test('every refusal is said in four languages, with its facts', () => {
  const refused = compareHandovers(
    { ...out, damages: [] },
    { ...back, damages: [], at: instant('2026-11-19T08:00:00Z') },
  );
  if (refused.ok) throw new Error('must be refused');
  const said = refusalLanguages.map((language) =>
    sayRefusal(handoverRefusalTexts, refused.refusal, language),
  );
  expect(new Set(said).size).toBe(4);
  for (const sentence of said) expect(sentence).toMatch(/19\.11\.2026 09:00.*20\.11\.2026 14:30/);
});
