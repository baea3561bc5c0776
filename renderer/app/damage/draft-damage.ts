import { z } from 'zod';
import type { Damage } from '#shared/fleet/damage.ts';
import { damageKinds, damageSizes } from '#shared/fleet/damage-size.ts';
import { isPerMille } from '#shared/fleet/per-mille.ts';
import { sketchViews } from '#shared/fleet/sketch-views.ts';
import { moneyReader } from '../../ui/fields/readers.ts';
import type { KeptPhoto } from './found-damage.ts';

/** A damage that was marked on the sketch, with what is asked for it as it was typed, and its photos. */
export interface DraftDamage {
  readonly damage: Damage;
  readonly cost: string;
  readonly photos: readonly KeptPhoto[];
}

/** How the cost of a damage is read. */
export const costReader = moneyReader(false);

const moment = z.iso.datetime();
const place = z.number().refine(isPerMille);

/** A damage in a draft that was kept. */
const draftDamage = z.object({
  damage: z.object({
    id: z.uuid(),
    view: z.enum(sketchViews),
    position: z.object({ x: place, y: place }),
    kind: z.enum(damageKinds),
    size: z.enum(damageSizes),
    note: z.string().nullable(),
    foundAt: moment,
    photoIds: z.array(z.string()),
  }),
  cost: z.string(),
  photos: z.array(z.object({ id: z.uuid(), sha256: z.string(), size: z.number(), takenAt: moment })),
});

// The brands of moments and places are types only: what is checked here is that they are such.
export const draftDamages = z.array(draftDamage) as unknown as z.ZodType<readonly DraftDamage[]>;
