import { uuidv7 } from 'uuidv7';
import { type VehicleTaken, vehicleTaken } from '#shared/contracts/reserve.ts';
import { branchAt, clashesOf, transferHours } from '#shared/fleet/occupation.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, instant, now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import type { OccupationWords } from '../app/fleet/fleet-of.ts';
import { transfersFrom } from '../app/fleet/occupation-queries.ts';
import { occupationsOfVehicle } from '../app/fleet/occupations-of-vehicle.ts';

export interface Transfer {
  readonly vehicleId: string;
  readonly toBranchId: string;
  readonly leavesAt: Instant;
  readonly note: string;
}

export type TransferRefusal =
  | VehicleTaken
  | { readonly code: 'vehicle_not_rentable'; readonly field: 'vehicleId' }
  | { readonly code: 'already_there'; readonly field: 'toBranchId' }
  | { readonly code: 'transfer_gone' | 'transfer_not_begun'; readonly field: 'transferId' };

/** Plans to drive a vehicle to another branch, from where it stands then. */
export async function planTransfer(
  counter: Counter,
  { vehicleId, toBranchId, leavesAt, note }: Transfer,
  words: OccupationWords,
): Promise<Result<{ readonly transferId: string }, TransferRefusal>> {
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const [vehicle, occupations] = await Promise.all([
      tx.selectFrom('vehicles').select(['id', 'branch_id']).where('id', '=', vehicleId).executeTakeFirst(),
      occupationsOfVehicle(tx, vehicleId, at, words),
    ]);
    if (!vehicle) return refuse({ code: 'vehicle_not_rentable', field: 'vehicleId' });
    const from = branchAt({ id: vehicle.id, branchId: vehicle.branch_id }, occupations, leavesAt);
    if (from === toBranchId) return refuse({ code: 'already_there', field: 'toBranchId' });
    const arrival = instant(new Date(Date.parse(leavesAt) + transferHours * 3_600_000));
    const [clash] = clashesOf(occupations, { vehicleId, startsAt: leavesAt, endsAt: arrival });
    if (clash) return refuse(vehicleTaken(clash));
    const transferId = uuidv7();
    await tx.write(
      tx.insertInto('vehicle_transfers').values({
        id: transferId,
        company_id: counter.place.companyId,
        vehicle_id: vehicleId,
        from_branch_id: from,
        to_branch_id: toBranchId,
        leaves_at: leavesAt,
        arrived_at: null,
        note: note.trim().slice(0, 500),
        created_at: at,
      }),
    );
    return ok({ transferId });
  });
}

/** The vehicle has arrived. The server moves it to its new branch (`private.follow_transfer`). */
export async function finishTransfer(
  counter: Counter,
  transferId: string,
): Promise<Result<{ readonly transferId: string }, TransferRefusal>> {
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const row = await transfersFrom(tx, at).where('id', '=', transferId).executeTakeFirst();
    if (!row || row.arrived_at !== null) return refuse({ code: 'transfer_gone', field: 'transferId' });
    if (at <= instant(row.leaves_at)) return refuse({ code: 'transfer_not_begun', field: 'transferId' });
    await tx.write(tx.updateTable('vehicle_transfers').set({ arrived_at: at }).where('id', '=', transferId));
    return ok({ transferId });
  });
}
