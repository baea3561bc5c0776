import { z } from 'zod';
import { reservedOptions } from '#shared/contracts/reserved-options.ts';
import { noOptions } from '#shared/pricing/rental-options.ts';
import { listName } from '#shared/parties/party-name.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { addDays, atWallClock, dayOf, instant, now } from '#shared/time/instant.ts';
import type { Counter, Rows } from '../app/counter/counter.ts';
import { partyOf } from '../app/counter/party-of.ts';
import { addDraft } from '../app/drafts/drafts.ts';
import { readablePhone } from '../ui/readable-phone.ts';
import { type ReservationDraft, reservationDraft } from './draft.ts';
import { openReservation } from './gather-reservation.ts';

/** What is known when a reservation begins: nothing, the customer, a vehicle and a day of the plan, or all of it. */
export const reservationStart = z.object({
  reservationId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  vehicleId: z.uuid().optional(),
  categoryId: z.uuid().optional(),
  startsAt: z.iso.datetime().optional(),
});

export type ReservationStart = z.infer<typeof reservationStart>;

/** Begins a reservation, or opens one that stands; goes on with a draft of it that was begun. Null when it is gone. */
export async function beginReservation(
  { rows, place }: Counter,
  start: ReservationStart,
): Promise<string | null> {
  const { reservationId } = start;
  if (reservationId !== undefined) {
    const begun = await rows
      .selectFrom('drafts')
      .select(['id', 'content'])
      .where('kind', '=', 'reservation')
      .execute();
    const same = begun.find(({ content }) => content.includes(`"reservationId":"${reservationId}"`));
    if (same) return same.id;
  }
  const draft =
    reservationId === undefined
      ? await freshDraft(rows, place.branchId, start)
      : await standingDraft(rows, reservationId);
  return draft === null ? null : await addDraft(rows, reservationDraft, draft);
}

async function freshDraft(rows: Rows, branchId: string, start: ReservationStart): Promise<ReservationDraft> {
  const tomorrow = addDays(dayOf(now()), 1);
  const startsAt = start.startsAt === undefined ? atWallClock(tomorrow, '09:00') : instant(start.startsAt);
  const endsAt = atWallClock(addDays(dayOf(startsAt), 1), formatInstant(startsAt).slice(11));
  const vehicle =
    start.vehicleId === undefined
      ? undefined
      : await rows
          .selectFrom('vehicles')
          .select('category_id')
          .where('id', '=', start.vehicleId)
          .executeTakeFirst();
  const draft: ReservationDraft = {
    reservationId: '',
    kind: 'reservation',
    was: 'new',
    touched: false,
    customerId: '',
    customerName: '',
    customerAbout: '',
    firstName: '',
    lastName: '',
    street: '',
    buildingNumber: '',
    postalCode: '',
    town: '',
    country: 'CH',
    phone: '',
    email: '',
    language: 'de',
    start: formatInstant(startsAt),
    end: formatInstant(endsAt),
    categoryId: vehicle?.category_id ?? start.categoryId ?? '',
    vehicleId: start.vehicleId ?? '',
    returnBranchId: branchId,
    options: noOptions,
    vouchers: '',
    note: '',
  };
  return start.customerId === undefined
    ? draft
    : { ...draft, ...(await knownCustomer(rows, start.customerId)) };
}

async function standingDraft(rows: Rows, reservationId: string): Promise<ReservationDraft | null> {
  const row = await openReservation(rows, reservationId).executeTakeFirst();
  if (!row) return null;
  const kind = row.status === 'quote' ? 'quote' : 'reservation';
  const options = reservedOptions(row.terms);
  return {
    ...(await freshDraft(rows, row.return_branch_id, {})),
    ...(await knownCustomer(rows, row.customer_id)),
    reservationId,
    kind,
    was: kind,
    start: formatInstant(instant(row.starts_at)),
    end: formatInstant(instant(row.ends_at)),
    categoryId: row.category_id,
    vehicleId: row.vehicle_id ?? '',
    options,
    vouchers: options.vouchers.join(' '),
    note: row.note,
  };
}

/** The customer as the screen names them; nothing when they are not on this machine. */
export async function knownCustomer(
  rows: Rows,
  customerId: string,
): Promise<Pick<ReservationDraft, 'customerId' | 'customerName' | 'customerAbout'>> {
  const customer = await rows
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!customer) return { customerId: '', customerName: '', customerAbout: '' };
  return {
    customerId,
    customerName: listName(partyOf(customer)),
    customerAbout: [
      `${customer.street} ${customer.building_number}`.trim(),
      `${customer.postal_code} ${customer.town}`.trim(),
      readablePhone(customer.phone),
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
