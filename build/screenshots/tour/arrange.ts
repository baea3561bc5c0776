import pg from 'pg';
import { qrReference } from '#shared/numbering/qr-reference.ts';
import { must } from '#shared/result/result.ts';
import { addDays, dayOf, now } from '#shared/time/instant.ts';
import { demoId } from '#supabase/seeds/demo-id.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { type NewRow, insertRows } from '#supabase/seeds/insert-rows.ts';

/** A bill that the bank file of the tour pays. */
export interface PaidBill {
  readonly reference: string;
  /** As a bank writes it: `264.50`. */
  readonly amount: string;
  readonly name: string;
}

/** When somebody drove which car, for a fine. */
export interface Drive {
  readonly plate: string;
  readonly outAt: Date;
}

export interface Arranged {
  readonly bills: readonly PaidBill[];
  readonly drive: Drive;
}

/**
 * What a demo company of this morning does not have yet, so that no screen is empty: bills of every age, a customer who was
 * entered twice, a branch without a counter, two contracts for one car, something the server refused, and reminders that cost.
 */
export async function arrange(databaseUrl: string): Promise<Arranged> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const client = await pool.connect();
  try {
    await client.query(`update companies set reminder_fees = '[0, 2000, 3000]', late_fee = 4000`);
    // Somebody of a branch without a counter signs in.
    await client.query('update counters set is_active = false where id = $1', [alpina.counters.churA]);
    // Cars with a past: what is known of one that takes over is shown.
    await client.query(
      `insert into damages (id, company_id, vehicle_id, view, x, y, kind, size, note, found_at)
        select gen_random_uuid(), company_id, id, 'rear', 400, 500, 'dent', 'small', $1, now() - interval '30 days'
        from vehicles where plate in ('ZH 218402', 'ZH 218404', 'ZH 218401')`,
      [
        'Von der Anhängerkupplung eines anderen Wagens, am Parkhaus im Hauptbahnhof; Lack unversehrt, mit der Versicherung schon abgerechnet, wird nicht mehr behoben.',
      ],
    );
    const bills = await addBills(client);
    await addDuplicate(client);
    await addTrouble(client);
    const { rows } = await client.query<{ plate: string; out_at: Date }>(
      `select c.plate, h.handed_over_at as out_at from contracts c
         join handovers h on h.contract_id = c.id and h.kind = 'check_out'
        where c.status = 'out' and c.plate = 'ZH 218415'`,
    );
    const [drive] = rows;
    if (!drive) throw new Error('the demo has nobody under way');
    return { bills, drive: { plate: drive.plate, outAt: drive.out_at } };
  } finally {
    client.release();
    await pool.end();
  }
}

/** Days since the bill, the customer, and what of the money has come: nothing, a part or all. */
const bills = [
  { age: 2, name: 'Gabriela Brunner', amount: 26_450, paid: 0 },
  { age: 9, name: 'Beat Müller', amount: 11_800, paid: 11_800 },
  { age: 16, name: 'Marie Dubois', amount: 59_420, paid: 0 },
  { age: 44, name: 'Karin Moser', amount: 17_700, paid: 5_000 },
  { age: 58, name: 'Hans Baumann', amount: 8_900, paid: 0 },
  { age: 75, name: 'Stefan Gerber', amount: 132_080, paid: 0 },
  { age: 97, name: 'Walter Kunz', amount: 41_300, paid: 0 },
  { age: 140, name: 'Olivia Lüthi', amount: 23_600, paid: 0 },
] as const;

/** After those that the demo has written at this counter. */
const firstNumber = 100;

async function addBills(client: pg.ClientBase): Promise<readonly PaidBill[]> {
  const { rows: customers } = await client.query<Record<string, string>>(
    `select id, first_name || ' ' || last_name as name, street, building_number, postal_code, town from customers
      where company_id = $1`,
    [alpina.id],
  );
  const written = bills.map((bill, at) => writeBill(bill, firstNumber + bills.length - at, customers));
  await client.query('set session_replication_role = replica');
  await insertRows(client, 'public.invoices', written.map(invoiceRow));
  await insertRows(client, 'public.invoice_lines', written.map(lineRow));
  await insertRows(client, 'public.payments', written.filter(({ paid }) => paid > 0).map(paymentRow));
  await client.query('set session_replication_role = origin');
  return written.slice(0, 3).map(({ reference, amount, customer }) => ({
    reference,
    amount: (amount / 100).toFixed(2),
    name: customer['name'] ?? '',
  }));
}

