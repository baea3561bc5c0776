import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { rowsOf } from '../app/counter/rows-of.ts';
import { closings } from './cash-queries.ts';

let replica: TestCounter;

beforeEach(async () => {
  replica = await openCounter(counterSchema);
  await replica.db.execute(`insert into users (id, display_name) values ('anna', 'Anna Keller')`);
  const drawers = [
    ['1', 'a', 15_000, 15_000, '', '2026-11-01T18:00:00.000Z'],
    ['2', 'a', 14_800, 15_000, 'Beim Wechseln', '2026-11-02T18:00:00.000Z'],
    ['3', 'b', 900, 1_000, 'Andere Kasse', '2026-11-02T18:00:00.000Z'],
    ['4', 'a', null, null, '', null],
  ];
  for (const [id, counter, counted, expected, reason, closed] of drawers)
    await replica.db.execute(
      `insert into cash_sessions (id, number, counter_id, counted_total, expected, difference_reason, opened_at, closed_at, closed_by)
        values (?, 'ZRH-A-26-K0000' || ?, ?, ?, ?, ?, '2026-11-0' || ? || 'T07:00:00.000Z', ?, 'anna')`,
      [id, id, counter, counted, expected, reason, id, closed],
    );
});
afterEach(() => replica.close());

test('the closings of a counter are narrowed to those that differ, and by number, reason and person', async () => {
  const found = async (filter?: { text: string; differs: boolean }, atMost?: number): Promise<string> =>
    (await closings(rowsOf(replica.db), 'a', filter, atMost).execute()).map(({ id }) => id).join(' ');
  expect(await found()).toBe('2 1');
  expect(await found({ text: '', differs: true })).toBe('2');
  expect(await found({ text: 'keller k00001', differs: false })).toBe('1');
  expect(await found({ text: 'wechseln', differs: false })).toBe('2');
  expect(await found({ text: 'nirgends', differs: false })).toBe('');
  expect(await found(undefined, 1)).toBe('2');
});
