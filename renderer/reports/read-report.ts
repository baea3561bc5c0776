import { sql } from 'kysely';
import type { VatShare } from '#shared/invoices/invoice-paper-totals.ts';
import { type Rappen, add, subtract } from '#shared/money/rappen.ts';
import type { BookedInvoice } from '#shared/reports/revenue.ts';
import type { FleetVehicle, VehicleTime } from '#shared/reports/utilisation.ts';
import { type Instant, type IsoDay, addDays, atWallClock, instant } from '#shared/time/instant.ts';
import { creditedOfInvoice, paidOfInvoice } from '../app/billing/settled-of-invoice.ts';
import type { Rows } from '../app/counter/counter.ts';

export interface ReportPeriod {
  readonly from: IsoDay;
  /** Included. */
  readonly to: IsoDay;
  /** Null is every branch. */
  readonly branchId: string | null;
}

export interface OpenItem {
  readonly id: string;
  readonly number: string;
  readonly customer: string;
  readonly issuedOn: IsoDay;
  readonly dueOn: IsoDay;
  readonly currency: 'CHF' | 'EUR';
  readonly total: Rappen;
  readonly open: Rappen;
}

export interface ReportRows {
  readonly fleet: readonly FleetVehicle[];
  readonly categories: ReadonlyMap<string, string>;
  readonly branches: ReadonlyMap<string, string>;
  readonly rentals: readonly VehicleTime[];
  readonly holds: readonly VehicleTime[];
  readonly invoices: readonly BookedInvoice[];
  /** All that is open today, whatever the period. */
  readonly openItems: readonly OpenItem[];
  readonly payments: readonly {
    readonly method: string;
    readonly kind: string;
    readonly amount: Rappen;
  }[];
}

/** Bills that may be open. What was written here and has not come back from the server has no shelf yet. */
export function openBills(rows: Rows) {
  return rows
    .selectFrom('invoices')
    .select(['id', 'number', 'branch_id', 'issued_on', 'due_on', 'currency', 'total'])
    .select([sql<string | null>`json_extract(recipient, '$.name')`.as('name')])
    .select([paidOfInvoice.as('paid'), creditedOfInvoice.as('credited')])
    .where((eb) => eb.or([eb('shelf', '=', 'open'), eb('shelf', 'is', null)]))
    .where('kind', '=', 'invoice')
    .where('issued_at', 'is not', null);
}

/** What is on the road, since when. */
export function rentalsUnderWay(rows: Rows, ends: Instant) {
  return rows
    .selectFrom('contracts')
    .select(['id', 'vehicle_id', 'starts_at', 'returned_at'])
    .where('status', '=', 'out')
    .where('starts_at', '<', ends);
}

/** What came back since a moment and had left before another: a look at the returns, however many years there are. */
export function rentalsReturned(rows: Rows, begins: Instant, ends: Instant) {
  return (
    rows
      .selectFrom('contracts')
      .select(['id', 'vehicle_id', 'starts_at', 'returned_at'])
      .where('returned_at', '>=', begins)
      .where('starts_at', '<', ends)
      // The plus keeps SQLite from going through everything that was ever closed: it thinks little of a range.
      .where(sql`+status`, 'in', ['returned', 'closed'])
  );
}

/** Which contracts went on with another vehicle, and since when: few, in the order in which it happened. */
export function exchanges(rows: Rows) {
  return rows
    .selectFrom('amendments')
    .select(['contract_id', 'vehicle_id', 'vehicle_since'])
    .where('vehicle_since', 'is not', null)
    .orderBy('vehicle_since');
}

/** The bills and credit notes issued in a period, both days included. */
export function bills(rows: Rows, from: IsoDay, to: IsoDay) {
  return rows
    .selectFrom('invoices')
    .select(['id', 'kind', 'branch_id', 'issued_on', 'vat'])
    .where('issued_at', 'is not', null)
    .where('issued_on', '>=', from)
    .where('issued_on', '<=', to);
}

/** The lines of those bills. */
export function linesBilled(rows: Rows, from: IsoDay, to: IsoDay) {
  return rows
    .selectFrom('invoice_lines')
    .innerJoin('invoices', 'invoices.id', 'invoice_lines.invoice_id')
    .where('invoices.issued_at', 'is not', null)
    .where('invoices.issued_on', '>=', from)
    .where('invoices.issued_on', '<=', to)
    .select(['invoice_lines.invoice_id', 'invoice_lines.kind', 'invoice_lines.label'])
    .select(['invoice_lines.amount', 'invoice_lines.vat_kind', 'invoice_lines.vat_rate']);
}

/** What was paid and given back between two moments. */
export function paymentsOf(rows: Rows, begins: Instant, ends: Instant) {
  return rows
    .selectFrom('payments')
    .select(['method', 'kind', 'amount', 'branch_id'])
    .where('paid_at', '>=', begins)
    .where('paid_at', '<', ends)
    .where('kind', 'in', ['payment', 'refund']);
}

