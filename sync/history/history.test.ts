import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Line, openLine } from '#supabase/embedded/line.ts';
import { type TestBackend, startTestBackend } from '#supabase/embedded/testing.ts';
import { alpina, demoPeople, lago } from '#supabase/seeds/demo-people.ts';
import { type OldRental, oldRental } from '#supabase/tests/retention/old-rental.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';

import { createConnector } from '../connector/connector.ts';
import { keepRefusal } from '../connector/keep-refusal.ts';
import type { SyncProblem } from '../connector/sync-problem.ts';
import { type TestCounter, openCounter } from '../replica/host/testing/open-counter.ts';
import { branchHasArrived, subscribeToBranch } from './branch-shelf.ts';
import { type HistoryState, openHistory } from './history.ts';

let backend: TestBackend;
let server: pg.Client;
/** Returned two years ago, and lying in the archive. */
let old: OldRental;
let numbers: { readonly contract: string; readonly invoice: string };
let up: Line;
let down: Line;
let supabase: SupabaseClient;
let counter: TestCounter;
let problem: SyncProblem | null;

beforeAll(async () => {
  backend = await startTestBackend();
  server = new pg.Client({ connectionString: backend.databaseUrl });
  await server.connect();
  // Two months ago, at Zürich and at Chur.
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  old = await oldRental(server, { returnedAt: daysAgo(730) });
  await oldRental(server, { returnedAt: daysAgo(60) });
  const { contractId } = await oldRental(server, { returnedAt: daysAgo(60) });
  await server.query('set session_replication_role = replica');
  await server.query('update contracts set counter_id = $2 where id = $1', [
    contractId,
    alpina.counters.churA,
  ]);
  await server.query('reset session_replication_role');
  await server.query('select private.move_shelves()');
  const { rows } = await server.query<{ contract: string; invoice: string }>(
    'select c.number as contract, i.number as invoice from contracts c join invoices i on i.contract_id = c.id where c.id = $1',
    [old.contractId],
  );
  if (!rows[0]) throw new Error('the old rental is not there');
  [numbers] = rows;
});

afterAll(async () => {
  await server.end();
  await backend.stop();
});

beforeEach(async () => {
  up = await openLine({ targetUrl: backend.supabaseUrl });
  down = await openLine({ targetUrl: backend.powersyncUrl });
  counter = await openCounter(counterSchema);
  problem = null;
  await signIn();
});

afterEach(async () => {
  await counter.close();
  await up.close();
  await down.close();
  await server.query('update users set is_active = true');
});

