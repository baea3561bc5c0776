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

export interface UtilisationRows {
  readonly fleet: readonly FleetVehicle[];
  readonly categories: ReadonlyMap<string, string>;
  readonly rentals: readonly VehicleTime[];
  readonly holds: readonly VehicleTime[];
}

export interface BilledRows {
  readonly branches: ReadonlyMap<string, string>;
  readonly invoices: readonly BookedInvoice[];
}

export interface PaymentRow {
  readonly method: string;
  readonly kind: string;
  readonly amount: Rappen;
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

/** What was on the road and what was held. What this machine has: its branch's 13 months, and all that is open. */
export async function readUtilisation(rows: Rows, period: ReportPeriod): Promise<UtilisationRows> {
  const { begins, ends } = momentsOf(period);
  const [vehicles, categories, underWay, returned, exchanged, holds] = await Promise.all([
    rows
      .selectFrom('vehicles')
      .select(['id', 'category_id', 'branch_id'])
      .where('status', '<>', 'retired')
      .execute(),
    rows.selectFrom('vehicle_categories').select(['id', 'name', 'position']).orderBy('position').execute(),
    rentalsUnderWay(rows, ends).execute(),
    rentalsReturned(rows, begins, ends).execute(),
    exchanges(rows).execute(),
    rows
      .selectFrom('vehicle_holds')
      .select(['vehicle_id', 'starts_at', 'ends_at'])
      .where('starts_at', '<', ends)
      .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>=', begins)]))
      .execute(),
  ]);
  const exchangesOf = Map.groupBy(exchanged, (one) => one.contract_id);
  return {
    fleet: vehicles
      .filter((vehicle) => isOf(period, vehicle.branch_id))
      .map(({ id, category_id: categoryId }) => ({ id, categoryId })),
    categories: new Map(categories.map(({ id, name }) => [id, name])),
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
  };
}

/** The bills and credit notes of a period with their lines. */
export async function readBilled(rows: Rows, period: ReportPeriod): Promise<BilledRows> {
  const { from, to } = period;
  const [branches, invoices, lines] = await Promise.all([
    rows.selectFrom('branches').select(['id', 'name']).orderBy('name').execute(),
    bills(rows, from, to).execute(),
    linesBilled(rows, from, to).execute(),
  ]);
  const linesOf = Map.groupBy(lines, (line) => line.invoice_id);
  return {
    branches: new Map(branches.map(({ id, name }) => [id, name])),
    invoices: invoices
      .filter((invoice) => isOf(period, invoice.branch_id))
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
  };
}

/** Bills of which something is still to be paid today, whatever the period: they lie on the shelf of what is open. */
export async function readOpenItems(
  rows: Rows,
  period: Pick<ReportPeriod, 'branchId'>,
): Promise<readonly OpenItem[]> {
  const invoices = await openBills(rows).execute();
  return invoices
    .filter((invoice) => isOf(period, invoice.branch_id))
    .map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      customer: invoice.name ?? '',
      issuedOn: invoice.issued_on,
      dueOn: invoice.due_on,
      currency: invoice.currency,
      total: invoice.total,
      open: subtract(invoice.total, add(invoice.paid, invoice.credited)),
    }))
    .filter(({ open }) => open > 0);
}

/** What was paid and given back in a period. */
export async function readPayments(rows: Rows, period: ReportPeriod): Promise<readonly PaymentRow[]> {
  const { begins, ends } = momentsOf(period);
  const payments = await paymentsOf(rows, begins, ends).execute();
  return payments.filter((payment) => isOf(period, payment.branch_id));
}

function momentsOf({ from, to }: ReportPeriod): { readonly begins: Instant; readonly ends: Instant } {
  return { begins: atWallClock(from, '00:00'), ends: atWallClock(addDays(to, 1), '00:00') };
}

function isOf({ branchId }: Pick<ReportPeriod, 'branchId'>, id: string): boolean {
  return branchId === null || id === branchId;
}
