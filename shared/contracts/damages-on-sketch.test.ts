import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { damageKinds, damageSizes } from '../fleet/damage-size.ts';
import type { Damage } from '../fleet/damage.ts';
import { perMille } from '../fleet/per-mille.ts';
import { sketchViews } from '../fleet/sketch-views.ts';
import { instant } from '../time/instant.ts';
import { damagesOnSketch, mostOnSketch, readDamagesOnSketch } from './damages-on-sketch.ts';

const at = instant('2026-11-20T13:20:00.000Z');
const before = (minutes: number) => instant(new Date(Date.parse(at) - minutes * 60_000));
const damage = (id: string, foundAt = before(60), changes: Partial<Damage> = {}): Damage => ({
  id,
  view: 'left',
  position: { x: perMille(500), y: perMille(250) },
  kind: 'scratch',
  size: 'small',
  note: null,
  foundAt,
  photoIds: ['p'],
  ...changes,
});
const named = (list: ReturnType<typeof damagesOnSketch>) => list?.map(({ id, status }) => `${id} ${status}`);

test('of a car that comes back what is mended and what is new is named, the oldest first', () => {
  const seen = damagesOnSketch({
    direction: 'in',
    at,
    known: [damage('b'), damage('c'), damage('a'), damage('oldest', before(90))],
    found: [damage('0', at, { note: 'bis auf die Grundierung' })],
    repaired: ['c'],
  });
  expect(named(seen)).toEqual(['oldest known', 'a known', 'b known', 'c repaired', '0 new']);
  expect(seen?.at(-1)).toEqual({
    id: '0',
    view: 'left',
    x: 500,
    y: 250,
    kind: 'scratch',
    size: 'small',
    note: 'bis auf die Grundierung',
    found_at: at,
    status: 'new',
  });
});

test('a car goes out with what is left of it and with what was found, all of it known', () => {
  const seen = { known: [damage('a'), damage('b')], found: [damage('n', at)], repaired: ['a'] };
  expect(named(damagesOnSketch({ direction: 'out', at, ...seen }))).toEqual(['b known', 'n known']);
});

test('what another clock dates later is not on this paper', () => {
  const known = [damage('now', at), damage('ahead', before(-1))];
  const seen = damagesOnSketch({ direction: 'out', at, known, found: [], repaired: [] });
  expect(named(seen)).toEqual(['now known']);
});

test('more than anybody sees are not kept', () => {
  const known = Array.from({ length: mostOnSketch + 1 }, (_, n) => damage(`k${n}`));
  const all = { direction: 'out', at, found: [], known } as const;
  expect(damagesOnSketch({ ...all, repaired: [] })).toBeNull();
  expect(damagesOnSketch({ ...all, repaired: ['k0'] })).toHaveLength(mostOnSketch);
  expect(damagesOnSketch({ ...all, direction: 'in', repaired: ['k0'] })).toBeNull();
});

const anyDamage: fc.Arbitrary<Damage> = fc.record({
  // Few ids and moments, so that some are there twice.
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'B', 'ä'),
  view: fc.constantFrom(...sketchViews),
  position: fc.record({
    x: fc.integer({ min: 0, max: 1000 }).map(perMille),
    y: fc.integer({ min: 0, max: 1000 }).map(perMille),
  }),
  kind: fc.constantFrom(...damageKinds),
  size: fc.constantFrom(...damageSizes),
  note: fc.option(fc.string({ maxLength: 160, unit: 'binary' })),
  foundAt: fc.integer({ min: -2, max: 3 }).map(before),
  photoIds: fc.constant([]),
});

test('whatever was seen: in order, each once, nothing lost but what is mended or ahead, and read back alike', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('out' as const, 'in' as const),
      fc.array(anyDamage),
      fc.array(anyDamage),
      fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'B', 'ä']),
      (direction, known, found, repaired) => {
        const list = damagesOnSketch({ direction, at, known, found, repaired })!;
        const ids = list.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const inOrder = list.slice(1).map((one, index) => {
          const last = list[index]!;
          return last.found_at === one.found_at ? last.id < one.id : last.found_at < one.found_at;
        });
        expect(inOrder).not.toContain(false);
        const past = (some: readonly Damage[]) =>
          new Set(some.filter(({ foundAt }) => foundAt <= at).map(({ id }) => id));
        const [inFile, news] = [past(known), past(found)];
        const mended = new Set(repaired);
        const expected = [...inFile].filter((id) => direction === 'in' || !mended.has(id));
        expect(new Set(ids)).toEqual(new Set([...expected, ...news]));
        const ofReturn = (id: string) => {
          if (!inFile.has(id)) return 'new';
          return mended.has(id) ? 'repaired' : 'known';
        };
        expect(list.map(({ status }) => status)).toEqual(
          ids.map((id) => (direction === 'out' ? 'known' : ofReturn(id))),
        );
        expect(readDamagesOnSketch(JSON.stringify(list))).toEqual(list);
        // Nobody's order of asking matters.
        const byId = (some: readonly Damage[]) => [...new Map(some.map((one) => [one.id, one])).values()];
        const alike = { direction, at, found: [], repaired };
        expect(damagesOnSketch({ ...alike, known: byId(known).toReversed() })).toEqual(
          damagesOnSketch({ ...alike, known: byId(known) }),
        );
      },
    ),
  );
});

test.each([
  ['no list', {}, /expected array/],
  ['a member too many', [{ ...listed(), by: 'x' }], /Unrecognized key/],
  ['a member too few', [{ ...listed(), note: undefined }], /"note"/],
  ['a place off the sketch', [{ ...listed(), x: 1001 }], /"x"/],
  ['a status of nobody', [{ ...listed(), status: 'gone' }], /"status"/],
  ['a day that is none', [{ ...listed(), found_at: '2026-02-30T00:00:00.000Z' }], /"found_at"/],
])('%s is not read as one', (_what, stored, why) => {
  expect(() => readDamagesOnSketch(JSON.stringify(stored))).toThrow(why);
});

function listed() {
  const [one] = damagesOnSketch({ direction: 'in', at, known: [damage('a')], found: [], repaired: [] })!;
  return one!;
}
