import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '#shared/time/instant.ts';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import type { Place } from './counter.ts';
import { nextNumber, offerNumber } from './next-number.ts';
import { inTransaction } from './transaction.ts';

const place: Place = {
  companyId: 'company',
  branchId: 'branch',
  branchCode: 'ZRH',
  counterId: 'counter-a',
  counterLetter: 'A',
  counterNo: 1,
  clerkId: 'clerk',
};
const in2026 = instant('2026-11-20T13:00:00Z');

let replica: TestCounter;

beforeEach(async () => {
  replica = await openCounter(counterSchema);
});

afterEach(() => replica.close());

const take = async (kind: 'contract' | 'invoice' = 'contract', at = in2026): Promise<string> =>
  await inTransaction(replica, async (tx) => (await nextNumber(tx, place, kind, at)).text);

const addContract = async (number: string, counterId = place.counterId): Promise<void> => {
  await replica.db.execute('INSERT INTO contracts (id, counter_id, number) VALUES (?, ?, ?)', [
    number,
    counterId,
    number,
  ]);
};

test('each kind, counter and year has a series of its own, without gaps', async () => {
  expect([await take(), await take(), await take('invoice'), await take()]).toEqual([
    'ZRH-A-26-00001',
    'ZRH-A-26-00002',
    'ZRH-A-26-R00001',
    'ZRH-A-26-00003',
  ]);
  expect(await take('contract', instant('2027-01-01T00:00:00Z'))).toBe('ZRH-A-27-00001');
});

test('the year is the Swiss one', async () => {
  // 23:30 in London, 00:30 in Zürich.
  expect(await take('contract', instant('2026-12-31T23:30:00Z'))).toBe('ZRH-A-27-00001');
});

test('a new replica goes on after the highest number of this counter and year', async () => {
  for (const number of ['ZRH-A-26-00007', 'ZRH-A-26-00031', 'ZRH-A-25-00400', 'ZRH-A-26-00009'])
    await addContract(number);
  await addContract('ZRH-B-26-00099', 'counter-b');
  expect(await take()).toBe('ZRH-A-26-00032');
});

test('a number is not given out twice when its contract is gone, and not used up by a rollback', async () => {
  const number = await take();
  await addContract(number);
  await replica.db.execute('DELETE FROM contracts');
  expect(await take()).toBe('ZRH-A-26-00002');
  const failed = inTransaction(replica, async (tx) => {
    await nextNumber(tx, place, 'contract', in2026);
    throw new Error('the clerk was refused');
  });
  await expect(failed).rejects.toThrow('refused');
  expect(await take()).toBe('ZRH-A-26-00003');
});

test('a number that is offered is the next, and is taken with its statement alone', async () => {
  await addContract('ZRH-A-26-00007');
  const offer = async (isTaken: boolean): Promise<string> =>
    await inTransaction(replica, async (tx) => {
      const { text, number, take: taking } = await offerNumber(tx, place, 'contract', in2026);
      if (isTaken) await tx.write(taking);
      expect(text).toContain(String(number.running));
      return text;
    });
  expect([await offer(false), await offer(true), await offer(false), await offer(true)]).toEqual([
    'ZRH-A-26-00008',
    'ZRH-A-26-00008',
    'ZRH-A-26-00009',
    'ZRH-A-26-00009',
  ]);
  expect(await take()).toBe('ZRH-A-26-00010');
});

test('many at once get many numbers', async () => {
  const numbers = await Promise.all(Array.from({ length: 20 }, () => take()));
  expect(new Set(numbers).size).toBe(20);
});
