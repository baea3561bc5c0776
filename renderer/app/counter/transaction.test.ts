import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { type Tx, inTransaction } from './transaction.ts';

let replica: TestCounter;

beforeEach(async () => {
  replica = await openCounter(counterSchema);
});
afterEach(() => replica.close());

const add = (tx: Tx, id: string, last: number) => tx.insertInto('number_series').values({ id, last });
const set = (tx: Tx, id: string, last: number) =>
  tx.updateTable('number_series').set({ last }).where('id', '=', id);
const stored = async (): Promise<unknown[]> =>
  await replica.db.getAll('SELECT id, last FROM number_series ORDER BY id');

test('what is written together is written in the order given', async () => {
  await inTransaction(replica, (tx) =>
    tx.write(add(tx, 'a', 1), set(tx, 'a', 2), add(tx, 'b', 1), set(tx, 'a', 3), set(tx, 'b', 9)),
  );
  expect(await stored()).toEqual([
    { id: 'a', last: 3 },
    { id: 'b', last: 9 },
  ]);
});

test('reads asked together each get their own rows, and see what was written before', async () => {
  const read = await inTransaction(replica, async (tx) => {
    await tx.write(add(tx, 'a', 1), add(tx, 'b', 2));
    const one = (id: string) => tx.selectFrom('number_series').select('last').where('id', '=', id);
    return await Promise.all([one('b').executeTakeFirst(), one('a').execute(), one('c').executeTakeFirst()]);
  });
  expect(read).toEqual([{ last: 2 }, [{ last: 1 }], undefined]);
});

test('when one of several fails nothing of the transaction is kept, and the next begins anew', async () => {
  await inTransaction(replica, (tx) => tx.write(add(tx, 'kept', 1)));
  const failed = inTransaction(replica, async (tx) => {
    await tx.write(add(tx, 'before', 1));
    await tx.write(
      add(tx, 'with', 1),
      tx.insertInto('no_such_table' as 'drafts').values({ id: 'x' } as never),
      add(tx, 'after', 1),
    );
  });
  await expect(failed).rejects.toThrow('no_such_table');
  await inTransaction(replica, (tx) => tx.write(set(tx, 'kept', 2)));
  expect(await stored()).toEqual([{ id: 'kept', last: 2 }]);
});

test('what is written and committed at once is kept whole, or not at all', async () => {
  await inTransaction(replica, (tx) => tx.writeAndCommit(add(tx, 'a', 1), set(tx, 'a', 2)));
  const failed = inTransaction(replica, async (tx) => {
    await tx.write(add(tx, 'before', 1));
    await tx.writeAndCommit(
      add(tx, 'with', 1),
      tx.insertInto('no_such_table' as 'drafts').values({ id: 'x' } as never),
      add(tx, 'after', 1),
    );
  });
  await expect(failed).rejects.toThrow('no_such_table');
  expect(await stored()).toEqual([{ id: 'a', last: 2 }]);
  await inTransaction(replica, (tx) => tx.write(set(tx, 'a', 3)));
  expect(await stored()).toEqual([{ id: 'a', last: 3 }]);
});

test('when the work throws, nothing is kept', async () => {
  const failed = inTransaction(replica, async (tx) => {
    await tx.write(add(tx, 'a', 1));
    throw new Error('the clerk was refused');
  });
  await expect(failed).rejects.toThrow('refused');
  expect(await stored()).toEqual([]);
});
