import { z } from 'zod';
import { signatureField } from '#shared/contracts/contract-paper-signature.ts';
import { noOptions, rentalOptionsSchema } from '#shared/pricing/rental-options.ts';
import { draftDamages } from '../app/damage/draft-damage.ts';
import type { DraftType } from '../app/drafts/drafts.ts';

const condition = z.object({ odometer: z.string(), fuelEighths: z.int().min(0).max(8), keys: z.string() });

/** What a change of a contract holds while it is being entered: texts as typed, so that nothing typed is lost or corrected. */
const content = z.object({
  contractId: z.uuid(),
  /** For the pill: the plate, or the renter. */
  title: z.string(),
  until: z.string(),
  returnBranchId: z.string(),
  /** What is added, on top of what there is. */
  added: rentalOptionsSchema,
  joins: z.boolean(),
  driver: z.object({
    id: z.uuid(),
    firstName: z.string(),
    lastName: z.string(),
    bornOn: z.string(),
    licenceNumber: z.string(),
    licenceCategory: z.string(),
    licenceSince: z.string(),
    licenceExpiresOn: z.string(),
    licenceCountry: z.string(),
  }),
  exchanges: z.boolean(),
  /** Whether anything was entered; a draft of before this was known was. */
  touched: z.boolean().default(true),
  reason: z.string(),
  courtesy: z.boolean(),
  back: condition,
  notes: z.string(),
  /** Of the one that comes back; a draft of before this was asked has none. */
  found: draftDamages.default([]),
  repaired: z.array(z.string()).readonly().default([]),
  /** Empty while none is chosen. */
  vehicleId: z.string(),
  out: condition,
  signature: signatureField.nullable(),
  /** What the amendment said when it was given; drafts of the version before do not say. */
  signedFor: z.string().default(''),
});

export type ChangeDraft = z.infer<typeof content>;
export type DraftCondition = z.infer<typeof condition>;
export type Step = 1 | 2 | 3;

/** How a change of a contract is kept while it is entered. */
export const changeDraft: DraftType<ChangeDraft> = {
  kind: 'contract_change',
  schema: content,
  steps: 3,
  isTouched: ({ touched }) => touched,
  titleOf: ({ title }) => title,
};

/** A change that changes nothing yet. */
export function emptyDraft(
  known: Pick<ChangeDraft, 'contractId' | 'title' | 'until' | 'returnBranchId'> & {
    readonly driverId: string;
  },
  out: { readonly fuelEighths: number; readonly keys: number },
): ChangeDraft {
  const { driverId, ...rest } = known;
  return {
    ...rest,
    touched: false,
    added: noOptions,
    joins: false,
    driver: {
      id: driverId,
      firstName: '',
      lastName: '',
      bornOn: '',
      licenceNumber: '',
      licenceCategory: 'B',
      licenceSince: '',
      licenceExpiresOn: '',
      licenceCountry: 'CH',
    },
    exchanges: false,
    reason: '',
    courtesy: false,
    back: { odometer: '', fuelEighths: out.fuelEighths, keys: String(out.keys) },
    notes: '',
    found: [],
    repaired: [],
    vehicleId: '',
    out: { odometer: '', fuelEighths: 8, keys: '1' },
    signature: null,
    signedFor: '',
  };
}
