import { expect, test } from 'vitest';
import { until } from '#build/demo/counter-process.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';

const own = testPc();
const here = alpina.counters.zurichA;

async function onServer() {
  const { rows } = await own.database.query<{ app_version: string; last_seen_at: Date | null }>(
    'select app_version, last_seen_at from counters where id = $1',
    [here],
  );
  return rows[0];
}

test('a counter says what it runs as soon as it has a line, and everybody of the company sees it', async () => {
  await until('the server has heard of it', async () => (await onServer())?.last_seen_at !== null);
  expect((await onServer())?.app_version).toMatch(/^\d+\.\d+\.\d+$/);
  await until('it has come down again', async () => {
    const row = await own.pc.counter.rows
      .selectFrom('counters')
      .select(['app_version', 'last_seen_at'])
      .where('id', '=', here)
      .executeTakeFirst();
    return row?.app_version === (await onServer())?.app_version && row?.last_seen_at !== null;
  });
});

test('what was said without a line is said when it is back', async () => {
  await own.pc.cutLine();
  await own.pc.killHost();
  await own.database.query(`update counters set app_version = '', last_seen_at = null where id = $1`, [here]);
  await own.pc.switchOn();
  expect(await onServer()).toEqual({ app_version: '', last_seen_at: null });
  await own.pc.restoreLine();
  await until('the server has heard of it', async () => (await onServer())?.last_seen_at !== null);
});
