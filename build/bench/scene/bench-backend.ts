import pg from 'pg';
import type { EmbeddedBackend } from '#supabase/embedded/backend.ts';
import { startTestBackend } from '#supabase/embedded/testing.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';
import { generatePresent } from '#supabase/seeds/generate-present.ts';
import { generatedId } from '#supabase/seeds/generated-id.ts';
import { generateContracts } from '#supabase/seeds/generate.ts';

export interface BenchBackend extends EmbeddedBackend {
  readonly sql: pg.Pool;
  /** Adds vehicles to the company, as in a delivery of new cars. They reach the counters through the stream. */
  readonly addVehicles: (count: number) => Promise<void>;
  /** Fills today and the months around it: bills, what is out, and reservations. Returns how many of them there are then. */
  readonly addPresent: () => Promise<{ readonly bills: number; readonly open: number }>;
}

/** The medium company of the product: 300 cars, and 100,000 customers to 145,000 contracts. */
const fleet = 300;
const demoFleet = 30;
const customersPerContract = 100 / 145;
const replicationLimitMs = 300_000;

/** The embedded backend with a fleet of 300 and so many generated contracts, all of it ready in the stream server. */
export async function startBenchBackend(contracts: number): Promise<BenchBackend> {
  const backend = await startTestBackend({ syncToDisk: true });
  const sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
  let added = 0;
  const addVehicles = async (count: number): Promise<void> => {
    await sql.query(vehicles, [alpina.id, added + 1, added + count]);
    added += count;
  };
  const stop = async (): Promise<void> => {
    await sql.end();
    await backend.stop();
  };
  try {
    // As many cars as a figure wants.
    await sql.query(`update public.companies set tier = 'enterprise' where id = $1`, [alpina.id]);
    await addVehicles(fleet - demoFleet);
    // All of them with the counters that are measured: what counts is how one works with that many.
    await generateContracts(sql, {
      companyId: alpina.id,
      count: contracts,
      customers: Math.round(contracts * customersPerContract),
      seed: 1,
      heldBy: alpina.branches.zurich,
    });
    await replicated(sql);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...backend, sql, addVehicles, addPresent: () => generatePresent(sql, alpina.id), stop };
}

/** The stream server acknowledges what it has written down: when that is everything, it serves everything. */
async function replicated(sql: pg.Pool): Promise<void> {
  const end = performance.now() + replicationLimitMs;
  const { rows: here } = await sql.query<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn');
  for (;;) {
    const { rows } = await sql.query<{ done: boolean }>(
      'select coalesce(bool_and(confirmed_flush_lsn >= $1::pg_lsn), false) as done from pg_replication_slots',
      [here[0]?.lsn],
    );
    if (rows[0]?.done === true) return;
    if (performance.now() > end) throw new Error('the stream server did not take the rows in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const vehicles = `
  insert into public.vehicles (id, company_id, branch_id, category_id, vin, plate, make, model, colour, energy,
    odometer_km, fuel_eighths, parking_place)
  select ${generatedId(`'bench/vehicle/' || n`)}, $1::uuid, like_it.branch_id, like_it.category_id, 'BENCH' || lpad(n::text, 12, '0'),
    'ZH ' || 900000 + n, like_it.make, like_it.model, like_it.colour, like_it.energy, 10000 + n * 7, 8, ''
  from generate_series($2::int, $3::int) n
    join (select v.*, row_number() over (order by v.vin) - 1 as place, count(*) over () as size from public.vehicles v
      where v.company_id = $1::uuid and v.status = 'active' and v.vin not like 'BENCH%') like_it
      on like_it.place = n % like_it.size`;
