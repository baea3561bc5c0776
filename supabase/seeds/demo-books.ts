import type pg from 'pg';
import { paperTotals } from '#shared/invoices/invoice-paper-totals.ts';
import { type Rappen, add, basisPoints, rappen } from '#shared/money/rappen.ts';
import { qrReference } from '#shared/numbering/qr-reference.ts';
import { formatSeriesNumber } from '#shared/numbering/series-number.ts';
import { displayName } from '#shared/parties/party-name.ts';
import { must } from '#shared/result/result.ts';
import { type Instant, type IsoDay, addDays, atWallClock, dayOf, instant } from '#shared/time/instant.ts';
import { type DemoCustomer, alpinaCustomers } from './demo-customers.ts';
import { alpinaVehicles } from './demo-fleet.ts';
import { demoId } from './demo-id.ts';
import { alpina, demoPeople } from './demo-people.ts';
import { type NewRow, insertRows } from './insert-rows.ts';

/** What the bank wants at the front of Alpina's QR references. */
export const alpinaBankPrefix = '210000';

const paymentDays = 30;
const vatRate = basisPoints(810);

/** A counter that has issued bills. Zürich A has none: who opens it begins at one. */
const zurichB = {
  branchId: alpina.branches.zurich,
  branch: 'ZRH',
  counterId: alpina.counters.zurichB,
  counter: 'B',
  counterNo: 2,
  clerkId: demoPeople.zurich.id,
};
const churA = {
  branchId: alpina.branches.chur,
  branch: 'CHR',
  counterId: alpina.counters.churA,
  counter: 'A',
  counterNo: 3,
  clerkId: demoPeople.chur.id,
};
type Till = typeof zurichB;

interface BillPlan {
  readonly till: Till;
  readonly customer: string;
  /** So many days ago; 30 days later it is due. */
  readonly daysAgo: number;
  readonly label: string;
  readonly quantity: number;
  readonly unitPrice: Rappen;
  /** What was paid of it, and how many days after it was issued. */
  readonly paid: readonly {
    readonly after: number;
    readonly method: 'card' | 'bank' | 'twint';
    readonly amount: Rappen;
  }[];
}

const bill = (
  till: Till,
  customer: string,
  daysAgo: number,
  [label, quantity, unitPrice]: readonly [string, number, number],
  ...paid: readonly (readonly [after: number, method: 'card' | 'bank' | 'twint', amount: number])[]
): BillPlan => ({
  till,
  customer,
  daysAgo,
  label,
  quantity,
  unitPrice: rappen(unitPrice),
  paid: paid.map(([after, method, amount]) => ({ after, method, amount: rappen(amount) })),
});

/** Oldest first: one is overdue, one was paid in part, one is open, the others are paid. */
const bills: readonly BillPlan[] = [
  bill(churA, 'Rhätia Elektro AG', 62, ['Miete Transporter, je Tag', 5, 11_900], [24, 'bank', 59_500]),
  bill(churA, 'Paolo Lardi', 47, ['Miete SUV 4×4, je Tag', 3, 12_900]),
  bill(zurichB, 'Anna Meier', 33, ['Miete Kompaktklasse, je Tag', 2, 7_900], [0, 'card', 15_800]),
  bill(zurichB, 'Gartenbau Tobler AG', 21, ['Miete Transporter, je Tag', 7, 9_900], [9, 'bank', 40_000]),
  bill(churA, 'Ursina Caflisch', 12, ['Miete Kleinwagen, je Tag', 1, 5_900], [0, 'twint', 5_900]),
  bill(zurichB, 'Lukas Widmer', 6, ['Miete Kombi, je Tag', 4, 9_500]),
];

/** Numbers within each till and year, as the tills gave them out. */
class Series {
  readonly #last = new Map<string, number>();

