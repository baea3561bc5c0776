import { afterEach, beforeEach, expect, test } from 'vitest';
import { wrapPowerSyncWithKysely } from '@powersync/kysely-driver';
import { nextBatch } from '#sync/connector/transactions.ts';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { type CounterRows, counterSchema } from '#sync/schema/counter-schema.ts';
import { readRefused } from '../app/attention/refused-payload.ts';
import type { Counter } from '../app/counter/counter.ts';
import { canSendAgain, sendAgain } from './send-again.ts';

let opened: TestCounter;
beforeEach(async () => {
  opened = await openCounter(counterSchema);
});
afterEach(() => opened.close());

const counterOf = ({ db }: TestCounter): Counter =>
  ({
    db,
    rows: wrapPowerSyncWithKysely<CounterRows>(db),
    place: { clerkId: 'anna' },
  }) as unknown as Counter;
const refused = (...ops: readonly object[]) => readRefused(JSON.stringify(ops));
const put = (table: string, data: object) => ({ op: 'PUT', table, id: `${table}-1`, data });

test('is written as it was, in one transaction with its settlement', async () => {
  const { db } = opened;
  await db.execute("INSERT INTO customers (id, town) VALUES ('there', 'Bern')");
  await db.execute("INSERT INTO refused_changes (id, code) VALUES ('refusal', 'rule_broken')");
  await db.execute('DELETE FROM ps_crud');
  const ops = refused(
    put('customers', { last_name: 'Muster', town: 'Chur' }),
    { op: 'PUT', table: 'customers', id: 'there', data: { town: 'Basel' } },
    { op: 'DELETE', table: 'contract_lines', id: 'line' },
  );
  expect(await sendAgain(counterOf(opened), ops ?? [], { refusalId: 'refusal', note: 'again' })).toBe(true);
  const batch = await nextBatch(db, { transactions: 10, bytes: 1e6 });
  expect(
    batch.map(({ transaction }) => transaction.ops.map(({ op, id, data }) => ({ op, id, data }))),
  ).toMatchObject([
    [
      { op: 'PUT', id: 'customers-1', data: { last_name: 'Muster', town: 'Chur' } },
      { op: 'PATCH', id: 'there', data: { town: 'Basel' } },
      { op: 'PATCH', id: 'refusal', data: { settled_by: 'anna', settled_note: 'again' } },
    ],
  ]);
});

test('a change to what is not there any more is not settled by writing nothing', async () => {
  const { db } = opened;
  await db.execute("INSERT INTO refused_changes (id, code) VALUES ('refusal', 'rule_broken')");
  await db.execute('DELETE FROM ps_crud');
  const ops = refused(put('customers', { town: 'Chur' }), {
    op: 'PATCH',
    table: 'rates',
    id: 'gone',
    data: { name: 'x' },
  });
  expect(await sendAgain(counterOf(opened), ops ?? [], { refusalId: 'refusal', note: 'again' })).toBe(false);
  expect(await nextBatch(db, { transactions: 10, bytes: 1e6 })).toEqual([]);
  expect(await db.getAll('SELECT id FROM customers')).toEqual([]);
});

test.each([
  ['a customer', [put('customers', { town: 'Chur' })], true],
  ['a plan', [put('contracts', { status: 'reserved' }), put('contract_lines', { label: 'x' })], true],
  ['a contract that went out', [put('contracts', { status: 'out' })], false],
  ['a signature', [put('contracts', { status: 'quote', signed_at: 'x' })], false],
  ['money', [put('payments', { amount: 100 })], false],
  ['a link of the audit chain', [put('customers', {}), put('audit_events', { sequence: 1 })], false],
  ['what was kept back', [put('customers', { note: { omitted_bytes: 20_000 } })], false],
  ['a column that is not known here', [put('customers', { shoe_size: 43 })], false],
  ['what cannot be read', [{ op: 'UNREADABLE', table: 'customers', id: 'x', data: null }], false],
])('%s', (_what, ops, may) => {
  expect(canSendAgain(refused(...ops))).toBe(may);
});
