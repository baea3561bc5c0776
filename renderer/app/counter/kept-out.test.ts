import { beforeEach, expect, test } from 'vitest';
import { until } from '#build/demo/counter-process.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import type { AppState } from './counter-app.ts';
import { inTransaction } from './transaction.ts';

const own = testPc();
const { id: anna } = demoPeople.zurich;
const { zurich, chur } = alpina.branches;

const kind = (): AppState['kind'] => own.pc.app.state.kind;
const shows = (wanted: AppState['kind']) => until(`it shows ${wanted}`, async () => kind() === wanted);

async function moveAnna(branchId: string): Promise<void> {
  await own.database.query('update users set branch_id = $2 where id = $1', [anna, branchId]);
}

/** Anna may work here again, and does. */
beforeEach(async () => {
  await own.database.query('update counters set is_active = true');
  await own.database.query('update users set branch_id = $2, is_active = true where id = $1', [anna, zurich]);
  await own.pc.app.signIn(demoPeople.zurich.email, demoPeople.zurich.password);
  await until('the desk is open to Anna', async () => {
    await own.pc.app.enterAgain();
    return kind() === 'open';
  });
});

test('who works in another branch from now on leaves the desk, and is back where they were when they may', async () => {
  const { place } = own.pc.counter;
  await moveAnna(chur);
  await shows('kept-out');
  await moveAnna(zurich);
  await until('the desk is open again', async () => {
    await own.pc.app.enterAgain();
    return kind() === 'open';
  });
  expect(own.pc.counter.place).toEqual(place);
});

test('a command that was under way when they were moved still writes', async () => {
  const { counter } = own.pc;
  await moveAnna(chur);
  await shows('kept-out');
  const id = crypto.randomUUID();
  await inTransaction(counter, async (tx) => {
    await tx.insertInto('local_state').values({ id, value: 'unterwegs' }).execute();
  });
  const found = await counter.rows.selectFrom('local_state').select('value').where('id', '=', id).execute();
  expect(found).toEqual([{ value: 'unterwegs' }]);
});

test('rows that are merely not there keep nobody out', async () => {
  const { rows } = own.pc.counter;
  const seen: AppState['kind'][] = [];
  const stop = own.pc.app.subscribe(() => seen.push(kind()));
  const people = async (): Promise<number> =>
    (await rows.selectFrom('users').select('id').where('id', '=', anna).execute()).length;
  const passes = 'select session_id, company_id, user_id from private.stream_passes';
  const { rows: kept } = await own.database.query(passes);
  await own.database.query('delete from private.stream_passes');
  await until('the rows have gone', async () => (await people()) === 0);
  for (const { session_id: session, company_id: company, user_id: user } of kept) {
    await own.database.query(
      'insert into private.stream_passes (session_id, company_id, user_id) values ($1, $2, $3)',
      [session, company, user],
    );
  }
  await until('the rows are back', async () => (await people()) === 1);
  expect(seen).toEqual([]);
  await moveAnna(chur);
  await shows('kept-out');
  stop();
  expect(seen).toEqual(['kept-out']);
});

test('a counter that was taken out of use opens to nobody, as soon as its row says so', async () => {
  const { zurichA } = alpina.counters;
  // The session that worked there ends with the counter: it hears of nothing any more.
  await own.database.query('update counters set is_active = false where id = $1', [zurichA]);
  await own.pc.app.signIn(demoPeople.zurich.email, demoPeople.zurich.password);
  await shows('kept-out');
  expect(own.pc.app.state).toMatchObject({ counterId: zurichA, identity: { userId: anna } });
  await own.pc.app.signIn(demoPeople.viewer.email, demoPeople.viewer.password);
  await shows('kept-out');
  await own.database.query('update counters set is_active = true where id = $1', [zurichA]);
  await until('the desk is open', async () => {
    await own.pc.app.enterAgain();
    return kind() === 'open';
  });
  // Who only looks is of no counter's session: their rows go on coming.
  await own.database.query('update counters set is_active = false where id = $1', [zurichA]);
  await shows('kept-out');
});
