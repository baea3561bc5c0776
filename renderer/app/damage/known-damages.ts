import { damageOf } from '../contracts/handover-of.ts';
import type { Tx } from '../counter/transaction.ts';

/** The damages that a vehicle has and that are not repaired, the oldest first: as they are numbered on the sketch. */
export async function knownDamages(rows: Pick<Tx, 'selectFrom'>, vehicleId: string) {
  const damages = await rows
    .selectFrom('damages')
    .selectAll()
    .where('vehicle_id', '=', vehicleId)
    .where('repaired_at', 'is', null)
    .orderBy('found_at')
    .orderBy('id')
    .execute();
  return damages.map(damageOf);
}
