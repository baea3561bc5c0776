import { type CheckOutDamageRefusal, decideCheckOutDamages } from '#shared/contracts/check-out-damages.ts';
import type { Damage } from '#shared/fleet/damage.ts';
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

/** With what the file of the car had: together they are what stands on the sketch. */
export interface GatheredSeen extends SeenDamages {
  readonly known: readonly Damage[];
}

/** What is to be written of it, as of this moment. */
export async function gatherSeen(
  tx: Tx,
  vehicleId: string,
  { found, repaired }: SeenDamages,
  at: Instant,
): Promise<Result<GatheredSeen, CheckOutDamageRefusal>> {
  const known = await knownDamages(tx, vehicleId);
  const now = found.map((one) => foundAt(one, at));
  const mended = decideCheckOutDamages({ found: now.map(({ damage }) => damage), repaired }, known, at);
  return mended.ok ? ok({ known, found: now, repaired: mended.value }) : mended;
}
