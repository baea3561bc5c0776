import { sql } from 'kysely';
import { ownBranch } from '#shared/clerks/own-branch.ts';
import type { CustomerPlanFacts } from '#shared/imports/plan-customers.ts';
import { importKeys } from '#shared/imports/plan-customers.ts';
import type { FleetPlanFacts } from '#shared/imports/plan-fleet.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { customerFields } from '../app/counter/customer-row.ts';

/** Who is there already, by every key of an import: the whole replica is read once. */
export async function readCustomerFacts({ rows }: Counter): Promise<CustomerPlanFacts> {
  const customers = await rows
    .selectFrom('customers')
    .selectAll()
    // Everybody, in the order in which they lie on the disk: not by the index on mergers.
    .where(sql<boolean>`+merged_into is null`)
    .where('erased_at', 'is', null)
    .execute();
  const known = new Set(customers.flatMap((row) => importKeys(customerFields(row))));
  return { today: dayOf(now()), language: 'de', known };
}

/** What a file of vehicles may name, and which VINs are there already. */
export async function readFleetFacts({ rows, role, place }: Counter): Promise<FleetPlanFacts> {
  const [categories, branches, vehicles, person] = await Promise.all([
    rows.selectFrom('vehicle_categories').select(['id', 'code', 'name']).orderBy('position').execute(),
    rows.selectFrom('branches').select(['id', 'code', 'name']).orderBy('code').execute(),
    rows.selectFrom('vehicles').select('vin').execute(),
    rows.selectFrom('users').select('branch_id').where('id', '=', place.clerkId).executeTakeFirst(),
  ]);
  const own = ownBranch({ role, branchId: person?.branch_id ?? null });
  return {
    categories,
    branches: own === null ? branches : branches.filter(({ id }) => id === own),
    branchId: own ?? place.branchId,
    knownVins: new Set(vehicles.map(({ vin }) => vin)),
  };
}
