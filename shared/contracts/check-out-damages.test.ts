import { expect, test } from 'vitest';
import type { Damage } from '../fleet/damage.ts';
import { perMille } from '../fleet/per-mille.ts';
import { instant } from '../time/instant.ts';
import { decideCheckOutDamages } from './check-out-damages.ts';

const at = instant('2026-11-20T13:20:00.000Z');
const damage = (id: string, changes: Partial<Damage> = {}): Damage => ({
  id,
  view: 'left',
  position: { x: perMille(500), y: perMille(500) },
  kind: 'scratch',
  size: 'small',
  note: null,
  foundAt: at,
  photoIds: [],
  ...changes,
});
const many = (count: number, prefix = 'k') =>
  Array.from({ length: count }, (_, n) => damage(`${prefix}${n}`));
const decide = (found: readonly Damage[], repaired: readonly string[], known: readonly Damage[]) =>
  decideCheckOutDamages({ found, repaired }, known, at);

test('what is found is added, and of the known ones those that are mended go', () => {
  expect(decide([damage('new')], ['k1'], many(3))).toEqual({ ok: true, value: ['k1'] });
});

test('what was mended elsewhere meanwhile, or is found later by another clock, stays as it is', () => {
  const ahead = damage('ahead', { foundAt: instant('2026-11-20T13:20:00.001Z') });
  expect(decide([], ['gone', 'ahead'], [...many(1), ahead])).toEqual({ ok: true, value: [] });
});

test('nothing is added to a car that has as many as a report holds, but it goes out', () => {
  const tooMany = { ok: false, refusal: { code: 'damages_too_many', field: 'damages', limit: 40 } };
  expect(decide([damage('new')], [], many(40))).toEqual(tooMany);
  expect(decide([damage('new')], ['k0'], many(40))).toEqual({ ok: true, value: ['k0'] });
  expect(decide(many(41, 'f'), [], [])).toEqual(tooMany);
  expect(decide([], ['k0'], many(60))).toEqual({ ok: true, value: ['k0'] });
});

test('what could not stand on a paper is refused', () => {
  expect(decide([damage('new', { note: 'x'.repeat(161) })], [], [])).toMatchObject({
    refusal: { code: 'damage_note_too_long', limit: 160 },
  });
  expect(decide([damage('k0')], [], many(1))).toMatchObject({
    refusal: { code: 'handover_damage_twice', id: 'k0' },
  });
});
