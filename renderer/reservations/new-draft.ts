import { z } from 'zod';
import { reservedOptions } from '#shared/contracts/reserved-options.ts';
import { noOptions } from '#shared/pricing/rental-options.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { addDays, atWallClock, dayOf, instant, now } from '#shared/time/instant.ts';
import type { Counter, Rows } from '../app/counter/counter.ts';
import { addDraft } from '../app/drafts/drafts.ts';
import { type ReservationDraft, reservationDraft } from './draft.ts';
import { openReservation } from './gather-reservation.ts';
import { customerPart, knownCustomer } from './known-customer.ts';
import { refusedDraft } from './refused-draft.ts';

/** What is known when a reservation begins: nothing, the customer, a vehicle and a day of the plan, or all of it. */
export const reservationStart = z.object({
  reservationId: z.uuid().optional(),
  /** A refused change to be put right. */
  refusalId: z.uuid().optional(),
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
  const { reservationId, refusalId } = start;
  const sought =
    refusalId === undefined
      ? reservationId && `"reservationId":"${reservationId}"`
      : `"refusalId":"${refusalId}"`;
  if (sought !== undefined) {
    const begun = await rows
      .selectFrom('drafts')
      .select(['id', 'content'])
      .where('kind', '=', 'reservation')
      .execute();
    const same = begun.find(({ content }) => content.includes(sought));
    if (same) return same.id;
  }
  const stands =
    reservationId === undefined
      ? await freshDraft(rows, place.branchId, start)
      : await standingDraft(rows, reservationId);
  const draft = stands && refusalId !== undefined ? await refusedDraft(rows, stands, refusalId) : stands;
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
    refusalId: '',
    kind: 'reservation',
    was: 'new',
    touched: false,
    ...customerPart(''),
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
