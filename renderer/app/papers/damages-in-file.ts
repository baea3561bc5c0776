import type { Instant } from '#shared/time/instant.ts';
import type { Rows } from '../counter/counter.ts';

/**
 * The damages in a vehicle's file that were found by a moment, the oldest first as on the sketch, mended since or not: for handovers of
 * versions that kept no list. What is mended leaves the counters that do not look at the file, so this may be less than what was seen.
 */
export async function damagesInFile(rows: Pick<Rows, 'selectFrom'>, vehicleId: string, by: Instant) {
  return await rows
    .selectFrom('damages')
    .selectAll()
    .where('vehicle_id', '=', vehicleId)
    .where('found_at', '<=', by)
    .orderBy('found_at')
    .orderBy('id')
    .execute();
}
