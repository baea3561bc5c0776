import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../result/result.ts';
import { instant } from '../time/instant.ts';
import { compareDamages } from './compare-damages.ts';
import { damageKinds, damageSizes } from './damage-size.ts';
import type { Damage } from './damage.ts';
import { perMille } from './per-mille.ts';
import { sketchViews } from './sketch-views.ts';

const damage = (id: string, overrides: Partial<Damage> = {}): Damage => ({
  id,
  view: 'left',
  position: { x: perMille(500), y: perMille(500) },
  kind: 'scratch',
  size: 'small',
  note: null,
  foundAt: instant('2026-11-20T13:30:00Z'),
  photoIds: [],
  ...overrides,
});

const ids = (damages: readonly Damage[]) => damages.map(({ id }) => id);

test('new, known, changed, repaired and forgotten are told apart', () => {
  const before = ['known', 'grown', 'mended', 'forgotten'].map((id) => damage(id));
  const after = [damage('known'), damage('grown', { size: 'large' }), damage('fresh')];
  const compared = must(compareDamages(before, after, ['mended']));
  expect(ids(compared.fresh)).toEqual(['fresh']);
  expect(ids(compared.known)).toEqual(['known']);
  expect(compared.changed.map((pair) => [pair.before.size, pair.after.size])).toEqual([['small', 'large']]);
  expect(compared.gone.map((entry) => [entry.damage.id, entry.because])).toEqual([
    ['mended', 'repaired'],
    ['forgotten', 'not_reported'],
  ]);
});

test.each<[string, Partial<Damage>, 'known' | 'changed']>([
  ['a note', { note: 'seen again' }, 'known'],
  ['a photo', { photoIds: ['p1'] }, 'known'],
  ['another kind', { kind: 'dent' }, 'changed'],
  ['another view', { view: 'right' }, 'changed'],
  ['a thousandth to the right', { position: { x: perMille(501), y: perMille(500) } }, 'changed'],
  ['a thousandth down', { position: { x: perMille(500), y: perMille(501) } }, 'changed'],
])('%s more: %s', (_, overrides, list) => {
  expect(must(compareDamages([damage('a')], [damage('a', overrides)]))[list]).toHaveLength(1);
});

test.each([
  ['twice before', [damage('a'), damage('a')], [], [], { code: 'damage_twice', field: 'before', id: 'a' }],
  ['twice after', [], [damage('a'), damage('a')], [], { code: 'damage_twice', field: 'after', id: 'a' }],
  ['repaired and there', [damage('a')], [damage('a')], ['a'], { code: 'damage_repaired_but_there', id: 'a' }],
  ['repaired, never known', [], [], ['a'], { code: 'damage_repaired_unknown', id: 'a' }],
])('%s is refused', (_, before, after, repaired, refusal) => {
  expect(compareDamages(before, after, repaired)).toMatchObject({ ok: false, refusal });
});

const anyDamages = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 12 }).map((number) => `d${number}`),
    view: fc.constantFrom(...sketchViews),
    kind: fc.constantFrom(...damageKinds),
    size: fc.constantFrom(...damageSizes),
    x: fc.integer({ min: 0, max: 1000 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('nothing is lost: every damage of either report stands in exactly one list', () => {
  fc.assert(
    fc.property(anyDamages, anyDamages, fc.func(fc.boolean()), (one, other, isMended) => {
      const made = ({ id, x, ...rest }: (typeof one)[number]) =>
        damage(id, { ...rest, position: { x: perMille(x), y: perMille(0) } });
      const [before, after] = [one.map(made), other.map(made)];
      const vanished = ids(before).filter((id) => !ids(after).includes(id));
      const repaired = vanished.filter((id) => isMended(id));
      const { fresh, known, changed, gone } = must(compareDamages(before, after, repaired));
      const inBoth = [...ids(known), ...changed.map((pair) => pair.before.id)];
      expect([...inBoth, ...gone.map((entry) => entry.damage.id)].sort()).toEqual(ids(before).sort());
      expect([...inBoth, ...ids(fresh)].sort()).toEqual(ids(after).sort());
      expect(gone.filter(({ because }) => because === 'repaired').map((entry) => entry.damage.id)).toEqual(
        ids(before).filter((id) => repaired.includes(id)),
      );
    }),
  );
});
