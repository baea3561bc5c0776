import { sql } from 'kysely';
import { type IsoDay, addDays } from '#shared/time/instant.ts';
import { searchMatch } from '#sync/search/search-match.ts';
import { creditedOfInvoice, paidOfInvoice } from '../app/billing/settled-of-invoice.ts';
import type { Rows } from '../app/counter/counter.ts';
import { hasWords } from '../app/lists/has-words.ts';
import type { invoiceStates } from './invoice-search.ts';

/** Which bills are looked for. */
export interface InvoiceFilter {
  readonly state: (typeof invoiceStates)[number];
  /** Of this branch only; null is the whole company. */
  readonly branchId: string | null;
  /** In the number or the name of who is billed. */
  readonly text: string;
  readonly today: IsoDay;
}

/** As many are shown at once; a text narrows them, and a file has them all. */
export const invoicesShown = 1_000;
/** How far back bills that are settled are listed, in days: what the counter holds of its branch. What is older is found by its text. */
const daysBack = 400;
/** Older ones that a text finds: more than anybody reads. */
const findsAtMost = 500;

/** Bills with where they stand. What is open is looked up by its shelf, what is settled by its day: neither walks through all. */
export function invoiceList(
  rows: Rows,
  { state, branchId, text, today }: InvoiceFilter,
  atMost = invoicesShown,
) {
  const onlyOpen = state === 'open' || state === 'overdue';
  let listed = rows
    .selectFrom('invoices')
    .where('issued_at', 'is not', null)
    .select(['id', 'number', 'kind', 'issued_on', 'due_on', 'total', 'currency', 'branch_id'])
    .select([
      sql<string>`json_extract(recipient, '$.name')`.as('name'),
      paidOfInvoice.as('paid'),
      creditedOfInvoice.as('credited'),
      sql<number | null>`(select max(r.step) from reminders r where r.invoice_id = invoices.id)`.as('step'),
    ])
    .orderBy('issued_on', 'desc')
    .orderBy('number', 'desc')
    .limit(atMost);
  const found = hasWords(text, sql<string>`number || ' ' || recipient`);
  const match = searchMatch(text);
  listed = onlyOpen
    ? // What was written here and has not come back from the server has no shelf yet.
      listed.where((eb) => eb.and([eb.or([eb('shelf', '=', 'open'), eb('shelf', 'is', null)]), ...found]))
    : listed.where((eb) =>
        eb.or([
          eb.and([eb('issued_on', '>=', addDays(today, -daysBack)), ...found]),
          ...(match === null
            ? []
            : [
                sql<boolean>`id in (select e.id from search_index join search_entries e on e.entry = search_index.rowid
                  where search_index match ${match} and e.kind = 'invoice' limit ${findsAtMost})`,
              ]),
        ]),
      );
  if (onlyOpen || state === 'paid') listed = listed.where('kind', '=', 'invoice');
  if (state === 'paid') listed = listed.where(sql<boolean>`${paidOfInvoice} + ${creditedOfInvoice} >= total`);
  if (state === 'credit_note') listed = listed.where('kind', '=', 'credit_note');
  if (state === 'overdue') listed = listed.where('due_on', '<', today);
  if (branchId !== null) listed = listed.where('branch_id', '=', branchId);
  return listed;
}

/** Tables that the list reads, also behind the index: for watching it. */
export const invoiceListTables = ['invoices', 'payments', 'reminders', 'search_entries'] as const;

export type InvoiceListRow = Awaited<ReturnType<ReturnType<typeof invoiceList>['execute']>>[number];

/** What is still to be paid of a bill: never negative, and nothing of a credit note. */
export function openOf({ kind, total, paid, credited }: InvoiceListRow): number {
  return kind === 'invoice' ? Math.max(0, total - paid - credited) : 0;
}

export type InvoiceState = 'credit_note' | 'credited' | 'paid' | 'overpaid' | 'overdue' | 'open';

/** Where a bill stands on a day, in one word. */
export function stateOf(row: InvoiceListRow, today: IsoDay): InvoiceState {
  const { kind, total, paid, credited, due_on: dueOn } = row;
  if (kind === 'credit_note') return 'credit_note';
  if (openOf(row) > 0) return dueOn < today ? 'overdue' : 'open';
  if (paid + credited > total) return 'overpaid';
  return credited >= total && total > 0 ? 'credited' : 'paid';
}
