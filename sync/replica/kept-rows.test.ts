import { expect, test } from 'vitest';
import { KeptRows } from './kept-rows.ts';

const customers = new Set(['customers']);
const keep = (kept: KeptRows, name: string, weight: number, tables = customers, since = kept.moment): void =>
  kept.keep(name, { name }, weight, tables, since);

test('keeps what was used last, as many rows as a page can hold', () => {
  const kept = new KeptRows();
  for (const name of ['a', 'b', 'c', 'd']) keep(kept, name, 5_000);
  expect(kept.get('a')).toEqual({ name: 'a' });
  keep(kept, 'e', 5_001);
  expect(['a', 'b', 'c', 'd', 'e'].filter((name) => kept.get(name))).toEqual(['a', 'd', 'e']);
  keep(kept, 'f', 20_001);
  expect(['a', 'd', 'e', 'f'].filter((name) => kept.get(name))).toEqual(['a', 'd', 'e']);
});

test('counts again what is kept anew or dropped', () => {
  const kept = new KeptRows();
  for (let turn = 0; turn < 10; turn++) keep(kept, 'a', 15_000);
  kept.changed(['customers']);
  keep(kept, 'b', 15_000, new Set(['vehicles']));
  keep(kept, 'c', 5_000);
  expect(['a', 'b', 'c'].filter((name) => kept.get(name))).toEqual(['b', 'c']);
});

test('keeps nothing that may be older than a change', () => {
  const kept = new KeptRows();
  const before = kept.moment;
  kept.changed(['customers']);
  keep(kept, 'a', 1, customers, before);
  keep(kept, 'b', 1, new Set(['vehicles']), before);
  keep(kept, 'c', 1);
  expect(['a', 'b', 'c'].filter((name) => kept.get(name))).toEqual(['b', 'c']);
});

test('forgets everything when it is told to, and keeps as much as before', () => {
  const kept = new KeptRows();
  keep(kept, 'a', 20_000);
  kept.clear();
  expect(kept.get('a')).toBeUndefined();
  keep(kept, 'b', 20_000);
  expect(kept.get('b')).toEqual({ name: 'b' });
});
