import { type RawBuilder, sql } from 'kysely';
import type { Rappen } from '#shared/money/rappen.ts';
import { searchMatch } from '#sync/search/search-match.ts';
import { creditedOfInvoice, paidOfInvoice } from '../app/billing/settled-of-invoice.ts';
import { dueNow, totalNow } from '../app/contracts/holds-now.ts';
import type { Rows } from '../app/counter/counter.ts';
import type { Sorting } from '../ui/table/column.ts';
import type { customerFilters } from './customer-search.ts';

export type CustomerFilter = (typeof customerFilters)[number];

export interface CustomerWish {
  readonly text: string;
  readonly filters: readonly CustomerFilter[];
  /** How many at most: a list of 100,000 is narrowed, not scrolled. */
  readonly atMost: number;
  /** Which are the first of all, by the key of a column; null, or an unknown key, is the newest. */
  readonly sort: Sorting | null;
}

/** More than anybody reads; a text that finds more is too short. */
const findsAtMost = 2_000;

/** What the columns of the list sort by. The table puts the rows it gets in the order of the language: these say which it gets. */
const sortKeys: Readonly<Record<string, RawBuilder<string>>> = {
  name: folded(sql`case kind when 'company' then company_name else last_name || ' ' || first_name end`),
  street: folded(sql`street || ' ' || building_number`),
  town: folded(sql`case country when 'CH' then '' else country || ' ' end || postal_code || ' ' || town`),
  phone: sql`coalesce(phone, '')`,
  email: folded(sql`email`),
};

/** A text as a dictionary has it, as far as SQLite can say: small letters, umlauts with their vowels. */
function folded(text: RawBuilder<string>): RawBuilder<string> {
  const letters = { Ä: 'a', ä: 'a', Ö: 'o', ö: 'o', Ü: 'u', ü: 'u', É: 'e', é: 'e', È: 'e', è: 'e', à: 'a' };
  return Object.entries(letters).reduce(
    (all, [letter, plain]) => sql<string>`replace(${all}, ${letter}, ${plain})`,
    sql<string>`lower(coalesce(${text}, ''))`,
  );
}

/** What is still to be paid of a bill, in Rappen: its total less what was paid and credited. */
export const openAmount = sql<Rappen>`invoices.total - ${paidOfInvoice} - ${creditedOfInvoice}`;

/**
 * Customers, the newest first: ids count up with time, so that the list begins without sorting; or the first by a column, for which
 * all are read. The plus keeps SQLite from the
 * index on mergers, where nearly everybody stands under "none": it would fetch and sort them all.
 */
export function customerList(rows: Rows, { text, filters, atMost, sort }: CustomerWish) {
  const match = searchMatch(text);
  const sortKey = sort === null ? undefined : sortKeys[sort.key];
  const listed = rows
    .selectFrom('customers')
    .where(sql<boolean>`+merged_into is null`)
    .select(['id', 'kind', 'first_name', 'last_name', 'company_name', 'street', 'building_number'])
    .select(['postal_code', 'town', 'country', 'phone', 'email', 'customer_group', 'language', 'erased_at'])
    .limit(atMost);
  let query = sortKey
    ? listed.orderBy(sortKey, sort?.isDescending === true ? 'desc' : 'asc')
    : listed.orderBy('id', 'desc');
  if (match !== null) {
    query = query.where(
      sql<boolean>`id in (select e.id from search_index join search_entries e on e.entry = search_index.rowid
        where search_index match ${match} and e.kind = 'customer' limit ${findsAtMost})`,
    );
  }
  // Nearly everybody: those are met on the way down the ids, and found by no index.
  if (filters.includes('persons')) query = query.where(sql`+kind`, '=', 'person');
  if (filters.includes('companies')) query = query.where('kind', '=', 'company');
  if (filters.includes('open_bills')) {
    // What is owed is on the open shelf, or was written here and is not back yet.
    query = query.where(
      sql<boolean>`id in (select customer_id from invoices where kind = 'invoice' and issued_at is not null
        and (shelf is null or shelf = 'open') and ${openAmount} > 0)`,
    );
  }
  if (filters.includes('duplicates')) {
    query = query.where(
      sql<boolean>`id in (select customer_id from conflicts where kind = 'duplicate_customer' and settled_at is null
        union select other_customer_id from conflicts where kind = 'duplicate_customer' and settled_at is null)`,
    );
  }
  return query;
}

export type CustomerListRow = Awaited<ReturnType<ReturnType<typeof customerList>['execute']>>[number];

/** Tables that the list reads behind SQL, for watching it. */
export const customerListTables = [
  'customers',
  'search_entries',
  'invoices',
  'payments',
  'conflicts',
] as const;

/** Open conflicts that say two entries are one customer; of one customer, or all. */
export function openDuplicates(rows: Rows, customerId: string | null) {
  const query = rows
    .selectFrom('conflicts')
    .where('kind', '=', 'duplicate_customer')
    .where('settled_at', 'is', null)
    .where('customer_id', 'is not', null)
    .where('other_customer_id', 'is not', null)
    .select(['id', 'customer_id', 'other_customer_id', 'details', 'raised_at'])
    .orderBy('raised_at');
  return customerId === null
    ? query
    : query.where((eb) =>
        eb.or([eb('customer_id', '=', customerId), eb('other_customer_id', '=', customerId)]),
      );
}

/** The customer and all that were merged into them, however many times. */
export function mergedIds(rows: Rows, customerId: string) {
  return rows
    .withRecursive('same(id)', (db) =>
      db
        .selectFrom('customers')
        .where('customers.id', '=', customerId)
        .select('customers.id')
        .union(
          db
            .selectFrom('customers')
            .innerJoin('same', 'same.id', 'customers.merged_into')
            .select('customers.id'),
        ),
    )
    .selectFrom('same')
    .select('id');
}

/** Contracts of a customer, the newest first. */
export function contractsOf(rows: Rows, ids: readonly string[]) {
  return rows
    .selectFrom('contracts')
    .where('customer_id', 'in', ids)
    .select(['id', 'number', 'status', 'plate', 'starts_at', 'returned_at'])
    .select([dueNow.as('due_at'), totalNow.as('agreed')])
    .orderBy('starts_at', 'desc');
}

/** Bills and credit notes of a customer with what is open of each, the newest first. */
export function invoicesOf(rows: Rows, ids: readonly string[]) {
  return rows
    .selectFrom('invoices')
    .where('customer_id', 'in', ids)
    .where('issued_at', 'is not', null)
    .select(['id', 'number', 'kind', 'issued_on', 'due_on', 'total', 'currency'])
    .select(openAmount.as('open'))
    .orderBy('issued_on', 'desc')
    .orderBy('number', 'desc');
}
