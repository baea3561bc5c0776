import { createClient } from '@supabase/supabase-js';
import { uuidv7 } from 'uuidv7';
import { alpina, demoPeople, lago } from '#supabase/seeds/demo-people.ts';
import { askStream } from '../ask-stream.ts';
import { type Scene, allRows } from '../scene.ts';
import type { Check } from '../step-table.ts';

/** Two counters of one company sign in and hold what Postgres holds. */
export async function signIn({ a, b, count }: Scene, check: Check): Promise<void> {
  for (const [pc, who, counterId] of [
    [a, demoPeople.zurich, alpina.counters.zurichA],
    [b, demoPeople.chur, alpina.counters.churA],
  ] as const) {
    await pc.switchOn();
    check(`${who.email} is asked to sign in`, pc.app.state.kind === 'signed-out');
    await pc.signIn(who, counterId);
    for (const table of ['customers', 'vehicles', 'contracts'] as const) {
      const expected = await count(`${table} where company_id = $1`, [alpina.id]);
      const here = await allRows(pc.counter, table, alpina.id);
      check(`${here} ${table} in the replica, as in Postgres`, here === expected && here > 0);
    }
  }
  check('the light is green', a.app.light?.current.kind === 'in-step');
}

/** A counter of another company sees nothing, however it asks. */
export async function otherCompany({ other, backend, count }: Scene, check: Check): Promise<void> {
  await other.switchOn();
  await other.signIn(demoPeople.lagoStaff, lago.counters.luganoA);
  for (const table of ['customers', 'vehicles', 'contracts'] as const) {
    check(`no ${table} of the first company`, (await allRows(other.counter, table, alpina.id)) === 0);
    check(`its own ${table}`, (await allRows(other.counter, table, lago.id)) > 0);
  }
  const thief = createClient(backend.supabaseUrl, backend.anonKey, { auth: { persistSession: false } });
  const { data } = await thief.auth.signInWithPassword(demoPeople.lagoStaff);
  const token = data.session?.access_token ?? '';
  const forged = { company_id: alpina.id, counter_id: alpina.counters.zurichA };
  const asked = await askStream(backend.powersyncUrl, token, forged);
  check(
    `asked directly with a forged company, the stream sends ${asked.rows.length} rows, none of the first company`,
    asked.rows.length > 0 && asked.rows.every((row) => !row.includes(alpina.id)),
  );
  const [head, payload = '', sign] = token.split('.');
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const rewritten = Buffer.from(JSON.stringify(Object.assign({}, claims, forged))).toString('base64url');
  const refused = await askStream(backend.powersyncUrl, [head, rewritten, sign].join('.'), {});
  check('a token with a rewritten company is refused by the stream (401)', refused.status === 401);
  const atTheirCounter = await thief.rpc('apply_changes', {
    client_id: 'thief',
    counter_id: alpina.counters.zurichA,
    transactions: [],
  });
  check('the RPC refuses the first company’s counter (42501)', atTheirCounter.error?.code === '42501');
  const id = uuidv7();
  const written = await thief.rpc('apply_changes', {
    client_id: 'thief',
    counter_id: lago.counters.luganoA,
    transactions: [
      {
        tx_id: 1,
        ops: [
          {
            op: 'PUT',
            table: 'customers',
            id,
            data: { company_id: alpina.id, kind: 'person', last_name: 'Dieb' },
          },
        ],
      },
    ],
  });
  check(
    'the RPC refuses a row with a forged company (not_allowed)',
    JSON.stringify(written.data).includes('"not_allowed"') &&
      (await count('customers where id = $1', [id])) === 0,
  );
  await thief.auth.signOut();
}
