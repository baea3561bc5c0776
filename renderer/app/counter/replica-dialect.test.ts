import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { rowsOf } from './rows-of.ts';
import { Tx, inTransaction } from './transaction.ts';

let replica: TestCounter;

beforeEach(async () => {
  replica = await openCounter(counterSchema);
});
afterEach(() => replica.close());

/** Counts how many calls of a method are out at once at most. */
function countOut(target: object, method: string) {
  const call = Reflect.get(target, method) as (...all: unknown[]) => Promise<unknown>;
  const seen = { out: 0, most: 0 };
  Reflect.set(target, method, async (...all: unknown[]) => {
    seen.most = Math.max(seen.most, ++seen.out);
    try {
      return await call.apply(target, all);
    } finally {
      seen.out--;
    }
  });
  return seen;
}

test('reads of a screen go out together', async () => {
  const seen = countOut(replica.db, 'getAll');
  const rows = rowsOf(replica.db);
  const ask = () => rows.selectFrom('number_series').select('last').execute();
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([[], [], []]);
  expect(seen.most).toBe(3);
});

test('reads of a transaction go out together', async () => {
  const seen = await replica.db.writeTransaction(async (lock) => {
    const counted = countOut(lock, 'execute');
    const tx = new Tx(lock);
    const ask = () => tx.selectFrom('number_series').select('last').execute();
    await Promise.all([ask(), ask()]);
    return counted;
  });
  expect(seen.most).toBe(2);
});

test('a single write needs no transaction', async () => {
  const rows = rowsOf(replica.db);
  await rows.insertInto('number_series').values({ id: 'a', last: 1 }).execute();
  await rows.updateTable('number_series').set({ last: 2 }).execute();
  expect(await rows.selectFrom('number_series').select(['id', 'last']).execute()).toEqual([
    { id: 'a', last: 2 },
  ]);
});

test("Kysely's own transactions are refused: they would not be whole", async () => {
  const begun = rowsOf(replica.db)
    .transaction()
    .execute(async (tx) => await tx.selectFrom('number_series').selectAll().execute());
  await expect(begun).rejects.toThrow('inTransaction');
  await expect(inTransaction(replica, (tx) => tx.transaction().execute(async () => 1))).rejects.toThrow(
    'inTransaction',
  );
});
