import pg from 'pg';
import { spreadOf, timesOf } from '../measure.ts';
import { type Report, spread } from '../report.ts';
import { withMigratedDatabase } from '#build/generate/migrated-database.ts';
import { seedDemo } from '#supabase/seeds/demo.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { generateContracts } from '#supabase/seeds/generate.ts';

const runs = 300;

interface Question {
  readonly what: string;
  readonly sql: string;
  readonly values: (row: Sample, run: number) => readonly unknown[];
}

interface Sample {
  readonly id: string;
  readonly customer_id: string;
}

const questions: readonly Question[] = [
  {
    what: 'a contract by its id',
    sql: 'select * from contracts where id = $1',
    values: ({ id }) => [id],
  },
  {
    what: 'the contracts of a customer',
    sql: 'select * from contracts where customer_id = $1',
    values: (row) => [row.customer_id],
  },
  {
    what: 'the lines of a contract',
    sql: 'select * from contract_lines where contract_id = $1',
    values: ({ id }) => [id],
  },
  {
    what: 'a new customer',
    sql: `insert into customers (id, company_id, last_name) values (gen_random_uuid(), '${alpina.id}', $1)`,
    values: (_, run) => [`Bench ${run}`],
  },
];

/**
 * What row level security costs a query, on a big table: the same statement as somebody with a token, and as the owner of the
 * tables, whom no policy binds. In transactions that are rolled back.
 */
export async function policyCost(report: Report, contracts: number): Promise<void> {
  // Postgres alone: a stream server that is still taking a million rows over would be measured with it.
  await withMigratedDatabase(async (_, connection) => {
    const pool = new pg.Pool({ ...connection, max: 1 });
    try {
      await seedDemo(pool);
      await generateContracts(pool, { companyId: alpina.id, count: contracts, seed: 2 });
      await pool.query('vacuum analyze');
      await ask(pool, report, contracts);
    } finally {
      await pool.end();
    }
  });
}

async function ask(pool: pg.Pool, report: Report, contracts: number): Promise<void> {
  const { rows: samples } = await pool.query<Sample>(
    `select id, customer_id from contracts
      where company_id = $1 and abs(hashtext(id::text)) % greatest($2::int / 1000, 1) = 0 limit 1000`,
    [alpina.id, contracts],
  );
  for (const { what, sql, values } of questions) {
    const query = (client: pg.PoolClient) => (run: number) => {
      const row = samples[run % samples.length];
      if (!row) throw new Error('there are no contracts');
      return client.query({ name: what, text: sql, values: [...values(row, run)] });
    };
    const bound = await inTransaction(pool, async (client) => {
      const claims = {
        sub: demoPeople.zurich.id,
        role: 'authenticated',
        company_id: alpina.id,
        user_role: 'staff',
      };
      await client.query(
        `select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)`,
        [JSON.stringify(claims)],
      );
      return await timesOf(runs, query(client));
    });
    const free = await inTransaction(pool, (client) => timesOf(runs, query(client)));
    report.add({
      name: 'policies',
      what: `${what}, as staff`,
      measured: spread(spreadOf(bound)),
      budget: { atMost: 100 },
      peers: [{ name: 'without policies', measured: spread(spreadOf(free)) }],
      note: `${contracts.toLocaleString('en')} contracts`,
    });
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    // The names of prepared statements go with the connection: the plan of one role is not that of another.
    client.release(true);
  }
}