  next(kind: 'invoice' | 'receipt', { branch, counter }: Till, day: IsoDay) {
    const year = Number(day.slice(0, 4));
    const key = `${kind}/${branch}-${counter}/${year}`;
    const running = (this.#last.get(key) ?? 0) + 1;
    this.#last.set(key, running);
    return { year, running, text: must(formatSeriesNumber({ kind, branch, counter, year, running })) };
  }
}

/**
 * The books of Alpina beside its rentals: bills of the last two months, an open drawer in Chur, and a
 * fine whose driver nobody has named yet.
 */
export async function writeBooks(client: pg.ClientBase, today: Date): Promise<void> {
  const now = instant(today);
  await writeBills(client, dayOf(now));
  await insertRows(client, 'public.cash_sessions', [drawerRow(now)]);
  await insertRows(client, 'public.fines', [fineRow(dayOf(now))]);
}

/** Every car bears its plate since it came. */
export function plateRows(
  companyId: string,
  vehicles: typeof alpinaVehicles,
  since: Instant,
): readonly NewRow[] {
  return vehicles.map(({ id, plate }) => ({
    id: demoId(`plate/${id}`),
    company_id: companyId,
    vehicle_id: id,
    plate,
    used_from: since,
    created_at: since,
  }));
}

/** As a counter writes it: the bill and its lines first, then it is issued, and money comes for what is issued. */
async function writeBills(client: pg.ClientBase, today: IsoDay): Promise<void> {
  const series = new Series();
  const written = bills.map((plan) => rowsOf(plan, today, series));
  await insertRows(
    client,
    'public.invoices',
    written.map(({ invoice }) => invoice),
  );
  await insertRows(
    client,
    'public.invoice_lines',
    written.map(({ line }) => line),
  );
  await client.query(
    'update public.invoices set issued_at = created_at where company_id = $1 and issued_at is null',
    [alpina.id],
  );
  await insertRows(
    client,
    'public.payments',
    written.flatMap(({ payments }) => payments),
  );
}

function rowsOf(plan: BillPlan, today: IsoDay, series: Series) {
  const { till, customer: who, daysAgo, label, quantity, unitPrice } = plan;
  const customer = customerNamed(who);
  const day = addDays(today, -daysAgo);
  const at = atWallClock(day, '11:20');
  const { year, running, text: number } = series.next('invoice', till, day);
  const id = demoId(`invoice/${number}/${who}`);
  const amount = rappen(unitPrice * quantity);
  const line = { kind: 'rental', label, quantity, unitPrice, amount, vatKind: 'standard', vatRate } as const;
  const totals = paperTotals([{ ...line, title: label, explanation: null }]);
  const own = { company_id: alpina.id, created_at: at };
  const written = { branch_id: till.branchId, counter_id: till.counterId, clerk_id: till.clerkId };
  const { counterNo } = till;
  return {
    invoice: {
      ...own,
      ...written,
      id,
      kind: 'invoice',
      customer_id: customer.id,
      number,
      recipient: recipientOf(customer),
      currency: 'CHF',
      issued_on: day,
      due_on: addDays(day, paymentDays),
      service_from: addDays(day, -quantity),
      service_to: day,
      total: totals.total,
      vat_total: add(...totals.vat.map((share) => share.vat)),
      reference: must(qrReference({ bankPrefix: alpinaBankPrefix, counterNo, year, running })),
      language: customer.language,
    },
    line: {
      ...own,
      id: demoId(`invoice-line/${id}`),
      invoice_id: id,
      position: 1,
      kind: line.kind,
      label,
      explanation: '',
      quantity,
      unit_price: unitPrice,
      amount,
      vat_kind: line.vatKind,
      vat_rate: vatRate,
    },
    payments: plan.paid.map(({ after, method, amount: paid }, index) => {
      const paidOn = addDays(day, after);
      const paidAt = atWallClock(paidOn, '11:25');
      return {
        ...own,
        ...written,
        created_at: paidAt,
        id: demoId(`payment/${id}/${index}`),
        invoice_id: id,
        kind: 'payment',
        method,
        currency: 'CHF',
        amount: paid,
        paid_at: paidAt,
        reference: '',
        // The bank gives no receipt at the counter.
        receipt: method === 'bank' ? null : series.next('receipt', till, paidOn).text,
      };
    }),
  };
}

function customerNamed(who: string): DemoCustomer {
  const found = alpinaCustomers.find(
    ({ first_name: first, last_name: last, company_name: company }) =>
      company === who || `${first} ${last}` === who,
  );
  if (!found) throw new Error(`the demo has no ${who}`);
  return found;
}

function recipientOf(customer: DemoCustomer) {
  const { kind, first_name: firstName, last_name: lastName, company_name: company } = customer;
  const name = displayName(
    kind === 'company' ? { kind, company, contact: null } : { kind: 'person', firstName, lastName },
  );
  const { street, building_number, postal_code, town } = customer;
  return { name, street, building_number, postal_code, town, country: 'CH' };
}

/** Chur opened its drawer this morning. */
function drawerRow(now: Instant): NewRow {
  const { branchId, branch, counterId, counter, clerkId } = churA;
  const morning = atWallClock(dayOf(now), '07:30');
  const openedAt = morning < now ? morning : atWallClock(dayOf(now), '00:00');
  const year = Number(dayOf(now).slice(0, 4));
  return {
    id: demoId('cash-session/CHR-A'),
    company_id: alpina.id,
    branch_id: branchId,
    counter_id: counterId,
    number: must(formatSeriesNumber({ kind: 'cash_session', branch, counter, year, running: 1 })),
    currency: 'CHF',
    opened_at: openedAt,
    opened_by: clerkId,
    opening_float: 20_000,
    difference_reason: '',
    created_at: openedAt,
  };
}

/** The car was with Ursina Caflisch when it was flashed, yesterday evening: the letter came today. */
function fineRow(today: IsoDay): NewRow {
  const vehicle = alpinaVehicles.find(({ plate }) => plate === 'GR 104207');
  if (!vehicle) throw new Error('the demo has no GR 104207');
  const { branchId, branch, counterId, counter, clerkId } = churA;
  const year = Number(today.slice(0, 4));
  return {
    id: demoId('fine/CHR-A'),
    company_id: alpina.id,
    branch_id: branchId,
    counter_id: counterId,
    clerk_id: clerkId,
    number: must(formatSeriesNumber({ kind: 'fine', branch, counter, year, running: 1 })),
    status: 'resolved',
    authority: {
      name: 'Stadtpolizei Chur',
      addition: 'Ordnungsbussen',
      street: 'Kornplatz',
      building_number: '10',
      postal_code: '7000',
      town: 'Chur',
      country: 'CH',
    },
    authority_reference: 'OB 118-2204',
    plate: vehicle.plate,
    offence_at: atWallClock(addDays(today, -1), '18:20'),
    place: 'Masanserstrasse 45, Chur',
    offence: '8 km/h zu schnell',
    received_on: today,
    vehicle_id: vehicle.id,
    contract_id: demoId(`contract/${vehicle.plate}`),
    driver_name: 'Ursina Caflisch',
    created_at: atWallClock(today, '00:00'),
  };
}
