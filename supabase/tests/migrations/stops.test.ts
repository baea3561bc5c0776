import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillFirstRelease, rowId } from './fill-releases.ts';
import { type OldDatabase, migrations, openOldDatabase } from './old-database.ts';

/**
 * What the first release took and a later migration cannot pass over: supabase/runbooks/release.md says how to find it beforehand,
 * and who settles it. Such a migration stops whole, and goes on when it was settled.
 */
let old: OldDatabase;
const newest = migrations.at(-1)?.version ?? '';

beforeAll(async () => {
  old = await openOldDatabase('20261120090700');
  await fillFirstRelease(old.sql);
});

afterAll(() => old?.close());

async function applied(): Promise<string | undefined> {
  const { rows } = await old.sql.query<{ version: string }>(
    'select max(version) as version from supabase_migrations.schema_migrations',
  );
  return rows[0]?.version;
}

test('two reservations that promise one vehicle stop the migration, until one gives it up', async () => {
  const promised = rowId('vehicle', 1, 12);
  await old.sql.query(`update contracts set vehicle_id = $1 where id = $2`, [
    promised,
    rowId('contract', 1, 2),
  ]);
  await expect(old.migrateTo(newest)).rejects.toThrow(
    /20261120100500_facts_and_plans.sql.*a_vehicle_is_reserved_once/,
  );
  expect(await applied()).toBe('20261120100400');
  await old.sql.query(`update contracts set vehicle_id = null, status = 'to_assign' where id = $1`, [
    rowId('contract', 1, 2),
  ]);
  await old.migrateTo('20261120103000');
  expect(await applied()).toBe('20261120103000');
});

test('a birthday that no calendar has stops the migration, until it is corrected', async () => {
  const set = (born: string | null): Promise<unknown> =>
    old.sql.query('update customers set born_on = $1 where id = $2', [born, rowId('customer', 1, 2)]);
  await set('infinity');
  await expect(old.migrateTo(newest)).rejects.toThrow(/20261120103100_.*infinite/);
  expect(await applied()).toBe('20261120103000');
  await set(null);
  await old.migrateTo(newest);
  expect(await applied()).toBe(newest);
});
