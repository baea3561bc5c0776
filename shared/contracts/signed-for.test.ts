import { expect, test } from 'vitest';
import { heldSignature, markOf, standingOf } from './signed-for.ts';

const signature = {
  width: 600,
  height: 180,
  strokes: [[[10, 10] as [number, number], [300, 90] as [number, number]]],
};
const mark = markOf({ total: 25_700, note: '' });
const given = { signature, signedFor: mark };

test('what says the same has one mark, whatever the order; what says something else has another', () => {
  expect(markOf({ note: '', total: 25_700 })).toBe(mark);
  expect(markOf({ note: '', total: 25_701 })).not.toBe(mark);
  // Nothing and what was left out are the same once they are written.
  expect(markOf({ note: '', total: 25_700, other: undefined })).toBe(mark);
});

test('a signature holds for what was signed, and for nothing else', () => {
  expect(standingOf(given, mark)).toBe('holds');
  expect(heldSignature(given, mark)).toBe(signature);
  expect(standingOf(given, markOf({ total: 30_900, note: '' }))).toBe('lapsed');
  expect(heldSignature(given, markOf({ total: 30_900, note: '' }))).toBeNull();
});

test('one that nobody knows the paper of has lapsed, and while there is no paper none holds', () => {
  expect(standingOf({ signature, signedFor: '' }, mark)).toBe('lapsed');
  expect(standingOf(given, null)).toBe('none');
  expect(heldSignature({ signature, signedFor: '' }, null)).toBeNull();
  expect(standingOf({ signature: null, signedFor: '' }, mark)).toBe('none');
});
