import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { until } from '#build/demo/counter-process.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { tokenOf } from '#supabase/embedded/testing.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { type CounterOffer, counterOffer, countersBeside } from './counter-choices.ts';
import { isElsewhere, peopleBeside } from './people-beside.ts';

const own = testPc();
const { zurich, chur } = alpina.branches;
const counters = Object.values(alpina.counters);
/** Whose role and branch change from case to case. */
const { id: somebody } = demoPeople.manager;

async function offered(): Promise<CounterOffer | null> {
  return counterOffer(await countersBeside(own.pc.counter.rows, somebody).execute());
}

/** What the company says of them, on the server and on this machine. */
async function become(role: string, branchId: string | null): Promise<void> {
  await own.database.query('update users set role = $2, branch_id = $3 where id = $1', [
    somebody,
    role,
    branchId,
  ]);
  await until('the person has arrived', async () => {
    const row = await own.pc.counter.rows
      .selectFrom('users')
      .select(['role', 'branch_id'])
      .where('id', '=', somebody)
      .executeTakeFirst();
    return row?.role === role && row.branch_id === branchId;
  });
}

/** The counters that the server would give them; one that is taken by another machine is theirs to take over. */
async function given(token: string): Promise<readonly string[]> {
  const { supabaseUrl, anonKey } = own.backend;
  const supabase = createClient(supabaseUrl, anonKey, { accessToken: async () => token });
  const answers = await Promise.all(
    counters.map(async (id) => {
      const claim = { counter_id: id, device_id: crypto.randomUUID() };
      const { status, data } = await supabase.rpc('claim_counter', claim);
      expect(status === 403 || data !== null).toBe(true);
      return status === 403 ? [] : [id];
    }),
  );
  return answers.flat();
}

const cases = (['owner', 'manager', 'staff'] as const).flatMap((role) =>
  [zurich, chur, null].map((branchId) => ({ role, branchId })),
);

test('a person is offered the counters that the server gives them, and opens those and no other by PIN', async () => {
  const token = await tokenOf(own.backend, demoPeople.manager);
  for (const { role, branchId } of cases) {
    await become(role, branchId);
    const server = await given(token);
    const choices = (await offered())?.choices.map(({ id }) => id) ?? [];
    expect(choices.toSorted(), `${role} of ${branchId}`).toEqual(server.toSorted());
    for (const counterId of counters) {
      const person = await peopleBeside(own.pc.counter.rows, [somebody], counterId).executeTakeFirstOrThrow();
      expect(isElsewhere(person), `${role} of ${branchId} at ${counterId}`).toBe(!server.includes(counterId));
    }
  }
  expect(cases).toHaveLength(9);
});

test('who only looks, and so claims none, may look from every counter', async () => {
  await become('viewer', chur);
  expect((await offered())?.choices).toHaveLength(counters.length);
});

test('where no counter is left it is said at which branch, and whom to ask', async () => {
  await become('staff', chur);
  expect(await offered()).toEqual({
    choices: [{ id: alpina.counters.churA, name: 'Chur, Schalter A', code: 'CHR-A' }],
    isOwner: false,
    ownBranch: 'Chur',
    owners: 'Regula Steiner',
  });
  await own.database.query('update counters set is_active = false where id = $1', [alpina.counters.churA]);
  await until('the counter is switched off here, too', async () => (await offered())?.choices.length === 0);
  expect(await offered()).toEqual({
    choices: [],
    isOwner: false,
    ownBranch: 'Chur',
    owners: 'Regula Steiner',
  });
});

test('nothing is offered, and nothing refused, before the person has arrived', async () => {
  const { rows } = own.pc.counter;
  expect(counterOffer(await countersBeside(rows, crypto.randomUUID()).execute())).toBeNull();
});
