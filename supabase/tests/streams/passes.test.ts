import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { StreamClient, withBranchesOf } from '../../embedded/stream/testing-client.ts';
import { type TestBackend, startTestBackend, tokenOf } from '../../embedded/testing.ts';
import { type DemoSignIn, alpina, demoPeople } from '../../seeds/demo-people.ts';
import { signedIn } from '../person.ts';

let backend: TestBackend;
let sql: pg.Pool;
const open: StreamClient[] = [];

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
});

afterEach(async () => {
  for (const stream of open.splice(0)) await stream.disconnect();
  await sql.query('update public.users set is_active = true');
  await sql.query('update public.counters set is_active = true');
});

afterAll(async () => {
  await sql.end();
  await backend.stop();
});

async function receiving(token: string): Promise<StreamClient> {
  const stream = new StreamClient({
    url: backend.powersyncUrl,
    token,
    clientId: crypto.randomUUID(),
    streams: withBranchesOf(Object.values(alpina.counters)),
  });
  open.push(stream);
  await stream.connect();
  await stream.until(() => stream.completed > 0);
  return stream;
}

const suspend = (who: DemoSignIn): Promise<unknown> =>
  sql.query('update public.users set is_active = false where id = $1', [who.id]);

/** A change that every counter of the company would receive. */
async function change(parkingPlace: string): Promise<void> {
  await sql.query('update public.vehicles set parking_place = $2 where company_id = $1', [
    alpina.id,
    parkingPlace,
  ]);
}

const places = (stream: StreamClient): Set<unknown> =>
  new Set([...stream.rows('vehicles').values()].map((row) => row['parking_place']));

describe('a stream that is running', () => {
  test('gives nothing more to somebody who was suspended, and takes back what it gave', async () => {
    const token = await tokenOf(backend, demoPeople.zurich);
    const suspended = await receiving(token);
    const colleague = await receiving(await tokenOf(backend, demoPeople.chur));
    expect(suspended.rows('customers').size).toBe(60);
    await suspend(demoPeople.zurich);
    await suspended.until(() => suspended.tables().size === 0);
    await change('after the suspension');
    await colleague.until(() => places(colleague).has('after the suspension'));
    await suspended.catchUp();
    expect([...suspended.tables()]).toEqual([]);
    // The token is good for an hour still. It opens a stream, and the stream is empty.
    const again = await receiving(token);
    expect([...again.tables()]).toEqual([]);
    await change('and again');
    await again.catchUp();
    expect([...again.tables()]).toEqual([]);
  });

  test('is not given back to an old session when somebody is let in again, but to a new one', async () => {
    const before = await receiving(await tokenOf(backend, demoPeople.zurich));
    await suspend(demoPeople.zurich);
    await before.until(() => before.tables().size === 0);
    await sql.query('update public.users set is_active = true where id = $1', [demoPeople.zurich.id]);
    await change('let in again');
    await before.catchUp();
    expect([...before.tables()]).toEqual([]);
    const after = await receiving(await tokenOf(backend, demoPeople.zurich));
    // The pass of a session that has just begun may come after the first checkpoint.
    await after.until(() => places(after).has('let in again'));
  });

  test('ends for the machine whose counter is revoked, and for no other', async () => {
    const stolen = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichB);
    // What it did names its counter.
    await stolen.send([]);
    const { data } = await stolen.supabase.auth.getSession();
    const machine = await receiving(data.session?.access_token ?? '');
    const samePerson = await receiving(await tokenOf(backend, demoPeople.zurich));
    await sql.query('update public.counters set is_active = false where id = $1', [alpina.counters.zurichB]);
    await machine.until(() => machine.tables().size === 0);
    await change('after the theft');
    await samePerson.until(() => places(samePerson).has('after the theft'));
    await machine.catchUp();
    expect([...machine.tables()]).toEqual([]);
  });

  test('goes on when the token is renewed', async () => {
    const clerk = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
    const stream = await receiving((await clerk.supabase.auth.getSession()).data.session?.access_token ?? '');
    const { data } = await clerk.supabase.auth.refreshSession();
    await stream.disconnect();
    await stream.connect(data.session?.access_token);
    await stream.catchUp(data.session?.access_token);
    expect(stream.rows('customers').size).toBe(60);
  });
});

test('the passes of sessions that ended are taken at night', async () => {
  const { supabase } = await signedIn(backend, demoPeople.chur, alpina.counters.churA);
  const session = async (): Promise<number> =>
    Number(
      (
        await sql.query<{ n: string }>('select count(*) as n from private.stream_passes where user_id = $1', [
          demoPeople.chur.id,
        ])
      ).rows[0]?.n,
    );
  const before = await session();
  await supabase.auth.signOut({ scope: 'local' });
  await sql.query(`select private.prune_stream_passes(now() + interval '2 days')`);
  expect(await session()).toBe(before - 1);
});
