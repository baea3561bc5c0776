import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { signatureField } from '#shared/contracts/contract-paper-signature.ts';
import { now } from '#shared/time/instant.ts';
import type { Rows } from '../app/counter/counter.ts';

/** What a check-out holds while it is being entered: texts as typed, so that nothing typed is lost or corrected. */
const content = z.object({
  /** Of a reservation that is being handed over; empty for a walk-in. */
  reservationId: z.string(),
  customerId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  street: z.string(),
  buildingNumber: z.string(),
  postalCode: z.string(),
  town: z.string(),
  country: z.string(),
  phone: z.string(),
  email: z.string(),
  language: z.enum(['de', 'fr', 'it', 'en']),
  driverFirstName: z.string(),
  driverLastName: z.string(),
  bornOn: z.string(),
  licenceNumber: z.string(),
  licenceCategory: z.string(),
  licenceSince: z.string(),
  licenceCountry: z.string(),
  vehicleId: z.string(),
  startDay: z.string(),
  startTime: z.string(),
  endDay: z.string(),
  endTime: z.string(),
  returnBranchId: z.string(),
  odometer: z.string(),
  fuelEighths: z.number(),
  note: z.string(),
  depositMethod: z.enum(['card', 'cash', 'none']),
  signature: signatureField.nullable(),
});

export type DraftContent = z.infer<typeof content>;
export type Step = 1 | 2 | 3 | 4;

/** Reads what was saved; null when it is not a draft of this version. */
export function readDraft(text: string): DraftContent | null {
  try {
    return content.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function draftTitle(draft: DraftContent): string {
  return draft.lastName === '' ? draft.driverLastName : draft.lastName;
}

export async function addDraft(rows: Rows, draft: DraftContent): Promise<string> {
  const id = uuidv7();
  await rows
    .insertInto('drafts')
    .values({
      id,
      kind: 'check_out',
      title: draftTitle(draft),
      step: 1,
      content: JSON.stringify(draft),
      saved_at: now(),
    })
    .execute();
  return id;
}

export async function saveDraft(rows: Rows, id: string, step: Step, draft: DraftContent): Promise<void> {
  await rows
    .updateTable('drafts')
    .set({ title: draftTitle(draft), step, content: JSON.stringify(draft), saved_at: now() })
    .where('id', '=', id)
    .execute();
}

export async function discardDraft(rows: Rows, id: string): Promise<void> {
  await rows.deleteFrom('drafts').where('id', '=', id).execute();
}
