import { expect, test } from 'vitest';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { type CamtSketch, camtText } from '#shared/bank-files/testing-camt.ts';
import { must } from '#shared/result/result.ts';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { issueInvoice } from '../app/billing/issue-invoice.ts';
import { bankOf, billsToMatch, knownEntries } from './gather-bank.ts';
import { planImport } from './plan-import.ts';
import { readBankFile } from './read-bank-file.ts';
import { assignEntry, ignoreEntry } from './settle-entry.ts';
import { writeImport } from './write-import.ts';

const own = testPc({ who: demoPeople.manager });

let customers = 0;
async function bill() {
  const customer = await someCustomer(own.pc.counter, ++customers);
  const { contractId } = await rent(own.pc.counter, { customerId: customer.id, days: 1 });
  const { invoiceId } = must(await issueInvoice(own.pc.counter, contractId));
  return await own.pc.counter.rows
    .selectFrom('invoices')
    .select(['id', 'reference', 'total', 'number'])
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow();
}

const francs = (amount: number): string => (amount / 100).toFixed(2);
const day = new Date().toISOString().slice(0, 10);

/** The plan of a file, as the screen makes it. */
async function planOf(...sketches: readonly CamtSketch[]) {
  const { rows } = own.pc.counter;
  const files = await Promise.all(
    sketches.map(async (sketch, at) =>
      must(
        await readBankFile({ name: `file-${at}.xml`, stream: () => new Blob([camtText(sketch)]).stream() }),
      ),
    ),
  );
  const [bills, known, bank] = await Promise.all([billsToMatch(rows), knownEntries(rows), bankOf(rows)]);
  return planImport(files, bills, bank.prefix, known);
}

const paid = async (invoiceId: string) =>
  (
    await own.database.query(
      `select coalesce(sum(case kind when 'payment' then amount else -amount end), 0)::int as sum from payments where invoice_id = $1`,
      [invoiceId],
    )
  ).rows[0] as { sum: number };

test('a file is matched, booked once, and told again by nothing: neither itself nor the statement after it', async () => {
  const { counter } = own.pc;
  const [exact, part, over] = [await bill(), await bill(), await bill()];
  const entry = (of: typeof exact, amount: number, servicerRef: string) => ({
    amount: francs(amount),
    servicerRef,
    day,
    details: [{ amount: francs(amount), ref: of.reference ?? '', payer: 'Annalena Brunner' }],
  });
  const booked = [
    entry(exact, exact.total, 'B1'),
    entry(part, part.total - 100, 'B2'),
    entry(over, over.total + 250, 'B3'),
  ];
  const unknown = {
    amount: '77.00',
    servicerRef: 'B4',
    day,
    details: [{ amount: '77.00', payer: 'Unbekannt' }],
  };
  const debit = { amount: '12.00', servicerRef: 'B5', day, direction: 'DBIT' };
  const file = { entries: [...booked, unknown, debit] };

  const plan = await planOf(file);
  expect(plan.entries.map(({ kind }) => kind).sort()).toEqual([
    'exact',
    'ignored',
    'left_over',
    'over',
    'part',
  ]);
  expect(must(await writeImport(counter, plan))).toEqual({ matched: 3, waiting: 1 });
  // The plan is spent.
  expect(await writeImport(counter, plan)).toMatchObject({ refusal: { code: 'plan_outdated' } });
  await own.uploaded();
  expect(await paid(exact.id)).toEqual({ sum: exact.total });
  expect(await paid(part.id)).toEqual({ sum: part.total - 100 });
  expect(await paid(over.id)).toEqual({ sum: over.total + 250 });

  const again = await planOf(file);
  expect(again.files.map(({ isKnown }) => isKnown)).toEqual([true]);
  expect(again.entries).toEqual([]);
  const statement = await planOf({
    message: 'camt.053',
    messageId: 'M9',
    statementId: 'S9',
    entries: file.entries,
  });
  expect(statement.entries.every(({ kind }) => kind === 'ignored')).toBe(true);
  must(await writeImport(counter, statement));
  await own.uploaded();
  expect(await paid(exact.id)).toEqual({ sum: exact.total });
  const { rows } = await own.database.query('select count(*)::int as n from bank_entries');
  expect(rows).toEqual([{ n: 4 }]);
});

test('one just like an imported one is suspected; what waits is assigned or ignored by a person, once', async () => {
  const { counter } = own.pc;
  const open = await bill();
  const bare = (messageId: string) => ({
    messageId,
    entries: [
      { amount: francs(open.total), day, details: [{ amount: francs(open.total), payer: 'A. Brunner' }] },
    ],
  });
  must(await writeImport(counter, await planOf(bare('A1'))));
  const twin = await planOf(bare('A2'));
  expect(twin.entries.map(({ kind }) => kind)).toEqual(['suspected']);
  expect(must(await writeImport(counter, twin))).toEqual({ matched: 0, waiting: 1 });
  const waiting = await counter.rows
    .selectFrom('bank_entries')
    .select(['id', 'outcome'])
    .where('amount', '=', open.total)
    .where('outcome', 'in', ['open', 'suspected'])
    .orderBy('id')
    .execute();
  expect(waiting.map(({ outcome }) => outcome)).toEqual(['open', 'suspected']);
  const [first, second] = waiting.map(({ id }) => id);
  must(await assignEntry(counter, first!, open.id));
  expect(await assignEntry(counter, first!, open.id)).toMatchObject({ refusal: { code: 'entry_settled' } });
  expect(await ignoreEntry(counter, second!, ' ')).toMatchObject({ refusal: { code: 'reason_missing' } });
  must(await ignoreEntry(counter, second!, 'Dieselbe Zahlung.'));
  await own.uploaded();
  expect(await paid(open.id)).toEqual({ sum: open.total });
  const { rows } = await own.database.query(
    'select outcome, note from bank_entries where id = any($1) order by id',
    [[first, second]],
  );
  expect(rows).toEqual([
    { outcome: 'matched', note: '' },
    { outcome: 'ignored', note: 'Dieselbe Zahlung.' },
  ]);
});

test('a file that breaks off or is none is refused whole', async () => {
  const text = camtText({ entries: [{ amount: '1.00' }] });
  const read = async (bytes: BlobPart) => {
    const result = await readBankFile({ name: 'x.xml', stream: () => new Blob([bytes]).stream() });
    return result.ok ? 'ok' : result.refusal.code;
  };
  expect(await read(text.slice(0, -30))).toBe('file_refused');
  expect(await read(new Uint8Array([0x3c, 0xff, 0xfe]))).toBe('file_unreadable');
  expect(await read(text)).toBe('ok');
});
