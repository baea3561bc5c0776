import { expect, test } from 'vitest';
import { instant } from '../time/instant.ts';
import { damageKinds, damageSizeOf, damageSizes, sizeRange } from './damage-size.ts';
import { type DamageEntry, checkDamage } from './damage.ts';
import { perMille } from './per-mille.ts';

const entry: DamageEntry = {
  id: 'd1',
  view: 'left',
  position: { x: 0, y: 1000 },
  kind: 'dent',
  size: 'small',
  note: 'Türkante',
  foundAt: instant('2026-11-20T13:30:00Z'),
  photoIds: ['p1', 'p2'],
};

test('a damage on the edge of the sketch is taken as it is', () => {
  expect(checkDamage(entry)).toEqual({ ok: true, value: entry });
});

test.each<[string, Partial<DamageEntry>, object]>([
  ['no id', { id: ' ' }, { code: 'damage_id_missing' }],
  ['left of the sketch', { position: { x: -1, y: 5 } }, { code: 'damage_off_sketch', x: -1, y: 5 }],
  ['below the sketch', { position: { x: 5, y: 1001 } }, { code: 'damage_off_sketch', x: 5, y: 1001 }],
  ['between two thousandths', { position: { x: 5.5, y: 5 } }, { code: 'damage_off_sketch' }],
  ['no number', { position: { x: Number.NaN, y: 5 } }, { code: 'damage_off_sketch' }],
  ['a long note', { note: 'x'.repeat(161) }, { code: 'damage_note_too_long', limit: 160 }],
  ['a note that no paper prints', { note: 'Delle 王' }, { code: 'damage_note_characters', characters: '王' }],
  ['a photo twice', { photoIds: ['p1', 'p2', 'p1'] }, { code: 'damage_photo_twice', photoId: 'p1' }],
])('%s is refused', (_, wrong, refusal) => {
  expect(checkDamage({ ...entry, ...wrong })).toMatchObject({ ok: false, refusal });
});

test('the sizes of every kind meet without gap, and each holds what was measured', () => {
  for (const kind of damageKinds) {
    const ranges = damageSizes.map((size) => sizeRange(kind, size));
    expect(ranges.map(({ above }) => above)).toEqual([0, ranges[0]?.upTo, ranges[1]?.upTo]);
    expect(ranges[2]?.upTo).toBeNull();
    for (const [at, { above }] of ranges.entries())
      expect(damageSizeOf(kind, above + 1)).toBe(damageSizes[at]);
    expect(damageSizeOf(kind, ranges[1]?.above ?? 0)).toBe('small');
  }
  expect(() => damageSizeOf('dent', -1)).toThrow(RangeError);
  expect(() => damageSizeOf('dent', Number.NaN)).toThrow(RangeError);
});

test.each([-1, 1001, 0.5, Number.NaN])('%s is no per mille', (value) => {
  expect(() => perMille(value)).toThrow(RangeError);
});
