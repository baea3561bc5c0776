import { type Damage, type DamageRefusal, checkDamage, firstTwice } from '../fleet/damage.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import { type HandoverRefusal, mostDamages } from './handover.ts';

export type CheckOutDamageRefusal =
  | Extract<HandoverRefusal, { code: 'damages_too_many' | 'handover_damage_twice' }>
  | DamageRefusal;

/** What was seen of a car's damages before it goes out. */
export interface CheckOutDamages {
  readonly found: readonly Damage[];
  /** Of the known ones those that turned out to be mended, by id. */
  readonly repaired: readonly string[];
}

/**
 * May these damages be written at a check-out? A car that has more than a report holds already still goes out, with nothing added:
 * it could not be taken back with more. Returns which of the known ones are mended now: what another counter saw mended meanwhile,
 * or found by a clock that is ahead, is left as it is.
 */
export function decideCheckOutDamages(
  { found, repaired }: CheckOutDamages,
  known: readonly Damage[],
  at: Instant,
): Result<readonly string[], CheckOutDamageRefusal> {
  const asked = new Set(repaired);
  const mended = known.filter(({ id, foundAt }) => asked.has(id) && foundAt <= at).map(({ id }) => id);
  if (found.length > 0 && known.length - mended.length + found.length > mostDamages)
    return refuse({ code: 'damages_too_many', field: 'damages', limit: mostDamages });
  const twice = firstTwice([...known, ...found].map(({ id }) => id));
  if (twice !== undefined) return refuse({ code: 'handover_damage_twice', field: 'damages', id: twice });
  for (const damage of found) {
    const checked = checkDamage(damage);
    if (!checked.ok) return checked;
  }
  return ok(mended);
}
