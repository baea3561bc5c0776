import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { nextBatch } from '#sync/connector/transactions.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { noteShift, readShifts } from './shifts.ts';
import { writerOf } from './writer-of.ts';

let counter: TestCounter;
const anna = { userId: 'anna', mayWrite: true };
const beat = { userId: 'beat', mayWrite: false };
const kept = new Set(['anna', 'beat']);

beforeEach(async () => {
  counter = await openCounter(counterSchema);
});
afterEach(() => counter.close());

const write = async () =>
  await counter.db.execute("INSERT INTO customers (id, last_name) VALUES (uuid(), 'Muster')");

async function writers(): Promise<readonly (string | null)[]> {
  const batch = await nextBatch(counter.db, { transactions: 100, bytes: 1e6 });
  const shifts = await readShifts(counter.db);
  return batch.map(({ transaction }) => writerOf(transaction, shifts, kept));
}

async function sendFirst(): Promise<void> {
  await (await counter.db.getNextCrudTransaction())?.complete();
}

test('every transaction is of who worked here when it was written', async () => {
  await write();
  await noteShift(counter.db, anna);
  await write();
  await write();
  await noteShift(counter.db, anna);
  await write();
  await noteShift(counter.db, beat);
  await write();
  await noteShift(counter.db, anna);
  await write();
  expect(await writers()).toEqual([null, 'anna', 'anna', 'anna', 'beat', 'anna']);
});

test('shifts of which nothing waits are forgotten, but not who could write last', async () => {
  await noteShift(counter.db, anna);
  await write();
  await noteShift(counter.db, beat);
  await write();
  await sendFirst();
  await noteShift(counter.db, { userId: 'carla', mayWrite: false });
  expect((await readShifts(counter.db)).map(({ userId }) => userId)).toEqual(['anna', 'beat', 'carla']);
  await sendFirst();
  await noteShift(counter.db, { userId: 'dora', mayWrite: true });
  await noteShift(counter.db, beat);
  expect((await readShifts(counter.db)).map(({ userId }) => userId)).toEqual(['dora', 'beat']);
});

test('somebody whose role changed begins a shift of their own', async () => {
  await noteShift(counter.db, anna);
  await noteShift(counter.db, { userId: 'anna', mayWrite: false });
  expect((await readShifts(counter.db)).map(({ mayWrite }) => mayWrite)).toEqual([true, false]);
});