type Bill = ReturnType<typeof writeBill>;

function writeBill(
  { age, name, amount, paid }: (typeof bills)[number],
  running: number,
  customers: readonly Readonly<Record<string, string>>[],
) {
  const customer = customers.find((one) => one['name'] === name);
  if (!customer) throw new Error(`the demo has no ${name}`);
  const day = addDays(dayOf(now()), -age);
  const year = Number(day.slice(0, 4));
  const reference = must(qrReference({ bankPrefix: '210000', counterNo: 2, year, running }));
  const number = `ZRH-B-${day.slice(2, 4)}-R${String(running).padStart(5, '0')}`;
  return { id: demoId(`tour/invoice/${running}`), day, number, reference, customer, amount, paid };
}

const fromCounter = {
  company_id: alpina.id,
  branch_id: alpina.branches.zurich,
  counter_id: alpina.counters.zurichB,
  clerk_id: demoPeople.zurich.id,
};

function invoiceRow({ id, day, number, reference, customer, amount }: Bill): NewRow {
  return {
    ...fromCounter,
    id,
    customer_id: customer['id'],
    number,
    reference,
    recipient: { ...customer, country: 'CH' },
    kind: 'invoice',
    currency: 'CHF',
    language: 'de',
    issued_on: day,
    due_on: addDays(day, 30),
    service_from: addDays(day, -3),
    service_to: day,
    total: amount,
    vat_total: Math.round((amount * 81) / 1081),
    issued_at: `${day}T10:20:00Z`,
    created_at: `${day}T10:20:00Z`,
  };
}

function lineRow({ id, amount }: Bill): NewRow {
  return {
    id: demoId(`line/${id}`),
    company_id: alpina.id,
    invoice_id: id,
    position: 1,
    kind: 'rental',
    label: '3 Tage Kompakt',
    explanation: '200 km je Tag',
    quantity: 1,
    unit_price: amount,
    amount,
    vat_kind: 'standard',
    vat_rate: 810,
    created_at: new Date().toISOString(),
  };
}

function paymentRow({ id, day, paid }: Bill): NewRow {
  return {
    ...fromCounter,
    id: demoId(`payment/${id}`),
    invoice_id: id,
    kind: 'payment',
    method: 'card',
    currency: 'CHF',
    amount: paid,
    paid_at: `${addDays(day, 1)}T09:00:00Z`,
    reference: '',
    created_at: `${addDays(day, 1)}T09:00:00Z`,
  };
}

/** The same licence twice: the server sees it, and asks. */
async function addDuplicate(client: pg.ClientBase): Promise<void> {
  const person = {
    first_name: 'Ladina',
    last_name: 'Campell',
    born_on: '1988-02-03',
    licence_number: '004 111 222',
  };
  for (const [name, town, email] of [
    ['one', 'Zernez', ''],
    ['other', 'Susch', 'ladina@example.ch'],
  ] as const) {
    await insertRows(client, 'public.customers', [
      { ...person, id: demoId(`tour/customer/${name}`), company_id: alpina.id, town, email, language: 'de' },
    ]);
  }
}

async function addTrouble(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into conflicts (company_id, kind, vehicle_id, contract_id, other_contract_id)
     select one.company_id, 'double_check_out', one.vehicle_id, one.id, other.id
       from contracts one, contracts other where one.plate = 'ZH 218409' and other.plate = 'ZH 218401'`,
  );
  await client.query(
    `insert into refused_changes (company_id, counter_id, user_id, client_id, tx_id, code, message, payload)
     values ($1, $2, $3, 'tour', 1, 'implausible_time', 'signed_at lies in the future', $4)`,
    [
      alpina.id,
      alpina.counters.zurichA,
      demoPeople.zurich.id,
      JSON.stringify([
        { table: 'contracts', op: 'PATCH', id: demoId('tour/refused'), data: { status: 'out' } },
      ]),
    ],
  );
}