/** The tables behind a report. */
export const reportReads = [
  'vehicles',
  'vehicle_categories',
  'vehicle_holds',
  'branches',
  'contracts',
  'amendments',
  'invoices',
  'invoice_lines',
  'payments',
];

/** About how many rows a report holds. */
export function weightOf({ rentals, invoices, openItems, payments, fleet, holds }: ReportRows): number {
  const lines = invoices.reduce((sum, invoice) => sum + invoice.lines.length, 0);
  return (
    rentals.length +
    invoices.length +
    lines +
    openItems.length +
    payments.length +
    fleet.length +
    holds.length
  );
}

/** Reads what the reports of a period are made of. What this machine has: its branch's 13 months, and all that is open. */
export async function readReport(rows: Rows, { from, to, branchId }: ReportPeriod): Promise<ReportRows> {
  const begins = atWallClock(from, '00:00');
  const ends = atWallClock(addDays(to, 1), '00:00');
  const [
    vehicles,
    categories,
    branches,
    underWay,
    returned,
    exchanged,
    holds,
    invoices,
    lines,
    open,
    payments,
  ] = await Promise.all([
    rows
      .selectFrom('vehicles')
      .select(['id', 'category_id', 'branch_id'])
      .where('status', '<>', 'retired')
      .execute(),
    rows.selectFrom('vehicle_categories').select(['id', 'name', 'position']).orderBy('position').execute(),
    rows.selectFrom('branches').select(['id', 'name']).orderBy('name').execute(),
    rentalsUnderWay(rows, ends).execute(),
    rentalsReturned(rows, begins, ends).execute(),
    exchanges(rows).execute(),
    rows
      .selectFrom('vehicle_holds')
      .select(['vehicle_id', 'starts_at', 'ends_at'])
      .where('starts_at', '<', ends)
      .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>=', begins)]))
      .execute(),
    bills(rows, from, to).execute(),
    linesBilled(rows, from, to).execute(),
    readOpenItems(rows),
    paymentsOf(rows, begins, ends).execute(),
  ]);
  const here = (id: string): boolean => branchId === null || id === branchId;
  const exchangesOf = Map.groupBy(exchanged, (one) => one.contract_id);
  const linesOf = Map.groupBy(lines, (line) => line.invoice_id);
  const fleet = vehicles.filter((vehicle) => here(vehicle.branch_id));
  return {
    fleet: fleet.map(({ id, category_id: categoryId }) => ({ id, categoryId })),
    categories: new Map(categories.map(({ id, name }) => [id, name])),
    branches: new Map(branches.map(({ id, name }) => [id, name])),
    rentals: [...underWay, ...returned].flatMap(
      ({ id, vehicle_id: vehicleId, starts_at: startsAt, returned_at: returnedAt }) => {
        // One after the other, each until the next takes over.
        const later = (exchangesOf.get(id) ?? []).flatMap(({ vehicle_id: next, vehicle_since: since }) =>
          since === null ? [] : [{ vehicleId: next, from: instant(since) }],
        );
        const driven = vehicleId === null ? later : [{ vehicleId, from: instant(startsAt) }, ...later];
        return driven.map((leg, at) => ({
          ...leg,
          to: driven[at + 1]?.from ?? (returnedAt === null ? null : instant(returnedAt)),
        }));
      },
    ),
    holds: holds.map((hold) => ({
      vehicleId: hold.vehicle_id,
      from: instant(hold.starts_at),
      to: hold.ends_at === null ? null : instant(hold.ends_at),
    })),
    invoices: invoices
      .filter((invoice) => here(invoice.branch_id))
      .map((invoice) => ({
        kind: invoice.kind,
        branchId: invoice.branch_id,
        issuedOn: invoice.issued_on,
        vat: invoice.vat === null ? null : (JSON.parse(invoice.vat) as readonly VatShare[]),
        lines: (linesOf.get(invoice.id) ?? []).map((line) => ({
          lineKind: line.kind,
          title: line.label,
          explanation: null,
          amount: line.amount,
          vatKind: line.vat_kind,
          vatRate: line.vat_rate,
        })),
      })),
    openItems: open.filter((item) => here(item.branchId)),
    payments: payments.filter((payment) => here(payment.branch_id)),
  };
}

/** Bills of which something is still to be paid: they lie on the shelf of what is open. */
async function readOpenItems(rows: Rows): Promise<readonly (OpenItem & { readonly branchId: string })[]> {
  const invoices = await openBills(rows).execute();
  return invoices
    .map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      branchId: invoice.branch_id,
      customer: invoice.name ?? '',
      issuedOn: invoice.issued_on,
      dueOn: invoice.due_on,
      currency: invoice.currency,
      total: invoice.total,
      open: subtract(invoice.total, add(invoice.paid, invoice.credited)),
    }))
    .filter(({ open }) => open > 0);
}
