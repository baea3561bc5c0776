import { type Result, ok, refuse } from '../result/result.ts';
import { type Damage, firstTwice } from './damage.ts';

/** What became of a car's damages between two reports. Every damage of either stands in exactly one of the lists. */
export interface DamageComparison {
  /** In the second report only. */
  readonly fresh: readonly Damage[];
  /** In both, alike. */
  readonly known: readonly Damage[];
  /** In both, but of another kind, size or place: a scratch has grown, or somebody corrected it. People decide which. */
  readonly changed: readonly { readonly before: Damage; readonly after: Damage }[];
  /** In the first report only: somebody said that it is repaired, or nobody said anything. */
  readonly gone: readonly { readonly damage: Damage; readonly because: 'repaired' | 'not_reported' }[];
}

export type ComparisonRefusal =
  | { readonly code: 'damage_twice'; readonly field: 'before' | 'after'; readonly id: string }
  | { readonly code: 'damage_repaired_but_there'; readonly field: 'repaired'; readonly id: string }
  | { readonly code: 'damage_repaired_unknown'; readonly field: 'repaired'; readonly id: string };

/**
 * Sets two reports of a car beside each other, by the damages' ids. `repaired` names those of the first that were mended
 * in between; a damage that vanished without being named there is said to be not reported, never dropped.
 */
export function compareDamages(
  before: readonly Damage[],
  after: readonly Damage[],
  repaired: readonly string[] = [],
): Result<DamageComparison, ComparisonRefusal> {
  const twiceBefore = firstTwice(before.map(({ id }) => id));
  if (twiceBefore !== undefined) return refuse({ code: 'damage_twice', field: 'before', id: twiceBefore });
  const twiceAfter = firstTwice(after.map(({ id }) => id));
  if (twiceAfter !== undefined) return refuse({ code: 'damage_twice', field: 'after', id: twiceAfter });
  const old = new Map(before.map((damage) => [damage.id, damage]));
  const present = new Set(after.map(({ id }) => id));
  for (const id of repaired) {
    if (!old.has(id)) return refuse({ code: 'damage_repaired_unknown', field: 'repaired', id });
    if (present.has(id)) return refuse({ code: 'damage_repaired_but_there', field: 'repaired', id });
  }
  const mended = new Set(repaired);
  const pairs = after.map((damage) => ({ before: old.get(damage.id), after: damage }));
  return ok({
    fresh: pairs.flatMap((pair) => (pair.before === undefined ? [pair.after] : [])),
    known: pairs.flatMap((pair) => (pair.before && isAlike(pair.before, pair.after) ? [pair.after] : [])),
    changed: pairs.flatMap((pair) =>
      pair.before && !isAlike(pair.before, pair.after) ? [{ before: pair.before, after: pair.after }] : [],
    ),
    gone: before
      .filter(({ id }) => !present.has(id))
      .map((damage) => ({ damage, because: mended.has(damage.id) ? 'repaired' : 'not_reported' })),
  });
}

/** A note or a photo more does not change a damage. */
function isAlike(one: Damage, other: Damage): boolean {
  return (
    one.view === other.view &&
    one.kind === other.kind &&
    one.size === other.size &&
    one.position.x === other.position.x &&
    one.position.y === other.position.y
  );
}
