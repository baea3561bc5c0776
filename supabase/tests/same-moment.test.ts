import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { alpina, demoPeople } from '../seeds/demo-people.ts';
import { type Sender, sendAndHold } from './as-counter.ts';
import type { Operation } from './person.ts';
import { type WalkIn, freeWalkIn, moment, walkIn } from './walk-in.ts';

/**
 * Two uploads of one vehicle of which neither sees the other, because neither is done: the second waits until the first is. The
 * model (`npm run test:model`) meets this by chance; here the first call is held until the second stands and waits.
 */
let backend: TestBackend;
let sql: pg.Pool;
let facts: Omit<WalkIn, 'number'>;
let running = 70_000;

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 3 });
});

beforeEach(async () => {
  facts = await freeWalkIn(sql);
});

afterAll(async () => {
  await sql?.end();
  await backend?.stop();
});

const sender = (clientId: string): Sender => ({
  companyId: alpina.id,
  userId: demoPeople.zurich.id,
  counterId: alpina.counters.zurichA,
  clientId,
});

const signs = (): { readonly contractId: string; readonly ops: readonly Operation[] } =>
  walkIn({ ...facts, number: `ZRH-A-27-${(running += 1)}` });

function reserves(): { readonly contractId: string; readonly ops: readonly Operation[] } {
  const contractId = crypto.randomUUID();
  const data = {
    company_id: alpina.id,
    branch_id: facts.branchId,
    return_branch_id: facts.branchId,
    status: 'reserved',
    customer_id: facts.customerId,
    customer_name: 'Brunner, Annalena',
    category_id: facts.vehicle.categoryId,
    vehicle_id: facts.vehicle.id,
    plate: facts.vehicle.plate,
    starts_at: moment(-2),
    ends_at: moment(2),
  };
  return { contractId, ops: [{ op: 'PUT', table: 'contracts', id: contractId, data }] };
}

/** Sends both; the first call is done only when the second waits for it. */
async function overlap(first: readonly Operation[], second: readonly Operation[]): Promise<void> {
  const [one, two] = [await sql.connect(), await sql.connect()];
  try {
    await one.query('begin');
    await two.query('begin');
    expect(await sendAndHold(one, sender(`one-${running}`), 1, first)).toMatchObject({ outcome: 'applied' });
    let isDone = false;
    const sent = sendAndHold(two, sender(`two-${running}`), 1, second).finally(() => {
      isDone = true;
    });
    // Each look is a round trip, and it does not take many: either it stands and waits, or it is through.
    for (;;) {
      const { rowCount } = await sql.query(`select from pg_locks where not granted`);
      if (isDone || rowCount === 1) break;
    }
    expect(isDone).toBe(false);
    await one.query('commit');
    expect(await sent).toMatchObject({ outcome: 'applied' });
    await two.query('commit');
  } finally {
    one.release(true);
    two.release(true);
  }
}

async function statusOf(...ids: string[]): Promise<(string | undefined)[]> {
  const { rows } = await sql.query<{ id: string; status: string }>(
    'select id, status::text from contracts where id = any ($1)',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
}

describe('at the same moment', () => {
  test('two contracts are signed for one vehicle, and somebody is told', async () => {
    const [first, second] = [signs(), signs()];
    await overlap(first.ops, second.ops);
    const { rows } = await sql.query<{ pair: string[] }>(
      `select array[contract_id, other_contract_id] as pair from conflicts where vehicle_id = $1 and kind = 'double_check_out'`,
      [facts.vehicle.id],
    );
    expect(rows.map(({ pair }) => pair)).toEqual([[first.contractId, second.contractId].sort()]);
  });

  test('a vehicle is reserved and handed over to somebody else, and the reservation gives way', async () => {
    const [first, second] = [reserves(), signs()];
    await overlap(first.ops, second.ops);
    expect(await statusOf(first.contractId, second.contractId)).toEqual(['to_assign', 'out']);
  });

  test('a vehicle is handed over and reserved, and the reservation gives way', async () => {
    const [first, second] = [signs(), reserves()];
    await overlap(first.ops, second.ops);
    expect(await statusOf(first.contractId, second.contractId)).toEqual(['out', 'to_assign']);
  });

  test('two reserve one vehicle, and the second gives way', async () => {
    const [first, second] = [reserves(), reserves()];
    await overlap(first.ops, second.ops);
    expect(await statusOf(first.contractId, second.contractId)).toEqual(['reserved', 'to_assign']);
  });
});

describe('two amendments of one contract', () => {
  const amends = (contractId: string): readonly Operation[] => [
    {
      op: 'PUT',
      table: 'amendments',
      id: crypto.randomUUID(),
      data: {
        company_id: alpina.id,
        contract_id: contractId,
        branch_id: facts.branchId,
        counter_id: alpina.counters.zurichA,
        clerk_id: demoPeople.zurich.id,
        number: `ZRH-A-27-N${(running += 1)}`,
        position: 1,
        changes: [{ kind: 'extend' }],
        follows: 'a'.repeat(64),
        vehicle_id: facts.vehicle.id,
        category_id: facts.vehicle.categoryId,
        return_branch_id: facts.branchId,
        ends_at: moment(3),
        total_before: 100,
        total: 200,
        terms: {},
        signature: { width: 1, height: 1, strokes: [] },
        signed_name: 'Eva Muster',
        signed_at: moment(0),
      },
    },
    { op: 'PATCH', table: 'contracts', id: contractId, data: { due_at: moment(3) } },
  ];

  test('wait for each other, both stand, and people are told', async () => {
    const { contractId, ops } = signs();
    const one = await sql.connect();
    await one.query('begin');
    expect(await sendAndHold(one, sender(`signs-${running}`), 1, ops)).toMatchObject({ outcome: 'applied' });
    await one.query('commit');
    one.release(true);
    await overlap(amends(contractId), amends(contractId));
    const { rows } = await sql.query(
      `select k.kind, jsonb_array_length(k.details -> 'numbers') as numbers,
        (select count(*)::int from amendments a where a.contract_id = k.contract_id) as amendments
        from conflicts k where k.contract_id = $1`,
      [contractId],
    );
    expect(rows).toEqual([{ kind: 'double_amendment', numbers: 2, amendments: 2 }]);
  });
});
