import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#supabase/seeds/demo-id.ts';
import { alpina, demoPeople, lago } from '#supabase/seeds/demo-people.ts';
import { unreachable } from '#shared/result/result.ts';
import { type TestBackend, startTestBackend, tokenOf } from '../testing.ts';
import { StreamClient, withBranchesOf } from './testing-client.ts';
import { inPostgres, received } from './testing-rows.ts';

let backend: TestBackend;
let database: pg.Pool;

beforeAll(async () => {
  backend = await startTestBackend();
  database = new pg.Pool({ connectionString: backend.databaseUrl });
});
afterAll(async () => {
  await database.end();
  await backend.stop();
});

type Operation =
  | { readonly kind: 'put'; readonly n: number; readonly text: string }
  | { readonly kind: 'change'; readonly n: number; readonly day: number }
  | { readonly kind: 'delete'; readonly n: number }
  | { readonly kind: 'rename'; readonly n: number; readonly to: number }
  | { readonly kind: 'sell'; readonly n: number; readonly toLago: boolean }
  | { readonly kind: 'undone'; readonly n: number }
  | { readonly kind: 'reconnect' };

const n = fc.nat(8);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\0', '')),
  fc.integer({ min: 2_000, max: 9_000 }).map((length) => 'Ω'.repeat(length)),
);
const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('put' as const), n, text }),
    fc.record({ kind: fc.constant('change' as const), n, day: fc.integer({ min: 1, max: 28 }) }),
    fc.record({ kind: fc.constant('delete' as const), n }),
    fc.record({ kind: fc.constant('rename' as const), n, to: n }),
    fc.record({ kind: fc.constant('sell' as const), n, toLago: fc.boolean() }),
    fc.record({ kind: fc.constant('undone' as const), n }),
    fc.record({ kind: fc.constant('reconnect' as const) }),
  ),
  { minLength: 1, maxLength: 40 },
);

const id = (number: number): string => demoId(`random/${number}`);

async function apply(operation: Operation, stream: StreamClient): Promise<unknown> {
  switch (operation.kind) {
    case 'put':
      // No two share a name: born on one day they would raise a conflict, which keeps both from being deleted.
      return await database.query(
        `insert into public.customers (id, company_id, last_name, note) values ($1, $2, gen_random_uuid()::text, $3)
         on conflict (id) do update set note = excluded.note`,
        [id(operation.n), alpina.id, operation.text],
      );
    case 'change':
      return await database.query('update public.customers set born_on = $2 where id = $1', [
        id(operation.n),
        `1980-01-${operation.day}`,
      ]);
    case 'delete':
      return await database.query('delete from public.customers where id = $1', [id(operation.n)]);
    case 'rename':
      return await database.query(
        'update public.customers set id = $2 where id = $1 and not exists (select from public.customers where id = $2)',
        [id(operation.n), id(operation.to)],
      );
    case 'sell':
      return await database.query('update public.customers set company_id = $2 where id = $1', [
        id(operation.n),
        operation.toLago ? lago.id : alpina.id,
      ]);
    case 'undone': {
      const client = await database.connect();
      await client.query('begin');
      await client.query('update public.customers set last_name = $2 where id = $1', [
        id(operation.n),
        'nie',
      ]);
      await client.query('rollback');
      return client.release();
    }
    case 'reconnect':
      await stream.disconnect();
      return await stream.connect();
    default:
      return unreachable(operation);
  }
}

test('whatever happens to rows, every counter ends with what Postgres has', async () => {
  const zurich = new StreamClient({
    url: backend.powersyncUrl,
    token: await tokenOf(backend, demoPeople.zurich),
    streams: withBranchesOf(Object.values(alpina.counters)),
  });
  const lugano = new StreamClient({
    url: backend.powersyncUrl,
    token: await tokenOf(backend, demoPeople.lagoStaff),
    streams: withBranchesOf(Object.values(lago.counters)),
  });
  await Promise.all([zurich.connect(), lugano.connect()]);
  try {
    await fc.assert(
      fc.asyncProperty(operations, async (chosen) => {
        for (const operation of chosen) await apply(operation, zurich);
        await Promise.all([zurich.catchUp(), lugano.catchUp()]);
        expect(received(zurich)).toEqual(await inPostgres(database, alpina.id));
        expect(received(lugano)).toEqual(await inPostgres(database, lago.id));
      }),
      { numRuns: 25 },
    );
    const fresh = new StreamClient({
      url: backend.powersyncUrl,
      token: await tokenOf(backend, demoPeople.chur),
      streams: withBranchesOf(Object.values(alpina.counters)),
    });
    await fresh.connect();
    await fresh.catchUp();
    await fresh.disconnect();
    expect(received(fresh)).toEqual(await inPostgres(database, alpina.id));
  } finally {
    await Promise.all([zurich.disconnect(), lugano.disconnect()]);
  }
});
