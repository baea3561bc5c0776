import { afterEach, beforeEach, expect, test } from 'vitest';
import { rappen } from '#shared/money/rappen.ts';
import { instant, isoDay } from '#shared/time/instant.ts';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import type { Rows } from '../app/counter/counter.ts';
import { rowsOf } from '../app/counter/rows-of.ts';
import { readBilled, readOpenItems, readUtilisation } from './read-report.ts';

let replica: TestCounter;
let rows: Rows;

beforeEach(async () => {
  replica = await openCounter(counterSchema);
  rows = rowsOf(replica.db);
});
afterEach(() => replica.close());

const november = { from: isoDay('2026-11-01'), to: isoDay('2026-11-30'), branchId: null };

/** A row as it lies in the replica after the server sent it: the views of PowerSync take any column. */
async function put(table: string, row: Readonly<Record<string, string | number | null>>): Promise<void> {
  const names = Object.keys(row);
  await replica.db.execute(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    Object.values(row),
  );
}

const bill = (id: string, total: number, more: Readonly<Record<string, string | number | null>> = {}) =>
  put('invoices', {
    id,
    kind: 'invoice',
    number: `ZRH-A-26-${id}`,
    branch_id: 'zurich',
    recipient: '{"name":"Muster AG"}',
    currency: 'CHF',
    issued_on: '2026-11-10',
    due_on: '2026-12-10',
    issued_at: '2026-11-10T09:00:00Z',
    total,
    shelf: 'open',
    ...more,
  });

const pay = (id: string, invoiceId: string, amount: number, kind = 'payment') =>
  put('payments', {
    id,
    invoice_id: invoiceId,
    kind,
    amount,
    method: 'card',
    branch_id: 'zurich',
    paid_at: '2026-11-11T09:00:00Z',
  });

test('open is what is left after payments, refunds and credit notes, also of a bill that has no shelf yet', async () => {
  await bill('part', 10_000);
  await pay('1', 'part', 6_000);
  await pay('2', 'part', 1_000, 'refund');
  await put('invoices', {
    id: 'credit',
    kind: 'credit_note',
    corrects_id: 'part',
    total: 2_000,
    issued_on: '2026-11-12',
    issued_at: '2026-11-12T09:00:00Z',
    branch_id: 'zurich',
    recipient: '{}',
  });
  await bill('paid', 5_000);
  await pay('3', 'paid', 5_000);
  await bill('new', 700, { shelf: null });
  await bill('draft', 900, { issued_at: null });
  const openItems = await readOpenItems(rows, november);
  expect(openItems.map(({ id, customer, open }) => [id, customer, open])).toEqual([
    ['part', 'Muster AG', rappen(3_000)],
    ['new', 'Muster AG', rappen(700)],
  ]);
});

test('a rental counts that touches the period: under way, or returned since it began', async () => {
  const rental = (id: string, status: string, startsAt: string, returnedAt: string | null) =>
    put('contracts', { id, status, vehicle_id: id, starts_at: startsAt, returned_at: returnedAt });
  await rental('out', 'out', '2026-10-20T08:00:00Z', null);
  await rental('over-the-start', 'closed', '2026-10-28T08:00:00Z', '2026-11-02T08:00:00Z');
  await rental('within', 'returned', '2026-11-05T08:00:00Z', '2026-11-06T08:00:00Z');
  await rental('before', 'closed', '2026-10-01T08:00:00Z', '2026-10-30T08:00:00Z');
  await rental('after', 'out', '2026-12-02T08:00:00Z', null);
  await rental('later', 'closed', '2026-12-02T08:00:00Z', '2026-12-03T08:00:00Z');
  await rental('promised', 'reserved', '2026-11-20T08:00:00Z', null);
  const { rentals } = await readUtilisation(rows, november);
  expect(rentals.map(({ vehicleId }) => vehicleId).sort()).toEqual(['out', 'over-the-start', 'within']);
  expect(rentals.find(({ vehicleId }) => vehicleId === 'within')?.to).toBe(instant('2026-11-06T08:00:00Z'));
});

test('each bill of the period has its own lines, and only those', async () => {
  await bill('one', 300, { vat: null });
  await bill('two', 500, { vat: '[{"rate":810,"net":463,"vat":37}]' });
  await bill('older', 500, { issued_on: '2026-10-31' });
  const line = (id: string, invoiceId: string, amount: number) =>
    put('invoice_lines', { id, invoice_id: invoiceId, kind: 'rental', label: id, amount });
  await line('a', 'one', 100);
  await line('b', 'one', 200);
  await line('c', 'older', 500);
  const { invoices } = await readBilled(rows, november);
  expect(invoices.map(({ lines, vat }) => [lines.map(({ amount }) => amount), vat])).toEqual([
    [[100, 200], null],
    [[], [{ rate: 810, net: 463, vat: 37 }]],
  ]);
});
