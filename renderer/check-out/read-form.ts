import { type CheckOutForm, type CheckOutFormInput, checkOutForm } from '#shared/contracts/check-out-form.ts';
import { type Accessory, mostOfOne } from '#shared/contracts/handover.ts';
import { joinAccessories, parseTypedAccessories } from '#shared/contracts/typed-accessories.ts';
import type { RentalOptions } from '#shared/pricing/rental-options.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, type IsoDay, dayOf } from '#shared/time/instant.ts';
import { type TypedMomentRefusal, parseTypedRentalDay } from '#shared/time/parse-typed-moment.ts';
import { parseTypedDay } from '#shared/time/parse-typed.ts';
import { typedPeriod } from '../ui/fields/typed-period.ts';
import type { DraftContent } from './draft.ts';

export type FieldCode =
  | 'required'
  | 'too_long'
  | 'day'
  | 'moment'
  | 'number'
  | 'country'
  | 'email'
  | 'phone'
  | 'characters'
  | 'invalid';

/** What is wrong, by field of the draft. Empty when nothing is. */
export type FieldErrors = Readonly<Partial<Record<keyof DraftContent, FieldCode>>>;

/** The period as typed, where it can be read. */
export function readPeriod(
  draft: Pick<DraftContent, 'start' | 'end'>,
  now: Instant,
): { readonly startsAt: Instant | null; readonly endsAt: Instant | null } {
  const { start, end } = typedPeriod(draft, now);
  return { startsAt: start.value, endsAt: end.value };
}

/** The last day of the licence as typed; null where none is printed. It lies ahead, so two-digit years do too. */
export function readExpiry(
  { licenceExpiresOn }: Pick<DraftContent, 'licenceExpiresOn'>,
  today: IsoDay,
): Result<IsoDay | null, TypedMomentRefusal> {
  return licenceExpiresOn.trim() === '' ? ok(null) : parseTypedRentalDay(licenceExpiresOn, { today });
}

/** Turns what was typed into a form, or says field by field what is wrong. Nothing typed is changed. */
export function readForm(
  draft: DraftContent,
  at: Instant,
): Result<CheckOutForm, { code: 'fields'; errors: FieldErrors }> {
  const today = dayOf(at);
  const born = parseTypedDay(draft.bornOn, today);
  const since = parseTypedDay(draft.licenceSince, today);
  const expires = readExpiry(draft, today);
  const { startsAt, endsAt } = readPeriod(draft, at);
  const isNew = draft.customerId === '';
  const input: CheckOutFormInput = {
    reservationId: draft.reservationId === '' ? null : draft.reservationId,
    customer: isNew
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
    driver: {
      firstName: draft.driverFirstName,
      lastName: draft.driverLastName,
      bornOn: born.ok ? born.value : draft.bornOn.trim(),
      licenceNumber: draft.licenceNumber,
      licenceCategory: draft.licenceCategory,
      licenceSince: since.ok ? since.value : draft.licenceSince.trim(),
      licenceExpiresOn: expires.ok ? expires.value : draft.licenceExpiresOn.trim(),
      licenceCountry: draft.licenceCountry,
    },
    vehicleId: draft.vehicleId,
    startsAt: startsAt ?? '',
    endsAt: endsAt ?? '',
    returnBranchId: draft.returnBranchId,
    options: optionsOf(draft),
    odometerKm: wholeNumber(draft.odometer),
    fuelEighths: draft.fuelEighths,
    keys: wholeNumber(draft.keys),
    accessories: [...accessoriesOf(draft)],
    note: draft.note,
    depositMethod: draft.depositMethod,
    signature: draft.signature,
  };
  const parsed = checkOutForm.safeParse(input);
  const errors: Partial<Record<keyof DraftContent, FieldCode>> = {};
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = issue.path.join('.');
      const field = fields[path];
      if (field) errors[field] ??= codeOf(issue.message);
      else if (path.startsWith('accessories')) errors[accessoryField(draft)] ??= codeOf(issue.message);
      else if (path.startsWith('options.vouchers')) errors.vouchers = 'too_long';
      else if (path === 'startsAt') errors.start ??= momentCode(draft.start);
      else if (path === 'endsAt') errors.end ??= momentCode(draft.end);
    }
  }
  if (isNew && draft.lastName.trim() === '' && draft.firstName.trim() === '') errors.lastName ??= 'required';
  if (parsed.success) return ok(parsed.data);
  return refuse({ code: 'fields', errors });
}

