import { afterEach, beforeEach, expect, test } from 'vitest';
import { isoDay } from '#shared/time/instant.ts';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { installSearchIndex } from '#sync/search/install-search-index.ts';
import type { Rows } from '../app/counter/counter.ts';
import { rowsOf } from '../app/counter/rows-of.ts';
import { type InvoiceFilter, invoiceList } from './invoice-queries.ts';

let replica: TestCounter;
let rows: Rows;

beforeEach(async () => {
  replica = await openCounter(counterSchema);
  await installSearchIndex(replica.db);
  rows = rowsOf(replica.db);
});
afterEach(() => replica.close());

const today = isoDay('2026-11-20');

/** A bill of 100 francs, of which so much is paid. */
async function bill(number: string, issuedOn: string, paid: number, shelf = 'closed'): Promise<void> {
  await replica.db.execute(
    `insert into invoices (id, kind, number, branch_id, recipient, currency, issued_on, due_on, issued_at, total, shelf)
      values (?, 'invoice', ?, 'zurich', '{"name":"Muster AG"}', 'CHF', ?, ?, ?, 10000, ?)`,
    [number, number, issuedOn, issuedOn, `${issuedOn}T09:00:00.000Z`, shelf],
  );
  if (paid > 0)
    await replica.db.execute(
      `insert into payments (id, invoice_id, kind, amount, method) values (?, ?, 'payment', ?, 'card')`,
      [`of ${number}`, number, paid],
    );
}

const found = async (filter: Partial<InvoiceFilter>, atMost?: number): Promise<readonly string[]> => {
  const all = { state: 'all', branchId: null, text: '', today, ...filter } as const;
  return (await invoiceList(rows, all, atMost).execute()).map(({ number }) => number);
};

test('what was settled long ago is found by its number or its customer, and listed without a text no more', async () => {
  await bill('ZRH-A-26-R00007', '2026-11-02', 10_000);
  await bill('ZRH-A-24-R00031', '2024-03-05', 10_000);
  expect(await found({})).toEqual(['ZRH-A-26-R00007']);
  expect(await found({ text: 'ZRH-A-24-R00031' })).toEqual(['ZRH-A-24-R00031']);
  expect(await found({ text: 'muster' })).toEqual(['ZRH-A-26-R00007', 'ZRH-A-24-R00031']);
  expect(await found({ text: 'muster', state: 'paid', branchId: 'bern' })).toEqual([]);
});

test('as many paid bills are listed as there is room for, however many open ones are newer', async () => {
  for (const day of [1, 2, 3]) await bill(`paid ${day}`, `2026-10-0${day}`, 10_000);
  for (const day of [1, 2, 3]) await bill(`part ${day}`, `2026-11-0${day}`, 9_999, 'open');
  expect(await found({ state: 'paid' }, 2)).toEqual(['paid 3', 'paid 2']);
  expect(await found({}, 2)).toEqual(['part 3', 'part 2']);
  expect(await found({ state: 'open', text: 'part 1' })).toEqual(['part 1']);
});

test('a text walks neither through all bills nor through all payments', async () => {
  const wish = { state: 'all', branchId: null, text: 'Muster 7', today } as const;
  const { sql, parameters } = invoiceList(rows, wish).compile();
  const plan = await replica.db.getAll<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
  const details = plan.map(({ detail }) => detail);
  expect(details.filter((detail) => detail.startsWith('SCAN ps_data__'))).toEqual([]);
  expect(details.some((detail) => detail.includes('SEARCH ps_data__invoices'))).toBe(true);
});
