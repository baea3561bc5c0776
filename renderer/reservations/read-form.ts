import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant } from '#shared/time/instant.ts';
import type { RentalOptions } from '#shared/pricing/rental-options.ts';
import { isUnreadable } from '../ui/fields/entry.ts';
import { typedPeriod } from '../ui/fields/typed-period.ts';
import type { ReservationDraft } from './draft.ts';
import { type ReserveForm, type ReserveFormInput, reserveForm } from './reserve-form.ts';

const codes = ['required', 'too_long', 'country', 'email', 'phone', 'characters'] as const;
export type FieldCode = (typeof codes)[number] | 'invalid';
export type FieldErrors = Readonly<Partial<Record<keyof ReservationDraft, FieldCode>>>;

/** What was chosen, with the vouchers as they were typed. */
export function optionsOf({ options, vouchers }: ReservationDraft): RentalOptions {
  return {
    ...options,
    vouchers: vouchers
      .split(/[\s,;]+/)
      .filter(Boolean)
      .slice(0, 5),
  };
}

/** Turns what was typed into a form, or says field by field what is wrong. */
export function readForm(
  draft: ReservationDraft,
  now: Instant,
): Result<ReserveForm, { readonly code: 'fields'; readonly errors: FieldErrors }> {
  const { start, end } = typedPeriod(draft, now);
  const input: ReserveFormInput = {
    reservationId: draft.reservationId === '' ? null : draft.reservationId,
    kind: draft.kind,
    customer:
      draft.customerId === ''
        ? {
            kind: 'new',
            person: {
              firstName: draft.firstName,
              lastName: draft.lastName,
              street: draft.street,
              buildingNumber: draft.buildingNumber,
              postalCode: draft.postalCode,
              town: draft.town,
              country: draft.country,
              phone: draft.phone,
              email: draft.email.trim(),
              language: draft.language,
            },
          }
        : { kind: 'existing', id: draft.customerId },
    categoryId: draft.categoryId,
    vehicleId: draft.vehicleId === '' ? null : draft.vehicleId,
    startsAt: start.value ?? '',
    endsAt: end.value ?? '',
    returnBranchId: draft.returnBranchId,
    options: optionsOf(draft),
    note: draft.note,
  };
  const parsed = reserveForm.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const errors: Partial<Record<keyof ReservationDraft, FieldCode>> = {};
  for (const issue of parsed.error.issues) {
    if (issue.path.includes('vouchers')) errors.vouchers = 'too_long';
    const name = String(issue.path.at(-1) ?? '');
    const field = name === 'startsAt' ? 'start' : name === 'endsAt' ? 'end' : name;
    if (!(field in draft)) continue;
    errors[field as keyof ReservationDraft] ??= codes.find((code) => code === issue.message) ?? 'invalid';
  }
  // What cannot be read says so itself, in its own words.
  if (isUnreadable(start)) errors.start = 'invalid';
  if (isUnreadable(end)) errors.end = 'invalid';
  return refuse({ code: 'fields', errors });
}
