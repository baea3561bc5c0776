import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { rowsOf } from '../app/counter/rows-of.ts';
import { type FineFilter, fineList } from './fine-queries.ts';

let replica: TestCounter;

beforeEach(async () => {
  replica = await openCounter(counterSchema);
  const fines = [
    ['1', 'received', 'ZH 731 204', '', 'zurich', '2026-11-03'],
    ['2', 'named', 'ZH 900 001', 'Anna Brunner', 'chur', '2026-11-01'],
    ['3', 'closed', 'GR 12 345', 'Peter Meier', 'zurich', '2026-06-01'],
    ['4', 'closed', 'ZH 731 204', 'Eva Keller', 'zurich', '2026-07-01'],
  ];
  for (const [id, status, plate, driver, branch, day] of fines)
    await replica.db.execute(
      `insert into fines (id, number, status, plate, driver_name, branch_id, received_on, authority, authority_reference)
        values (?, 'ZRH-A-26-B0000' || ?, ?, ?, ?, ?, ?, '{"name":"Stadtpolizei"}', 'OB-7')`,
      [id, id, status, plate, driver, branch, day],
    );
});
afterEach(() => replica.close());

const found = async (filter: Partial<FineFilter>, atMost?: number): Promise<string> => {
  const all = { state: 'open', branchId: null, text: '', ...filter } as const;
  const list = await fineList(rowsOf(replica.db), all, atMost).execute();
  return list.map(({ id }) => id).join(' ');
};

test('what is to be done comes with the nearest deadline first, what is closed with the newest', async () => {
  expect(await found({})).toBe('2 1');
  expect(await found({ state: 'closed' })).toBe('4 3');
  expect(await found({ state: 'all', branchId: 'zurich' })).toBe('1 4 3');
  expect(await found({ state: 'all' }, 2)).toBe('1 2');
});

test('is found by plate as it is typed, driver, authority, its reference and number, each word of it', async () => {
  expect(await found({ state: 'all', text: 'zh731204' })).toBe('1 4');
  expect(await found({ state: 'all', text: 'keller stadtpolizei' })).toBe('4');
  expect(await found({ state: 'all', text: 'B00003' })).toBe('3');
  expect(await found({ state: 'all', text: 'ob-7 brunner' })).toBe('2');
  expect(await found({ state: 'all', text: '%' })).toBe('');
});