async function signIn(): Promise<void> {
  supabase = createClient(up.url, backend.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { email, password } = demoPeople.zurich;
  const { error } = await supabase.auth.signInWithPassword({ email, password });
  if (error) throw error;
}

function connect(): void {
  const connector = createConnector({
    supabase,
    powersyncUrl: down.url,
    counterId: alpina.counters.zurichA,
    onProblem: (now) => {
      problem = now;
    },
    onRefused: keepRefusal,
    slowRetryMs: 10,
  });
  void counter.db.connect(connector, { retryDelayMs: 50, crudUploadThrottleMs: 10 });
}

const count = async (table: string, where = 'true', ...values: string[]): Promise<number> =>
  (await counter.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`, values)).n;

/** Waits for a fact of the replica, looking again at every change of these tables and of the status. */
async function until(holds: () => Promise<boolean> | boolean, tables: readonly string[] = ['customers']) {
  await new Promise<void>((resolve, reject) => {
    let ended = false;
    const look = async (): Promise<void> => {
      if (ended || !(await holds())) return;
      ended = true;
      for (const stop of stops) stop();
      resolve();
    };
    const again = (): void => void look().catch(reject);
    const stops = [
      counter.db.onChange({ onChange: again }, { tables: [...tables], throttleMs: 1 }),
      counter.db.registerListener({ statusChanged: again }),
    ];
    again();
  });
}

const ofContract = (table: string): Promise<number> => count(table, 'contract_id = ?', old.contractId);

describe('the past of a counter’s own branch', () => {
  it('comes with a subscription, and what other branches closed does not', async () => {
    const branch = await subscribeToBranch(counter.db, alpina.counters.zurichA);
    expect(branchHasArrived(counter.db, alpina.counters.zurichA)).toBe(false);
    connect();
    await branch.waitForFirstSync();
    expect(branchHasArrived(counter.db, alpina.counters.zurichA)).toBe(true);
    const shelves = await counter.db.getAll<{ shelf: string }>(
      'SELECT DISTINCT shelf FROM contracts ORDER BY 1',
    );
    expect(new Set(shelves.map(({ shelf }) => shelf))).toEqual(new Set(['open', alpina.branches.zurich]));
    branch.unsubscribe();
  });

  it('gives way when the machine becomes a counter of another branch', async () => {
    const zurich = await subscribeToBranch(counter.db, alpina.counters.zurichA);
    connect();
    await zurich.waitForFirstSync();
    await counter.db.disconnect();
    zurich.unsubscribe();
    const chur = await subscribeToBranch(counter.db, alpina.counters.churA);
    connect();
    await chur.waitForFirstSync();
    await until(
      async () => (await count('contracts', 'shelf = ?', alpina.branches.zurich)) === 0,
      ['contracts'],
    );
    expect(await count('contracts', 'shelf = ?', alpina.branches.chur)).toBeGreaterThan(0);
    expect(branchHasArrived(counter.db, alpina.counters.zurichA)).toBe(false);
    chur.unsubscribe();
  });
});

describe('the archive', () => {
  it('comes on demand: a customer’s, a vehicle’s, and one rental whole', async () => {
    connect();
    await counter.db.waitForFirstSync();
    expect(await count('contracts', 'id = ?', old.contractId)).toBe(0);
    const ofCustomer = await openHistory(counter.db, { of: 'customer', customerId: old.customerId });
    const seen: HistoryState['kind'][] = [ofCustomer.current.kind];
    ofCustomer.subscribe(({ kind }) => seen.push(kind));
    await ofCustomer.arrived();
    expect(seen.filter((kind, at) => kind !== seen[at - 1])).toEqual(['arriving', 'here']);
    expect(await count('contracts', 'id = ?', old.contractId)).toBe(1);
    expect(await count('invoices', 'id = ?', old.invoiceId)).toBe(1);
    expect(await ofContract('contract_lines')).toBe(0);

    const rental = await openHistory(counter.db, { of: 'rental', contractId: old.contractId });
    await rental.arrived();
    expect(await ofContract('contract_lines')).toBe(1);
    expect(await ofContract('contract_drivers')).toBe(1);
    expect(await ofContract('payments')).toBe(1);
    expect(await count('invoice_lines', 'invoice_id = ?', old.invoiceId)).toBe(1);
    for (const history of [ofCustomer, rental]) history.close();

    const { vehicle_id: vehicleId } = await counter.db.get<{ vehicle_id: string }>(
      'SELECT vehicle_id FROM contracts WHERE id = ?',
      [old.contractId],
    );
    const ofVehicle = await openHistory(counter.db, { of: 'vehicle', vehicleId });
    await ofVehicle.arrived();
    expect(await count('contracts', "vehicle_id = ? AND shelf = 'archive'", vehicleId)).toBe(1);
    ofVehicle.close();
  });

  it('is found by a number, of a contract or a bill; what there is none of is here, too, and is nothing', async () => {
    connect();
    await counter.db.waitForFirstSync();
    for (const number of [numbers.contract, numbers.invoice, 'ZRH-A-01-00001']) {
      const found = await openHistory(counter.db, { of: 'number', number });
      await found.arrived();
      expect(found.current.kind).toBe('here');
      found.close();
    }
    expect(await count('contracts', 'number = ?', numbers.contract)).toBe(1);
    expect(await count('invoices', 'number = ?', numbers.invoice)).toBe(1);
    const bill = await openHistory(counter.db, { of: 'bill', invoiceId: old.invoiceId });
    await bill.arrived();
    expect(await count('invoice_lines', 'invoice_id = ?', old.invoiceId)).toBe(1);
    bill.close();
  });

  it('says that the line is down, comes when it is back, and stays when it goes again', async () => {
    connect();
    await counter.db.waitForFirstSync();
    await down.cut();
    await until(() => !counter.db.currentStatus.connected);
    const history = await openHistory(counter.db, { of: 'rental', contractId: old.contractId });
    expect(history.current).toEqual({ kind: 'offline' });
    await down.restore();
    await history.arrived();
    expect(history.current).toMatchObject({ kind: 'here', asOf: expect.stringMatching(/^20\d\d-.*Z$/) });
    await down.cut();
    await until(() => !counter.db.currentStatus.connected);
    expect(history.current.kind).toBe('here');
    expect(await count('contracts', 'id = ?', old.contractId)).toBe(1);
    history.close();
  });

  it('of another company is nothing', async () => {
    connect();
    await counter.db.waitForFirstSync();
    const { rows } = await server.query<{ customer_id: string; vehicle_id: string; id: string }>(
      'select customer_id, vehicle_id, id from contracts where company_id = $1 and vehicle_id is not null limit 1',
      [lago.id],
    );
    const [theirs] = rows;
    if (!theirs) throw new Error('Lago has no contract');
    await server.query(`update contracts set shelf = 'archive' where id = $1`, [theirs.id]);
    for (const wish of [
      { of: 'customer', customerId: theirs.customer_id },
      { of: 'vehicle', vehicleId: theirs.vehicle_id },
      { of: 'rental', contractId: theirs.id },
    ] as const) {
      const history = await openHistory(counter.db, wish);
      await history.arrived();
      history.close();
    }
    expect(await count('contracts', 'company_id <> ?', alpina.id)).toBe(0);
    expect(await count('contracts', 'id = ?', theirs.id)).toBe(0);
  });
});

describe('a clerk who is suspended while the counter is connected', () => {
  const suspend = (): Promise<unknown> =>
    server.query('update users set is_active = false where id = $1', [demoPeople.zurich.id]);

  it('has nothing left on the screen', async () => {
    connect();
    await counter.db.waitForFirstSync();
    expect(await count('customers')).toBeGreaterThan(0);
    await suspend();
    await until(async () => (await count('customers')) === 0);
    expect(await count('companies')).toBe(0);
  });

  it('loses nothing that was not sent: it waits, and goes up when somebody may send it', async () => {
    connect();
    await counter.db.waitForFirstSync();
    await up.cut();
    const id = crypto.randomUUID();
    await counter.db.execute(
      `INSERT INTO customers (id, company_id, kind, last_name, country, language, created_at)
       VALUES (?, ?, 'person', 'Ungesandt', 'CH', 'de', ?)`,
      [id, alpina.id, new Date().toISOString()],
    );
    await suspend();
    await up.restore();
    await until(() => problem?.kind === 'not-permitted', ['ps_crud']);
    expect(await count('ps_crud')).toBe(1);
    expect(await count('customers', 'id = ?', id)).toBe(1);
    const sent = async (): Promise<number> =>
      (await server.query('select from customers where id = $1', [id])).rowCount ?? 0;
    expect(await sent()).toBe(0);
    await counter.db.disconnect();
    await server.query('update users set is_active = true where id = $1', [demoPeople.zurich.id]);
    await signIn();
    connect();
    await until(async () => (await count('ps_crud')) === 0, ['ps_crud']);
    expect(await sent()).toBe(1);
    await until(async () => (await count('customers')) > 60);
    expect(await count('customers', 'id = ?', id)).toBe(1);
  });
});
