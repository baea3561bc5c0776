import { type CheckOutDamageRefusal, decideCheckOutDamages } from '#shared/contracts/check-out-damages.ts';
import { type Result, ok } from '#shared/result/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Tx } from '../app/counter/transaction.ts';
import { type FoundDamage, foundAt } from '../app/damage/found-damage.ts';
import { knownDamages } from '../app/damage/known-damages.ts';

/** What both saw of the car before it goes out: nothing of it is the renter's. */
export interface SeenDamages {
  readonly found: readonly FoundDamage[];
  /** Known damages that were mended, by id. */
  readonly repaired: readonly string[];
}

export const nothingSeen: SeenDamages = { found: [], repaired: [] };

/** What is to be written of it, as of this moment. Asks the replica only where something was seen: most cars go out as they came. */
export async function gatherSeen(
  tx: Tx,
  vehicleId: string,
  { found, repaired }: SeenDamages,
  at: Instant,
): Promise<Result<SeenDamages, CheckOutDamageRefusal>> {
  if (found.length + repaired.length === 0) return ok(nothingSeen);
  const now = found.map((one) => foundAt(one, at));
  const mended = decideCheckOutDamages(
    { found: now.map(({ damage }) => damage), repaired },
    await knownDamages(tx, vehicleId),
    at,
  );
  return mended.ok ? ok({ found: now, repaired: mended.value }) : mended;
}
