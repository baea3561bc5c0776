import { z } from 'zod';
import { type Signature, signatureField } from '#shared/contracts/contract-paper-signature.ts';
import { type Cleanliness, cleanlinesses } from '#shared/contracts/handover.ts';
import { type DraftDamage, draftDamages } from '../app/damage/draft-damage.ts';
import type { DraftType } from '../app/drafts/drafts.ts';
import type { CheckInForm } from './return-vehicle.ts';

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
  /** What the report said when it was given. */
  readonly signedFor: string;
}

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
  found: draftDamages,
  repaired: z.array(z.string()),
  notes: z.string(),
  renter: z.enum(['present', 'key_box']),
  method: z.enum(['card', 'cash', 'twint', 'deposit', 'invoice']),
  signature: signatureField.nullable(),
  // Drafts of the version before do not say.
  signedFor: z.string().default(''),
});

export type Step = 1 | 2 | 3;

/** How a check-in is kept while it is entered. */
export const checkInDraft: DraftType<CheckInDraft> = {
  kind: 'check_in',
  schema: content,
  steps: 3,
  isTouched: ({ touched }) => touched,
  titleOf: ({ title }) => title,
};
