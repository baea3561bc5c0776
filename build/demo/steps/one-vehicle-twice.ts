import { freeVehicles } from '#renderer/app/fleet/free-vehicles.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';
import { until } from '../counter-process.ts';
import { rent, someCustomer } from '../rent.ts';
import { type Scene } from '../scene.ts';
import type { Check } from '../step-table.ts';

/** Two facts that contradict each other both stand, and people are told. */
export async function rentTwice({ a, b, count }: Scene, check: Check): Promise<void> {
  const [vehicle] = await freeVehicles(a.counter.rows, alpina.branches.chur).execute();
  if (!vehicle) throw new Error('no vehicle is free in Chur');
  await a.cutLine();
  await b.cutLine();
  const one = await rent(a.counter, {
    customerId: (await someCustomer(a.counter, 7)).id,
    vehicleId: vehicle.id,
    days: 2,
  });
  const two = await rent(b.counter, {
    customerId: (await someCustomer(b.counter, 8)).id,
    vehicleId: vehicle.id,
    days: 4,
  });
  await a.restoreLine();
  await b.restoreLine();
  const ids = [one.contractId, two.contractId];
  await until(
    'both contracts are in Postgres',
    async () => (await count('contracts where id = any($1)', [ids])) === 2,
  );
  check(
    `${one.number} and ${two.number} both stand`,
    (await count(`contracts where id = any($1) and status = 'out'`, [ids])) === 2,
  );
  check('one conflict was raised', (await count('conflicts where vehicle_id = $1', [vehicle.id])) === 1);
  for (const [name, pc] of [
    ['A', a],
    ['B', b],
  ] as const) {
    const seen = async () =>
      await pc.counter.rows
        .selectFrom('conflicts')
        .select(['kind', 'contract_id', 'other_contract_id'])
        .where('vehicle_id', '=', vehicle.id)
        .execute();
    await until(`${name} shows the conflict`, async () => (await seen()).length === 1);
    const [conflict] = await seen();
    check(
      `${name} shows the conflict of both contracts`,
      conflict?.kind === 'double_check_out' &&
        ids.includes(conflict.contract_id ?? '') &&
        ids.includes(conflict.other_contract_id ?? ''),
    );
  }
}
