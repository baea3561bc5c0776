import { uuidv7 } from 'uuidv7';
import { ownBranch } from '#shared/clerks/own-branch.ts';
import { type ContractOnVehicle, type HoldRefusal, type PlanHit, checkHold } from '#shared/fleet/lay-hold.ts';
import { transferEnd } from '#shared/fleet/occupation.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, instant, now } from '#shared/time/instant.ts';
import type { HoldReason } from '#sync/schema/rows.generated.ts';
import type { Counter } from '../counter/counter.ts';
import { type Tx, inTransaction } from '../counter/transaction.ts';
import { holdsFrom, plannedOf, transfersFrom } from './occupation-queries.ts';

export interface Hold {
  readonly vehicleId: string;
  readonly reason: HoldReason;
  readonly startsAt: Instant;
  /** `null` until further notice. */
  readonly endsAt: Instant | null;
  readonly note: string;
}

/**
 * Keeps a vehicle from being rented, and takes it from the quotes and reservations in the way in the same transaction: a
 * reservation is "to assign" again, a quote stays one. Whoever sees the damage may.
 *
 * @param agreed the ids of the plans that the clerk was shown; with one that is hit and not among them, nothing is written and
 *   `hold_hits_plans` says which are
 */
export async function putHold(
  counter: Counter,
  { vehicleId, reason, startsAt, endsAt, note }: Hold,
  agreed: readonly string[] = [],
): Promise<Result<{ readonly holdId: string; readonly released: readonly PlanHit[] }, HoldRefusal>> {
  if (counter.role === 'viewer') return refuse({ code: 'hold_not_permitted' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const [vehicle, contracts, holds, transfers] = await Promise.all([
      tx.selectFrom('vehicles').select('id').where('id', '=', vehicleId).executeTakeFirst(),
      contractsOn(tx, counter, vehicleId),
      holdsFrom(tx, at).where('vehicle_id', '=', vehicleId).execute(),
      transfersFrom(tx, at).where('vehicle_id', '=', vehicleId).execute(),
    ]);
    if (!vehicle) return refuse({ code: 'hold_vehicle_gone' });
    const ties = {
      contracts,
      holds: holds.map((row) => ({
        startsAt: instant(row.starts_at),
        endsAt: row.ends_at === null ? null : instant(row.ends_at),
      })),
      transfers: transfers.map((row) => ({
        startsAt: instant(row.leaves_at),
        endsAt: transferEnd(row, at),
      })),
    };
    const checked = checkHold({ startsAt, endsAt }, ties, agreed);
    if (!checked.ok) return checked;
    const holdId = uuidv7();
    await tx.write(
      tx.insertInto('vehicle_holds').values({
        id: holdId,
        company_id: counter.place.companyId,
        vehicle_id: vehicleId,
        reason,
        starts_at: startsAt,
        ends_at: endsAt,
        note: note.trim().slice(0, 500),
        created_at: at,
      }),
      ...checked.value.map(({ id, status }) =>
        tx
          .updateTable('contracts')
          .set({ vehicle_id: null, plate: '', ...(status === 'reserved' ? { status: 'to_assign' } : {}) })
          .where('id', '=', id),
      ),
    );
    return ok({ holdId, released: checked.value });
  });
}

/** The quotes and reservations of a vehicle and the contract it is out with, and who may change them: staff those of their branch. */
async function contractsOn(
  tx: Tx,
  { place, role }: Counter,
  vehicleId: string,
): Promise<readonly ContractOnVehicle[]> {
  const [rows, clerk, branches] = await Promise.all([
    plannedOf(tx, vehicleId).execute(),
    tx.selectFrom('users').select('branch_id').where('id', '=', place.clerkId).executeTakeFirst(),
    tx.selectFrom('branches').select(['id', 'name']).execute(),
  ]);
  const mine = ownBranch({ role, branchId: clerk?.branch_id ?? null });
  return rows.flatMap((row) => {
    const { id, status, number, customer_name: customer } = row;
    if (status !== 'quote' && status !== 'reserved' && status !== 'out') return [];
    const isOurs = mine === null || mine === row.branch_id || mine === row.return_branch_id;
    const heldBy = isOurs ? null : (branches.find((branch) => branch.id === row.branch_id)?.name ?? '');
    const [startsAt, endsAt] = [instant(row.starts_at), instant(row.ends_at)];
    return [{ id, status, number, customer, startsAt, endsAt, heldBy }];
  });
}

/** The vehicle is for rent again, from now; a hold that has not begun is over before it begins. What it released stays released. */
export async function endHolds(
  counter: Counter,
  holdIds: readonly string[],
): Promise<Result<undefined, HoldRefusal>> {
  if (counter.role === 'viewer') return refuse({ code: 'hold_not_permitted' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const rows = await holdsFrom(tx, at).where('id', 'in', holdIds).execute();
    if (rows.length === 0) return refuse({ code: 'hold_gone' });
    await tx.write(
      ...rows.map((row) => {
        // Holds are kept, and end after they start: one that has not begun is shrunk to a minute in the past.
        const startsAt = instant(row.starts_at);
        const start = startsAt < at ? startsAt : instant(new Date(Date.parse(at) - 60_000));
        return tx
          .updateTable('vehicle_holds')
          .set({ starts_at: start, ends_at: at })
          .where('id', '=', row.id);
      }),
    );
    return ok(undefined);
  });
}
