import { sql } from 'kysely';
import type { OpenInvoice } from '#shared/bank-files/open-invoice.ts';
import { parseStoredKey } from '#shared/bank-files/stored-key.ts';
import { rappen } from '#shared/money/rappen.ts';
import type { Rows } from '../app/counter/counter.ts';
import type { KnownEntries } from './plan-import.ts';

/** The bills that money may be for, also those that are paid: they may be paid twice. Read once for an import. */
export async function billsToMatch(rows: Rows): Promise<readonly OpenInvoice[]> {
  const [bills, paid, credited] = await Promise.all([
    rows
      .selectFrom('invoices')
      .select(['id', 'number', 'reference', 'total', 'currency', 'issued_on'])
      .select(sql<string>`json_extract(recipient, '$.name')`.as('name'))
      .where('kind', '=', 'invoice')
      .where('issued_at', 'is not', null)
      .execute(),
    rows
      .selectFrom('payments')
      .select([
        'invoice_id',
        sql<number>`sum(case kind when 'refund' then -amount else amount end)`.as('sum'),
      ])
      .where('invoice_id', 'is not', null)
      .where('kind', 'in', ['payment', 'refund'])
      .groupBy('invoice_id')
      .execute(),
    rows
      .selectFrom('invoices')
      .select(['corrects_id', sql<number>`sum(total)`.as('sum')])
      .where('corrects_id', 'is not', null)
      .where('issued_at', 'is not', null)
      .groupBy('corrects_id')
      .execute(),
  ]);
  const settled = new Map<string | null, number>();
  for (const { invoice_id: id, sum } of paid) settled.set(id, sum);
  for (const { corrects_id: id, sum } of credited) settled.set(id, (settled.get(id) ?? 0) + sum);
  return bills.map(({ id, number, reference, total, currency, issued_on: issuedOn, name }) => ({
    id,
    number,
    reference,
    // What was paid too much already is no debt of ours to match against.
    open: rappen(Math.max(0, total - (settled.get(id) ?? 0))),
    currency,
    customerName: name,
    issuedOn,
  }));
}

/** What was imported before, as far as this machine keeps it: 13 months. */
export async function knownEntries(rows: Rows): Promise<KnownEntries> {
  const [entries, files] = await Promise.all([
    rows.selectFrom('bank_entries').select('dedupe_key').execute(),
    rows.selectFrom('bank_imports').select('sha256').execute(),
  ]);
  const keys = entries.flatMap(({ dedupe_key: text }) => parseStoredKey(text) ?? []);
  return {
    same: new Set(keys.map(({ same }) => same)),
    alike: new Set(keys.map(({ alike }) => alike)),
    files: new Set(files.map(({ sha256 }) => sha256)),
  };
}

/** With which digits our QR references begin, and the account that is meant where a file names none. */
export async function bankOf(rows: Rows): Promise<{ readonly prefix: string; readonly iban: string }> {
  const company = await rows
    .selectFrom('companies')
    .select(['qr_bank_prefix', 'iban'])
    .executeTakeFirstOrThrow();
  return { prefix: company.qr_bank_prefix, iban: company.iban };
}
