import { uuidv7 } from 'uuidv7';
import { type Occupation, clashesOf } from '#shared/fleet/occupation.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, instant, now } from '#shared/time/instant.ts';
import type { HoldReason } from '#sync/schema/rows.generated.ts';
import type { Counter } from '../app/counter/counter.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import type { OccupationWords } from '../app/fleet/fleet-of.ts';
import { holdsFrom } from '../app/fleet/occupation-queries.ts';
import { occupationsOfVehicle } from '../app/fleet/occupations-of-vehicle.ts';

export const holdReasons: readonly HoldReason[] = ['service', 'tyres', 'inspection', 'repair', 'other'];

export interface Hold {
  readonly vehicleId: string;
  readonly reason: HoldReason;
  readonly startsAt: Instant;
  /** `null` until further notice. */
  readonly endsAt: Instant | null;
  readonly note: string;
}

export type HoldRefusal =
  | { readonly code: 'hold_backwards'; readonly field: 'endsAt' }
  | {
      readonly code: 'vehicle_taken';
      readonly field: 'vehicleId';
      readonly kind: Occupation['kind'];
      readonly title: string;
      readonly from: Instant;
      readonly until: Instant | null;
    }
  /** It has ended, or is not on this machine. */
  | { readonly code: 'hold_gone'; readonly field: 'holdId' };

const farAhead = '9999-12-31T00:00:00.000Z' as Instant;

/**
 * Keeps a vehicle from being rented. Where it is promised to somebody, people move that first; a vehicle that is out may be held
 * only after it is back.
 */
export async function putHold(
  counter: Counter,
  hold: Hold,
  words: OccupationWords,
): Promise<Result<{ readonly holdId: string }, HoldRefusal>> {
  const { vehicleId, startsAt, endsAt, reason } = hold;
  const at = now();
  if (endsAt !== null && endsAt <= startsAt) return refuse({ code: 'hold_backwards', field: 'endsAt' });
  return await inTransaction(counter, async (tx) => {
    const occupations = await occupationsOfVehicle(tx, vehicleId, at, words);
    const [clash] = clashesOf(occupations, { vehicleId, startsAt, endsAt: endsAt ?? farAhead });
    if (clash) {
      const { kind, title, startsAt: from, endsAt: until } = clash;
      return refuse({ code: 'vehicle_taken', field: 'vehicleId', kind, title, from, until });
    }
    const holdId = uuidv7();
    await tx.write(
      tx.insertInto('vehicle_holds').values({
        id: holdId,
        company_id: counter.place.companyId,
        vehicle_id: vehicleId,
        reason,
        starts_at: startsAt,
        ends_at: endsAt,
        note: hold.note.trim().slice(0, 500),
        created_at: at,
      }),
    );
    return ok({ holdId });
  });
}

/** The vehicle is for rent again, from now; a hold that has not begun is over before it begins. */
export async function endHold(
  counter: Counter,
  holdId: string,
): Promise<Result<{ readonly holdId: string }, HoldRefusal>> {
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const row = await holdsFrom(tx, at).where('id', '=', holdId).executeTakeFirst();
    if (!row) return refuse({ code: 'hold_gone', field: 'holdId' });
    // Holds are kept, and end after they start: one that has not begun is shrunk to a minute in the past.
    const started = instant(row.starts_at) < at;
    const startsAt = started ? instant(row.starts_at) : minuteBefore(at);
    await tx.write(
      tx.updateTable('vehicle_holds').set({ starts_at: startsAt, ends_at: at }).where('id', '=', holdId),
    );
    return ok({ holdId });
  });
}

function minuteBefore(at: Instant): Instant {
  return instant(new Date(Date.parse(at) - 60_000));
}
