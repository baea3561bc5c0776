import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HostClient } from '#shared/ipc/contract.ts';
import { chainStart } from '#shared/audit/audit-chain.ts';
import { ok } from '#shared/result/result.ts';
import { instant } from '#shared/time/instant.ts';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { appendAudit } from './append-audit.ts';
import type { Counter, Rows } from './counter.ts';
import { rowsOf } from './rows-of.ts';
import { inTransaction } from './transaction.ts';

const place = {
  companyId: 'company',
  branchId: 'branch',
  branchCode: 'ZRH',
  counterId: 'counter-a',
  counterLetter: 'A',
  counterNo: 1,
  clerkId: 'clerk',
} as const satisfies Counter['place'];
// The key stays in the machine's vault: what it answers is not what is tried here.
const host = {
  'audit.sign': () => Promise.resolve(ok({ signature: 's'.repeat(128), publicKey: 'p'.repeat(64) })),
} as unknown as HostClient;

let replica: TestCounter;
let rows: Rows;

beforeEach(async () => {
  replica = await openCounter(counterSchema);
  rows = rowsOf(replica.db);
});

afterEach(() => replica.close());

const sign = (subjectId: string, counterId: string = place.counterId): Promise<void> =>
  inTransaction(replica, (tx) =>
    appendAudit(
      tx,
      { host, place: { ...place, counterId } },
      {
        kind: 'contract.signed',
        subjectId,
        content: { subjectId },
        at: instant('2026-11-20T13:00:00Z'),
      },
    ),
  );

const chain = () =>
  rows
    .selectFrom('audit_events')
    .select(['sequence', 'previous_hash', 'hash'])
    .where('counter_id', '=', place.counterId)
    .orderBy('sequence')
    .execute();

test('every link follows the one before', async () => {
  await sign('one');
  await sign('two');
  await sign('of another counter', 'counter-b');
  const [first, second] = await chain();
  expect(first).toMatchObject({ sequence: 1, previous_hash: chainStart });
  expect(second).toMatchObject({ sequence: 2, previous_hash: first?.hash });
});

test('a replica whose rows were taken from it goes on with the chain, and does not begin it anew', async () => {
  await sign('one');
  await sign('two');
  const [, last] = await chain();
  await replica.db.execute('DELETE FROM audit_events');
  await sign('three');
  expect(await chain()).toMatchObject([{ sequence: 3, previous_hash: last?.hash }]);
});

test('what was not signed in the end is not remembered', async () => {
  await sign('one');
  const failed = inTransaction(replica, async (tx) => {
    await appendAudit(
      tx,
      { host, place },
      {
        kind: 'contract.signed',
        subjectId: 'two',
        content: {},
        at: instant('2026-11-20T13:00:00Z'),
      },
    );
    throw new Error('the clerk was refused');
  });
  await expect(failed).rejects.toThrow('refused');
  await replica.db.execute('DELETE FROM audit_events');
  await sign('three');
  expect(await chain()).toMatchObject([{ sequence: 2 }]);
});
