import type pg from 'pg';
import { type AccessTable, tableAccess } from '#supabase/access/matrix.ts';
import { type DemoSignIn, alpina, demoPeople, lago } from '#supabase/seeds/demo-people.ts';
import { insertRows } from '#supabase/seeds/insert-rows.ts';
import { moment } from '../walk-in.ts';
import { type Place, type Row, auditLink, newRow, number, signature } from './rows.ts';

/** A place with one row of every table, by table. */
export interface FilledPlace extends Place {
  readonly rows: Readonly<Record<AccessTable, string>>;
  /** The saved view of each person of the company. */
  readonly views: ReadonlyMap<string, string>;
}

export interface Places {
  readonly zurich: FilledPlace;
  readonly chur: FilledPlace;
  /** Of another company. */
  readonly lugano: FilledPlace;
}

/** People beside those of the demo, without a password: only for what is asked with their claims. */
export const morePeople = {
  /** Staff without a branch, who work in all of them. */
  everywhere: { ...demoPeople.zurich, id: crypto.randomUUID(), branchId: null },
  managerEverywhere: { ...demoPeople.manager, id: crypto.randomUUID(), branchId: null },
  suspended: { ...demoPeople.owner, id: crypto.randomUUID() },
} as const satisfies Record<string, DemoSignIn>;

/** Adds people and one row of every table in three branches to the demo, as the server itself. */
export async function fillPlaces(sql: pg.Pool): Promise<Places> {
  const client = await sql.connect();
  try {
    await client.query('begin');
    await addPeople(client);
    const secondOfLago = crypto.randomUUID();
    await insert(client, 'branches', {
      id: secondOfLago,
      company_id: lago.id,
      code: 'BEL',
      name: 'Bellinzona',
      street: 'Via',
      postal_code: '6500',
      town: 'Bellinzona',
    });
    // The drawer that the demo opened in Chur is closed: each counter has one open at a time, and here it is the filled one.
    await client.query(
      `update cash_sessions set closed_at = now(), closed_by = opened_by, counted = '{}', counted_total = opening_float,
         expected = opening_float, to_bank = 0`,
    );
    const { zurich, chur } = alpina.branches;
    const places = {
      zurich: await fill(client, demoPeople.zurich, [alpina.counters.zurichA, 'ZRH', chur]),
      chur: await fill(client, demoPeople.chur, [alpina.counters.churA, 'CHR', zurich]),
      lugano: await fill(client, demoPeople.lagoStaff, [lago.counters.luganoA, 'LUG', secondOfLago]),
    };
    await client.query('commit');
    return places;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

export async function insert(client: pg.ClientBase, table: AccessTable, row: Row): Promise<void> {
  await insertRows(client, `public.${table}`, [row]);
}

async function addPeople(client: pg.ClientBase): Promise<void> {
  for (const { id, companyId, branchId, role, name } of Object.values(morePeople)) {
    await client.query('insert into auth.users (id, email) values ($1, $2)', [id, `${id}@alpina.example`]);
    await client.query(
      `insert into users (id, company_id, branch_id, role, display_name, is_active) values ($1, $2, $3, $4, $5, $6)`,
      [id, companyId, branchId, role, name, id !== morePeople.suspended.id],
    );
  }
}

async function fill(
  client: pg.ClientBase,
  clerk: DemoSignIn,
  [counterId, code, elsewhereId]: readonly [string, string, string],
): Promise<FilledPlace> {
  const companyId = clerk.companyId;
  const first = async (table: string): Promise<string> => {
    const { rows } = await client.query<{ id: string }>(
      `select id from ${table} where company_id = $1 order by id limit 1`,
      [companyId],
    );
    if (!rows[0]) throw new Error(`the demo has no ${table}`);
    return rows[0].id;
  };
  // Ids are known before the rows are there, so that each can name the others.
  const place: Place = {
    companyId,
    branchId: clerk.branchId ?? '',
    elsewhereId,
    counterId,
    series: `${code}-A-26-`,
    clerkId: clerk.id,
    customerId: await first('customers'),
    categoryId: await first('vehicle_categories'),
    vehicleId: crypto.randomUUID(),
    rateId: await first('rates'),
    draftId: crypto.randomUUID(),
    signedId: crypto.randomUUID(),
    draftInvoiceId: crypto.randomUUID(),
    invoiceId: crypto.randomUUID(),
    drawerId: crypto.randomUUID(),
    importId: crypto.randomUUID(),
  };
  const rows: Partial<Record<AccessTable, string>> = {
    companies: companyId,
    branches: place.branchId,
    users: place.clerkId,
    counters: counterId,
  };
  const add = async (table: AccessTable, more: Row = {}): Promise<string> => {
    const row = newRow(table, place, more);
    await insert(client, table, row);
    rows[table] = row.id;
    return row.id;
  };
  await add('vehicles', { id: place.vehicleId });
  await addContracts(client, place, add);
  await addInvoices(client, place, add);
  await add('cash_sessions', { id: place.drawerId, currency: 'CHF' });
  await add('bank_imports', { id: place.importId });
  await add('one_way_fees', { to_branch_id: null });
  await add('reminders', { step: 1 });
  await add('audit_events', auditLink(place, 1));
  await add('handovers', { kind: 'check_out', handed_over_at: moment(-1.5) });
  await add('vehicle_plates', { used_from: moment(-9), used_to: null });
  const policies = await client.query<{ id: string }>(
    `select id from release_policies where company_id = $1`,
    [companyId],
  );
  if (policies.rows[0]) rows.release_policies = policies.rows[0].id;
  else await add('release_policies', { channel: 'stable' });
  for (const table of Object.keys(tableAccess) as AccessTable[]) {
    if (rows[table] === undefined) await add(table);
  }
  for (const [bucket, name] of [
    ['contract-pdfs', `${companyId}/${rows.documents}.pdf`],
    ['contract-photos', `${companyId}/${rows.photos}.jpg`],
  ]) {
    await client.query('insert into storage.objects (bucket_id, name) values ($1, $2)', [bucket, name]);
  }
  const views = new Map<string, string>();
  const people = await client.query<{ id: string }>('select id from users where company_id = $1', [
    companyId,
  ]);
  for (const { id: user_id } of people.rows) {
    const row = newRow('saved_views', place, { user_id });
    await insert(client, 'saved_views', row);
    views.set(user_id, row.id);
  }
  return { ...place, rows: rows as Record<AccessTable, string>, views };
}

type Add = (table: AccessTable, more?: Row) => Promise<string>;

async function addContracts(client: pg.ClientBase, place: Place, add: Add): Promise<void> {
  await add('contracts', { id: place.signedId, vehicle_id: place.vehicleId, plate: 'ZH 1' });
  for (const contract_id of [place.signedId, place.draftId]) {
    if (contract_id === place.draftId) await add('contracts', { id: place.draftId });
    await add('contract_drivers', { contract_id });
    await add('contract_lines', { contract_id, position: 1 });
  }
  await client.query(
    `update contracts set status = 'out', number = $2, signature = $3, signed_name = 'Eva Muster', signed_at = $4
     where id = $1`,
    [place.signedId, number(place), JSON.stringify(signature), moment(-2)],
  );
}

async function addInvoices(client: pg.ClientBase, place: Place, add: Add): Promise<void> {
  for (const invoice_id of [place.invoiceId, place.draftInvoiceId]) {
    await add('invoices', { id: invoice_id });
    await add('invoice_lines', { invoice_id, position: 1 });
  }
  await client.query('update invoices set issued_at = $2 where id = $1', [place.invoiceId, moment(0)]);
}
