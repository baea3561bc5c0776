import * as z from 'zod';
import { damageKinds, damageSizes } from '../fleet/damage-size.ts';
import type { DamageKind, DamageSize } from '../fleet/damage-size.ts';
import type { Damage } from '../fleet/damage.ts';
import { type PerMille, isPerMille, perMille } from '../fleet/per-mille.ts';
import { type SketchView, sketchViews } from '../fleet/sketch-views.ts';
import { instantField } from '../parties/paper-fields.ts';
import type { Instant } from '../time/instant.ts';

const statuses = ['known', 'new', 'repaired'] as const;

/** A damage as it stood on the sketch when a vehicle changed hands, as it is kept with the handover (`handovers.damages`). */
export interface DamageOnSketch {
  readonly id: string;
  readonly view: SketchView;
  /** From the top left of the view's box. */
  readonly x: PerMille;
  readonly y: PerMille;
  readonly kind: DamageKind;
  readonly size: DamageSize;
  /** Empty without one. */
  readonly note: string;
  readonly found_at: Instant;
  /** `new` and `repaired` are said of a car that came back; what goes out goes out with what it has. */
  readonly status: (typeof statuses)[number];
}

/** What a counter has gathered of a car that changes hands. */
export interface SeenOnCar {
  /** `out`: the renter takes it; `in`: it comes back. */
  readonly direction: 'out' | 'in';
  readonly at: Instant;
  /** What its file had, in any order. */
  readonly known: readonly Damage[];
  readonly found: readonly Damage[];
  /** Of the known ones those that were seen mended, by id. */
  readonly repaired: readonly string[];
}

/** Nobody sees more on a sketch; the server takes no longer list. */
export const mostOnSketch = 200;

/**
 * The list that is kept with a handover, in the order of the paper: by when they were found, then by id, each once. A car goes out
 * with what is left of its known damages and with what was found on it, all of it known to both from then on; of a car that comes
 * back the mended and the new ones are named as such. What the file dates later than the handover, by the clock of another counter,
 * is not on its paper. `null` where there are more than anybody sees: then nothing is kept, and the papers ask the file.
 */
export function damagesOnSketch({
  direction,
  at,
  known,
  found,
  repaired,
}: SeenOnCar): readonly DamageOnSketch[] | null {
  const mended = new Set(repaired);
  const isBack = direction === 'in';
  const listed = new Map<string, DamageOnSketch>();
  const list = (damage: Damage, status: DamageOnSketch['status']): void => {
    if (damage.foundAt <= at && !listed.has(damage.id)) listed.set(damage.id, kept(damage, status));
  };
  for (const damage of known) {
    if (!mended.has(damage.id)) list(damage, 'known');
    else if (isBack) list(damage, 'repaired');
  }
  for (const damage of found) list(damage, isBack ? 'new' : 'known');
  if (listed.size > mostOnSketch) return null;
  return [...listed.values()].toSorted((a, b) => compare(a.found_at, b.found_at) || compare(a.id, b.id));
}

/** @throws when it is no list of ours: the server took it in this form, so that is a bug or a forgery */
export function readDamagesOnSketch(stored: string): readonly DamageOnSketch[] {
  return storedSchema
    .parse(JSON.parse(stored))
    .map((damage) => ({ ...damage, x: perMille(damage.x), y: perMille(damage.y) }));
}

const place = z.int().refine(isPerMille);

const storedSchema = z.array(
  z.strictObject({
    id: z.string(),
    view: z.enum(sketchViews),
    x: place,
    y: place,
    kind: z.enum(damageKinds),
    size: z.enum(damageSizes),
    note: z.string(),
    found_at: instantField,
    status: z.enum(statuses),
  }),
);

function kept(damage: Damage, status: DamageOnSketch['status']): DamageOnSketch {
  const { id, view, position, kind, size, note, foundAt } = damage;
  return { id, view, x: position.x, y: position.y, kind, size, note: note ?? '', found_at: foundAt, status };
}

/** By code units, as the replica orders texts: in every language alike. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
