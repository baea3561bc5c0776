import { uuidv7 } from 'uuidv7';
import { momentsAt } from '#shared/fines/fine-moments.ts';
import type { FineRefusal } from '#shared/fines/fine-refusal.ts';
import type { Fine } from '#shared/fines/fine-register.ts';
import { resolveFine } from '#shared/fines/resolve-fine.ts';
import { checkPlate } from '#shared/fleet/plate.ts';
import type { Address } from '#shared/parties/address.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type IsoDay, now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { nextNumber } from '../app/counter/next-number.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { fineRegisterOf } from './fine-register-of.ts';

/** A fine as it lies on the desk. */
export interface FineForm extends Fine {
  readonly authority: { readonly name: string; readonly addition: string; readonly address: Address };
  /** The authority's own. */
  readonly reference: string;
  readonly place: string;
  readonly offence: string;
  readonly receivedOn: IsoDay;
}

/** In the order in which they are asked for. */
export const neededTexts = ['reference', 'place', 'offence', 'authority', 'postcode', 'town'] as const;

/** What a fine cannot do without. The letter goes to the authority: somewhere, even where no street is needed. */
export type NeededText = (typeof neededTexts)[number];

export type RecordRefusal =
  | { readonly code: 'first_sync_missing' }
  | { readonly code: 'field_missing'; readonly field: NeededText }
  | { readonly code: 'received_before' }
  | { readonly code: 'fine'; readonly because: FineRefusal };

/** These say that what was typed cannot be; the others say that nobody had the car, and such a fine is kept too. */
const errors: readonly FineRefusal['code'][] = [
  'fine_plate',
  'fine_time',
  'fine_time_skipped',
  'fine_in_future',
  'fine_too_old',
  'fine_time_twice',
  'several_vehicles',
  'vehicle_without_plate',
];

/**
 * Keeps a fine under the next number of this counter, with the vehicle, the contract and the driver it leads to. One that leads
 * to nobody, because the car stood at the company, is kept as received: it has a deadline all the same.
 */
export async function recordFine(
  counter: Counter,
  form: FineForm,
): Promise<Result<{ readonly fineId: string; readonly number: string }, RecordRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const { authority, reference, place, offence } = form;
  const { postcode, town } = authority.address;
  const asked = { authority: authority.name, reference, place, offence, postcode, town };
  for (const field of neededTexts)
    if (asked[field].trim() === '') return refuse({ code: 'field_missing', field });
  if (form.receivedOn < form.day) return refuse({ code: 'received_before' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const resolved = resolveFine(form, await fineRegisterOf(tx, form.plate), at);
    if (!resolved.ok && errors.includes(resolved.refusal.code))
      return refuse({ code: 'fine', because: resolved.refusal });
    const found = resolved.ok ? resolved.value : null;
    const plate = checkPlate(form.plate);
    const shown = momentsAt(form.day, form.time);
    const moment = found?.moments[0] ?? (form.hour === 'second' ? shown.at(-1) : shown[0]) ?? at;
    const { text: number } = await nextNumber(tx, counter.place, 'fine', at);
    const fineId = uuidv7();
    await tx.write(
      tx.insertInto('fines').values({
        id: fineId,
        company_id: counter.place.companyId,
        branch_id: counter.place.branchId,
        counter_id: counter.place.counterId,
        clerk_id: counter.place.clerkId,
        number,
        status: found === null ? 'received' : 'resolved',
        authority: JSON.stringify({
          name: authority.name.trim(),
          addition: authority.addition.trim(),
          street: authority.address.street,
          building_number: authority.address.houseNumber,
          postal_code: authority.address.postcode,
          town: authority.address.town,
          country: authority.address.country,
        }),
        authority_reference: reference.trim(),
        plate: plate.ok ? plate.value : form.plate,
        offence_at: moment,
        place: place.trim(),
        offence: offence.trim(),
        received_on: form.receivedOn,
        vehicle_id:
          found?.vehicleId ??
          (!resolved.ok && 'vehicleId' in resolved.refusal ? resolved.refusal.vehicleId : null),
        contract_id: found?.contractId ?? null,
        driver_name: found?.who.kind === 'driver' ? found.who.driver.name : '',
        created_at: at,
      }),
    );
    return ok({ fineId, number });
  });
}
