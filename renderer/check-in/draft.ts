import { z } from 'zod';
import { type Signature, signatureField } from '#shared/contracts/contract-paper-signature.ts';
import { type Cleanliness, cleanlinesses } from '#shared/contracts/handover.ts';
import type { Damage } from '#shared/fleet/damage.ts';
import { damageKinds, damageSizes } from '#shared/fleet/damage-size.ts';
import { isPerMille } from '#shared/fleet/per-mille.ts';
import { sketchViews } from '#shared/fleet/sketch-views.ts';
import type { DraftType } from '../app/drafts/drafts.ts';
import type { CheckInForm, KeptPhoto } from './return-vehicle.ts';

/** A damage that was marked on the sketch, with what is asked for it as it was typed, and its photos. */
export interface DraftDamage {
  readonly damage: Damage;
  readonly cost: string;
  readonly photos: readonly KeptPhoto[];
}

/** What a check-in holds while it is being entered: texts as typed, so that nothing typed is lost or corrected. */
export interface CheckInDraft {
  /** Whether anything was entered; drafts of the version before do not say, and stay. */
  readonly touched: boolean;
  readonly contractId: string;
  /** For the pill: the plate, or the renter. */
  readonly title: string;
  readonly at: string;
  readonly odometer: string;
  readonly driven: string;
  readonly fuelEighths: number;
  readonly cleanliness: Cleanliness;
  readonly keys: string;
  readonly accessories: readonly { readonly name: string; readonly count: string }[];
  readonly found: readonly DraftDamage[];
  /** Known damages that were mended, by id. */
  readonly repaired: readonly string[];
  readonly notes: string;
  readonly renter: 'present' | 'key_box';
  readonly method: CheckInForm['method'];
  readonly signature: Signature | null;
}

const moment = z.iso.datetime();
const place = z.number().refine(isPerMille);

const content = z.object({
  touched: z.boolean().default(true),
  contractId: z.uuid(),
  title: z.string(),
  at: z.string(),
  odometer: z.string(),
  driven: z.string(),
  fuelEighths: z.int().min(0).max(8),
  cleanliness: z.enum(cleanlinesses),
  keys: z.string(),
  accessories: z.array(z.object({ name: z.string(), count: z.string() })),
  found: z.array(
    z.object({
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
    }),
  ),
  repaired: z.array(z.string()),
  notes: z.string(),
  renter: z.enum(['present', 'key_box']),
  method: z.enum(['card', 'cash', 'twint', 'deposit', 'invoice']),
  signature: signatureField.nullable(),
});

export type Step = 1 | 2 | 3;

/** How a check-in is kept while it is entered. */
export const checkInDraft: DraftType<CheckInDraft> = {
  kind: 'check_in',
  // The brands of moments and places are types only: what is checked here is that they are such.
  schema: content as unknown as z.ZodType<CheckInDraft>,
  steps: 3,
  isTouched: ({ touched }) => touched,
  titleOf: ({ title }) => title,
};