/** What was chosen, with the vouchers as they were typed. */
export function optionsOf({ options, vouchers }: DraftContent): RentalOptions {
  return {
    ...options,
    vouchers: vouchers
      .split(/[\s,;]+/)
      .filter(Boolean)
      .slice(0, 5),
  };
}

/** What goes along, by name; what cannot be counted is no number. */
function accessoriesOf({ accessories, moreAccessories }: DraftContent): readonly Accessory[] {
  return joinAccessories([
    ...accessories.map(({ name, count }) => ({ name, count: wholeNumber(count) })),
    ...parseTypedAccessories(moreAccessories),
  ]);
}

/** Beside a count that is none; else beside what was typed in one line. */
function accessoryField({ accessories }: DraftContent): 'accessories' | 'moreAccessories' {
  return accessories.some(({ count }) => !(wholeNumber(count) <= mostOfOne))
    ? 'accessories'
    : 'moreAccessories';
}

/** `31’846`, `31 846` and `31846` are the same; anything else is not a number. */
function wholeNumber(text: string): number {
  const digits = text.replaceAll(/[\s'’]/g, '');
  return /^\d{1,8}$/.test(digits) ? Number(digits) : Number.NaN;
}

function momentCode(typed: string): FieldCode {
  return typed.trim() === '' ? 'required' : 'moment';
}

const fields: Readonly<Record<string, keyof DraftContent>> = {
  'customer.person.firstName': 'firstName',
  'customer.person.lastName': 'lastName',
  'customer.person.street': 'street',
  'customer.person.buildingNumber': 'buildingNumber',
  'customer.person.postalCode': 'postalCode',
  'customer.person.town': 'town',
  'customer.person.country': 'country',
  'customer.person.phone': 'phone',
  'customer.person.email': 'email',
  'driver.firstName': 'driverFirstName',
  'driver.lastName': 'driverLastName',
  'driver.bornOn': 'bornOn',
  'driver.licenceNumber': 'licenceNumber',
  'driver.licenceCategory': 'licenceCategory',
  'driver.licenceSince': 'licenceSince',
  'driver.licenceExpiresOn': 'licenceExpiresOn',
  'driver.licenceCountry': 'licenceCountry',
  vehicleId: 'vehicleId',
  returnBranchId: 'returnBranchId',
  odometerKm: 'odometer',
  fuelEighths: 'fuelEighths',
  keys: 'keys',
  note: 'note',
};

const codes: readonly string[] = [
  'required',
  'too_long',
  'day',
  'number',
  'country',
  'email',
  'phone',
  'characters',
];

function codeOf(message: string): FieldCode {
  return codes.includes(message) ? (message as FieldCode) : 'invalid';
}

/** The step on which a field is entered. */
export function stepOf(field: keyof DraftContent): 1 | 2 | 3 | 4 {
  switch (field) {
    case 'vehicleId':
    case 'start':
    case 'end':
    case 'returnBranchId':
    case 'options':
    case 'vouchers':
      return 2;
    case 'odometer':
    case 'fuelEighths':
    case 'keys':
    case 'accessories':
    case 'moreAccessories':
    case 'note':
    case 'found':
    case 'repaired':
      return 3;
    case 'signature':
    case 'depositMethod':
    case 'payNow':
      return 4;
    default:
      return 1;
  }
}
