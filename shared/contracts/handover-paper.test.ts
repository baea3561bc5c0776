import { expect, test } from 'vitest';
import { handoverInput } from '#build/pdf/sample-handover.ts';
import { must } from '../result/result.ts';
import { type HandoverPaperInput, parseHandoverPaper } from './handover-paper.ts';

const out = handoverInput();
const back = handoverInput({ direction: 'in' });
const [damage] = out.damages;
const [photo] = out.photos;
if (!damage || !photo) throw new Error('the sample has a damage and a photo');

test('a check-out and a check-in over a wire are read', () => {
  expect(must(parseHandoverPaper(structuredClone(out))).state.fuelEighths).toBe(7);
  const paper = must(parseHandoverPaper(JSON.parse(JSON.stringify(back))));
  expect(paper.stateOut?.kilometres).toBe(31_846);
  expect(paper.damages.map(({ status }) => status)).toEqual(['known', 'known', 'known', 'new']);
  expect(paper.photos).toEqual(back.photos);
});

type Wrong = Partial<Record<keyof HandoverPaperInput, unknown>> & { readonly note?: unknown };

test.each<[string, Wrong, string, string]>([
  ['an unknown key', { note: 'x' }, 'note', 'unknown_field'],
  ['an invoice’s number', { contractNumber: 'ZRH-A-26-R00042' }, 'contractNumber', 'number'],
  ['nine eighths', { state: { ...out.state, fuelEighths: 9 } }, 'state.fuelEighths', 'too_large'],
  ['half a kilometre', { state: { ...out.state, kilometres: 0.5 } }, 'state.kilometres', 'wrong_type'],
  ['a check-out after a check-out', { stateOut: out.state }, 'stateOut', 'check_out_twice'],
  [
    'an accessory twice',
    {
      state: {
        ...out.state,
        accessories: [
          { name: 'Sitz', count: 1 },
          { name: 'Sitz', count: 2 },
        ],
      },
    },
    'state.accessories',
    'twice',
  ],
  ['a place off the sketch', { damages: [{ ...damage, x: 1001 }] }, 'damages.0.x', 'off_sketch'],
  ['a place below it', { damages: [damage, { ...damage, y: -1 }] }, 'damages.1.y', 'off_sketch'],
  [
    'new damage on a check-out',
    { damages: [{ ...damage, status: 'new' }] },
    'damages.0.status',
    'damage_known',
  ],
  [
    'damage from after the handover',
    { damages: [{ ...damage, foundAt: '2026-11-20T13:34:00.001Z' }] },
    'damages.0.foundAt',
    'period',
  ],
  ['a long note', { damages: [{ ...damage, note: 'x'.repeat(161) }] }, 'damages.0.note', 'too_long'],
  ['41 damages', { damages: Array.from({ length: 41 }, () => damage) }, 'damages', 'too_many'],
  ['25 photos', { photos: Array.from({ length: 25 }, () => photo) }, 'photos', 'too_many'],
  ['a photo of damage 4 of 3', { photos: [{ ...photo, damage: 4 }] }, 'photos.0.damage', 'unknown_damage'],
  ['a photo of nothing', { photos: [photo, { ...photo, damage: null }] }, 'photos.1.caption', 'empty'],
  [
    'a photo that is none',
    { photos: [{ ...photo, image: { type: 'png', base64: 'AAAA' } }] },
    'photos.0.image.base64',
    'photo_damaged',
  ],
  ['a signature from nobody', { renter: 'key_box' }, 'signature', 'key_box'],
  ['a signature without its moment', { signedAt: null }, 'signedAt', 'signed_at'],
])('%s is refused with the field', (_, wrong, field, reason) => {
  expect(parseHandoverPaper({ ...out, ...wrong })).toMatchObject({
    ok: false,
    refusal: { code: 'paper_field', field, reason },
  });
});

test.each<[string, Wrong, string, string]>([
  ['a check-in without its check-out', { stateOut: null }, 'stateOut', 'check_out_missing'],
  [
    'a check-in before it',
    {
      state: { ...back.state, at: '2026-11-20T13:33:59.999Z' },
      damages: [],
      photos: [{ ...photo, damage: null, caption: 'x' }],
    },
    'state.at',
    'period',
  ],
])('%s is refused with the field', (_, wrong, field, reason) => {
  expect(parseHandoverPaper({ ...back, ...wrong })).toMatchObject({ ok: false, refusal: { field, reason } });
});
