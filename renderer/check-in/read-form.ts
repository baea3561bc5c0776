import type { Rappen } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import { optionalFault, requiredFault, typedEntry } from '../ui/fields/entry.ts';
import { kilometreReader, momentReader, wholeReader } from '../ui/fields/readers.ts';
import { costReader } from '../app/damage/draft-damage.ts';
import { foundAt } from '../app/damage/found-damage.ts';
import type { CheckInDraft, Step } from './draft.ts';
import type { CheckInForm } from './return-vehicle.ts';

export const keysReader = wholeReader(0, 20);
export const countReader = wholeReader(0, 99);

export type FieldName = 'at' | 'odometer' | 'driven' | 'keys' | 'accessories' | 'costs';
export type FieldErrors = Partial<Record<FieldName, 'required' | 'invalid'>>;

/** The fields as they mean something; what is empty or cannot be read is null. */
export function entriesOf(draft: CheckInDraft, now: Instant) {
  return {
    at: typedEntry(momentReader(now), draft.at),
    odometer: typedEntry(kilometreReader, draft.odometer),
    driven: typedEntry(kilometreReader, draft.driven),
    keys: typedEntry(keysReader, draft.keys),
    accessories: draft.accessories.map(({ name, count }) => ({
      name,
      count: typedEntry(countReader, count),
    })),
    costs: draft.found.map(({ cost }) => typedEntry(costReader, cost)),
  };
}

/**
 * The draft as the command takes it, or which fields are wrong.
 *
 * @param wentOut when the car went out: a field shows minutes, and one that is back within the minute is not back before
 */
export function readForm(
  draft: CheckInDraft,
  now: Instant,
  signedName: string,
  wentOut?: Instant,
): Result<CheckInForm, { readonly code: 'fields'; readonly errors: FieldErrors }> {
  const { at, odometer, driven, keys, accessories, costs } = entriesOf(draft, now);
  const wrong = {
    at: requiredFault(at),
    odometer: requiredFault(odometer),
    driven: optionalFault(driven),
    keys: requiredFault(keys),
    accessories: accessories.map(({ count }) => requiredFault(count)).find((code) => code !== undefined),
    costs: costs.map(optionalFault).find((code) => code !== undefined),
  };
  const errors = Object.fromEntries(
    Object.entries(wrong).filter(([, code]) => code !== undefined),
  ) as FieldErrors;
  if (Object.keys(errors).length > 0 || at.value === null || odometer.value === null || keys.value === null)
    return refuse({ code: 'fields', errors });
  const isSameMinute = wentOut !== undefined && formatInstant(wentOut) === formatInstant(at.value);
  const backAt = isSameMinute && at.value <= wentOut ? instant(new Date(Date.parse(wentOut) + 1)) : at.value;
  return ok({
    contractId: draft.contractId,
    at: backAt,
    odometerKm: odometer.value,
    fuelEighths: draft.fuelEighths,
    cleanliness: draft.cleanliness,
    keys: keys.value,
    accessories: accessories.map(({ name, count }) => ({ name, count: count.value ?? 0 })),
    found: draft.found.map(({ damage, photos }, index) =>
      foundAt({ damage, photos, cost: positive(costs[index]?.value ?? null) }, backAt),
    ),
    repaired: draft.repaired,
    drivenKilometres: driven.value,
    notes: draft.notes,
    renter: draft.renter,
    signature: draft.renter === 'key_box' ? null : draft.signature,
    signedName,
    method: draft.method,
  });
}

/** Nothing is asked for nothing. */
const positive = (cost: Rappen | null): Rappen | null => (cost === 0 ? null : cost);

/** The step on which a field is entered. */
export function stepOf(field: FieldName): Step {
  return field === 'costs' ? 2 : 1;
}
