import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, dayOf } from '#shared/time/instant.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { optionalFault, requiredFault, typedEntry } from '../ui/fields/entry.ts';
import {
  kilometreReader,
  momentReader,
  pastDayReader,
  rentalDayReader,
  wholeReader,
} from '../ui/fields/readers.ts';
import type { ChangeForm, Condition } from './change-form.ts';
import type { ChangeDraft, DraftCondition, Step } from './draft.ts';
import type { Gathered } from './gather-change.ts';

const keysReader = wholeReader(0, 20);

export type FieldName =
  | 'until'
  | 'firstName'
  | 'lastName'
  | 'bornOn'
  | 'licenceNumber'
  | 'licenceCategory'
  | 'licenceSince'
  | 'licenceExpiresOn'
  | 'reason'
  | 'vehicleId'
  | 'backOdometer'
  | 'backKeys'
  | 'outOdometer'
  | 'outKeys';
export type FieldErrors = Partial<Record<FieldName, 'required' | 'invalid'>>;

const conditionEntries = ({ odometer, keys }: DraftCondition) => ({
  odometer: typedEntry(kilometreReader, odometer),
  keys: typedEntry(keysReader, keys),
});

/**
 * The fields as they mean something; what is empty or cannot be read is null.
 *
 * @param dueAt what `+2` counts from
 */
export function entriesOf(draft: ChangeDraft, now: Instant, dueAt: Instant) {
  const today = dayOf(now);
  return {
    until: typedEntry(momentReader(now, dueAt), draft.until),
    bornOn: typedEntry(pastDayReader(today), draft.driver.bornOn),
    licenceSince: typedEntry(pastDayReader(today), draft.driver.licenceSince),
    licenceExpiresOn: typedEntry(rentalDayReader(today), draft.driver.licenceExpiresOn),
    back: conditionEntries(draft.back),
    out: conditionEntries(draft.out),
  };
}

const text = (value: string) => (value.trim() === '' ? 'required' : undefined);

/** The draft as the command takes it, or which fields are wrong. */
export function readForm(
  draft: ChangeDraft,
  { holds }: Pick<Gathered, 'holds'>,
  now: Instant,
  signedName: string,
): Result<ChangeForm, { readonly code: 'fields'; readonly errors: FieldErrors }> {
  const entries = entriesOf(draft, now, holds.dueAt);
  const { until, bornOn, licenceSince, licenceExpiresOn, back, out } = entries;
  const { driver } = draft;
  const wrong = {
    until: requiredFault(until),
    ...(draft.joins
      ? {
          firstName: text(driver.firstName),
          lastName: text(driver.lastName),
          bornOn: requiredFault(bornOn),
          licenceNumber: text(driver.licenceNumber),
          licenceCategory: text(driver.licenceCategory),
          licenceSince: requiredFault(licenceSince),
          licenceExpiresOn: optionalFault(licenceExpiresOn),
        }
      : {}),
    ...(draft.exchanges
      ? {
          backOdometer: requiredFault(back.odometer),
          backKeys: requiredFault(back.keys),
          reason: text(draft.reason),
          vehicleId: text(draft.vehicleId),
          outOdometer: requiredFault(out.odometer),
          outKeys: requiredFault(out.keys),
        }
      : {}),
  };
  const errors = Object.fromEntries(
    Object.entries(wrong).filter(([, code]) => code !== undefined),
  ) as FieldErrors;
  if (Object.keys(errors).length > 0) return refuse({ code: 'fields', errors });
  return ok({
    contractId: draft.contractId,
    until: until.value === null || isSameMinute(until.value, holds.dueAt) ? null : until.value,
    returnBranchId: draft.returnBranchId === holds.dueBranchId ? null : draft.returnBranchId,
    extras: draft.added.extras,
    protections: draft.added.protections,
    driver:
      !draft.joins || bornOn.value === null || licenceSince.value === null
        ? null
        : {
            ...driver,
            firstName: driver.firstName.trim(),
            lastName: driver.lastName.trim(),
            bornOn: bornOn.value,
            licenceNumber: driver.licenceNumber.trim(),
            licenceCategory: driver.licenceCategory.trim(),
            licenceSince: licenceSince.value,
            licenceExpiresOn: licenceExpiresOn.value,
          },
    exchange: draft.exchanges
      ? {
          vehicleId: draft.vehicleId,
          reason: draft.reason,
          courtesy: draft.courtesy,
          back: conditionOf(back, draft.back),
          notes: draft.notes,
          found: draft.found.map(({ damage, photos }) => ({ damage, photos })),
          repaired: draft.repaired,
          out: conditionOf(out, draft.out),
        }
      : null,
    signature: draft.signature,
    signedName,
  });
}

/**
 * The form as far as it can be priced: what does not change the price may still be missing, and a driver who is not yet all there
 * is left out. Null while not even that can be read.
 */
export function readForPrice(
  draft: ChangeDraft,
  gathered: Pick<Gathered, 'holds'>,
  now: Instant,
): ChangeForm | null {
  const seen = (condition: DraftCondition): DraftCondition => ({ ...condition, odometer: '0', keys: '0' });
  const exchanges = draft.exchanges && draft.vehicleId !== '';
  const reason = draft.reason.trim() || '–';
  const priced = { ...draft, exchanges, reason, back: seen(draft.back), out: seen(draft.out) };
  for (const joins of [draft.joins, false]) {
    const form = readForm({ ...priced, joins }, gathered, now, '');
    if (form.ok) return form.value;
  }
  return null;
}

const conditionOf = (
  { odometer, keys }: ReturnType<typeof conditionEntries>,
  { fuelEighths }: DraftCondition,
): Condition => ({ odometerKm: odometer.value ?? 0, fuelEighths, keys: keys.value ?? 0 });

/** A field shows minutes: what was not touched is not a change by some seconds. */
const isSameMinute = (one: Instant, other: Instant): boolean => formatInstant(one) === formatInstant(other);

/** The step on which a field is entered. */
export function stepOf(field: FieldName): Step {
  return ['reason', 'vehicleId', 'backOdometer', 'backKeys', 'outOdometer', 'outKeys'].includes(field)
    ? 2
    : 1;
}
