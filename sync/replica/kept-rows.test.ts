import { expect, test } from 'vitest';
import { KeptRows } from './kept-rows.ts';

const customers = new Set(['customers']);
const some = (count: number): object[] => Array.from({ length: count }, (_, index) => ({ index }));

test('keeps what was used last, as many rows as a page can hold', () => {
  const kept = new KeptRows();
  for (const name of ['a', 'b', 'c', 'd']) kept.keep(name, some(5_000), customers, kept.moment);
  expect(kept.get('a')).toHaveLength(5_000);
  kept.keep('e', some(5_001), customers, kept.moment);
  expect(['a', 'b', 'c', 'd', 'e'].filter((name) => kept.get(name))).toEqual(['a', 'd', 'e']);
  kept.keep('f', some(20_001), customers, kept.moment);
  expect(['a', 'd', 'e', 'f'].filter((name) => kept.get(name))).toEqual(['a', 'd', 'e']);
});

test('counts again what is kept anew or dropped', () => {
  const kept = new KeptRows();
  for (let turn = 0; turn < 10; turn++) kept.keep('a', some(15_000), customers, kept.moment);
  kept.changed(['customers']);
  kept.keep('b', some(15_000), new Set(['vehicles']), kept.moment);
  kept.keep('c', some(5_000), customers, kept.moment);
  expect(['a', 'b', 'c'].filter((name) => kept.get(name))).toEqual(['b', 'c']);
});

test('keeps nothing that may be older than a change', () => {
  const kept = new KeptRows();
  const before = kept.moment;
  kept.changed(['customers']);
  kept.keep('a', some(1), customers, before);
  kept.keep('b', some(1), new Set(['vehicles']), before);
  kept.keep('c', some(1), customers, kept.moment);
  expect(['a', 'b', 'c'].filter((name) => kept.get(name))).toEqual(['b', 'c']);
});

test('forgets everything when it is told to, and keeps as much as before', () => {
  const kept = new KeptRows();
  kept.keep('a', some(20_000), customers, kept.moment);
  kept.clear();
  expect(kept.get('a')).toBeUndefined();
  kept.keep('b', some(20_000), customers, kept.moment);
  expect(kept.get('b')).toHaveLength(20_000);
});
