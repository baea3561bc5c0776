import type { Occupation } from '#shared/fleet/occupation.ts';
import type { Instant } from '#shared/time/instant.ts';
import { type OccupationWords, occupationsOf } from './fleet-of.ts';
import { type Reads, holdsFrom, plannedOf, transfersFrom } from './occupation-queries.ts';

/** What a vehicle is taken by from a moment on. */
export async function occupationsOfVehicle(
  rows: Reads,
  vehicleId: string,
  at: Instant,
  words: OccupationWords,
): Promise<readonly Occupation[]> {
  const [contracts, holds, transfers] = await Promise.all([
    plannedOf(rows, vehicleId).execute(),
    holdsFrom(rows, at).where('vehicle_id', '=', vehicleId).execute(),
    transfersFrom(rows, at).where('vehicle_id', '=', vehicleId).execute(),
  ]);
  return occupationsOf({ contracts, holds, transfers }, at, words);
}
