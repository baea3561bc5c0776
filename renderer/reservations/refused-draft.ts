import { reservedOptions } from '#shared/contracts/reserved-options.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { type RefusedOperation, readRefused } from '../app/attention/refused-payload.ts';
import type { Rows } from '../app/counter/counter.ts';
import type { ReservationDraft } from './draft.ts';
import { knownCustomer } from './known-customer.ts';

/**
 * A draft with what was entered in a change that the server refused, on top of what stands now: to be put right and saved.
 * Null when the refusal is not on this machine, or cannot be read.
 */
export async function refusedDraft(
  rows: Rows,
  stands: ReservationDraft,
  refusalId: string,
): Promise<ReservationDraft | null> {
  const refusal = await rows
    .selectFrom('refused_changes')
    .select('payload')
    .where('id', '=', refusalId)
    .executeTakeFirst();
  const ops = readRefused(refusal?.payload ?? '') ?? [];
  const plan = ops.find(({ table }) => table === 'contracts')?.data;
  if (!plan) return null;
  const renter = ops.find(({ table, op }) => table === 'customers' && op === 'PUT');
  const options = typeof plan['terms'] === 'string' ? reservedOptions(plan['terms']) : stands.options;
  return {
    ...stands,
    refusalId,
    touched: true,
    kind: plan['status'] === undefined ? stands.kind : plan['status'] === 'quote' ? 'quote' : 'reservation',
    ...(await renterOf(rows, renter, plan['customer_id'])),
    start: momentOf(plan['starts_at']) ?? stands.start,
    end: momentOf(plan['ends_at']) ?? stands.end,
    categoryId: textOf(plan['category_id']) ?? stands.categoryId,
    vehicleId: plan['vehicle_id'] === null ? '' : (textOf(plan['vehicle_id']) ?? stands.vehicleId),
    returnBranchId: textOf(plan['return_branch_id']) ?? stands.returnBranchId,
    options,
    vouchers: options.vouchers.join(' '),
    note: textOf(plan['note']) ?? stands.note,
  };
}

/** Somebody known; or the person who was entered with it, and refused with it. */
async function renterOf(
  rows: Rows,
  entered: RefusedOperation | undefined,
  customerId: string | number | null | undefined,
): Promise<Partial<ReservationDraft>> {
  if (typeof customerId !== 'string') return {};
  const known = await knownCustomer(rows, customerId);
  if (known.customerId !== '' || !entered) return known;
  const text = (column: string): string => textOf(entered.data[column]) ?? '';
  const language = text('language');
  return {
    ...known,
    firstName: text('first_name'),
    lastName: text('last_name'),
    street: text('street'),
    buildingNumber: text('building_number'),
    postalCode: text('postal_code'),
    town: text('town'),
    country: text('country'),
    phone: text('phone'),
    email: text('email'),
    ...(language === 'fr' || language === 'it' || language === 'en' ? { language } : { language: 'de' }),
  };
}

function textOf(value: string | number | null | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** As the field shows it; what is no moment is left to what stands. */
function momentOf(value: string | number | null | undefined): string | undefined {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return undefined;
  return formatInstant(instant(new Date(value)));
}
