import { z } from 'zod';
import { formatDay, formatInstant, formatTime } from '#shared/time/format-time.ts';
import { type Instant, addDays, dayOf, now } from '#shared/time/instant.ts';
import type { Counter, Rows } from '../app/counter/counter.ts';
import type { Accessory } from '#shared/contracts/handover.ts';
import { joinAccessories } from '#shared/contracts/typed-accessories.ts';
import { reservedOptions } from '#shared/contracts/reserved-options.ts';
import { noOptions } from '#shared/pricing/rental-options.ts';
import {
  type DriverPart,
  type PersonPart,
  type Whom,
  driverPart,
  personPart,
} from '../app/drafts/customer-part.ts';
import { addDraft } from '../app/drafts/drafts.ts';
import { formatKilometres } from '../ui/format-kilometres.ts';
import { type DraftContent, checkOutDraft } from './draft.ts';

/** What is known when a check-out begins: nothing, the customer, the vehicle, or a whole reservation. */
export const draftStart = z.object({
  customerId: z.uuid().optional(),
  vehicleId: z.uuid().optional(),
  reservationId: z.uuid().optional(),
});

export type DraftStart = z.infer<typeof draftStart>;

/** Begins a check-out, filled with what is known. Returns the id of its draft. */
export async function beginCheckOut({ rows, place }: Counter, start: DraftStart): Promise<string> {
  const at = now();
  let draft = emptyCheckOut(at, place.branchId);
  if (start.reservationId !== undefined) draft = await withReservation(rows, draft, start.reservationId);
  if (start.customerId !== undefined) draft = { ...draft, ...(await knownCustomer(rows, start.customerId)) };
  if (start.vehicleId !== undefined) draft = await withVehicle(rows, draft, start.vehicleId);
  return await addDraft(rows, checkOutDraft, draft);
}

/** One day from now, rounded to the quarter of an hour that a person would say. */
export function emptyCheckOut(at: Instant, branchId: string): DraftContent {
  const today = dayOf(at);
  const [hours = '0', minutes = '0'] = formatTime(at).split(':');
  const time = `${hours}:${String(Math.floor(Number(minutes) / 15) * 15).padStart(2, '0')}`;
  return {
    touched: false,
    reservationId: '',
    ...customerPart(''),
    vehicleId: '',
    start: `${formatDay(today)} ${time}`,
    end: `${formatDay(addDays(today, 1))} ${time}`,
    returnBranchId: branchId,
    options: noOptions,
    vouchers: '',
    odometer: '',
    fuelEighths: 8,
    keys: '1',
    accessories: [],
    moreAccessories: '',
    note: '',
    found: [],
    repaired: [],
    depositMethod: 'card',
    payNow: 'later',
    signature: null,
    signedFor: '',
  };
}

/** Who rents and drives, whole: whatever was there of somebody else goes. */
export const customerPart = (whom: Whom): PersonPart & DriverPart => ({
  ...personPart(whom),
  ...driverPart(whom),
});

/** Takes over a known customer, whose licence is the driver's as far as it is known; nobody when they are not on this machine. */
export async function knownCustomer(rows: Rows, customerId: string): Promise<PersonPart & DriverPart> {
  const customer = await rows
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', customerId)
    .executeTakeFirst();
  return customerPart(customer ?? '');
}

/**
 * Takes over a vehicle with its last known kilometres and fuel, and with what came back with it. What was seen of another goes with that.
 */
export async function withVehicle(rows: Rows, draft: DraftContent, vehicleId: string): Promise<DraftContent> {
  const [vehicle, last] = await Promise.all([
    rows
      .selectFrom('vehicles')
      .select(['id', 'odometer_km', 'fuel_eighths'])
      .where('id', '=', vehicleId)
      .executeTakeFirst(),
    rows
      .selectFrom('handovers')
      .select('accessories')
      .where('vehicle_id', '=', vehicleId)
      .orderBy('handed_over_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ]);
  if (!vehicle) return draft;
  const came = joinAccessories(JSON.parse(last?.accessories ?? '[]') as readonly Accessory[]);
  const accessories = came.map(({ name, count }) => ({ name, count: String(count) }));
  return {
    ...draft,
    ...(vehicle.id === draft.vehicleId
      ? {}
      : { found: [], repaired: [], keys: '1', accessories, moreAccessories: '' }),
    vehicleId: vehicle.id,
    odometer: formatKilometres(vehicle.odometer_km),
    fuelEighths: vehicle.fuel_eighths,
  };
}

async function withReservation(rows: Rows, draft: DraftContent, id: string): Promise<DraftContent> {
  const reservation = await rows
    .selectFrom('contracts')
    .select(['id', 'customer_id', 'vehicle_id', 'starts_at', 'ends_at', 'return_branch_id'])
    .select(['terms', 'note'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!reservation) return draft;
  const { starts_at: startsAt, ends_at: endsAt } = reservation;
  const options = reservedOptions(reservation.terms);
  const taken: DraftContent = {
    ...draft,
    reservationId: id,
    start: formatInstant(startsAt),
    end: formatInstant(endsAt),
    returnBranchId: reservation.return_branch_id,
    options,
    vouchers: options.vouchers.join(' '),
    note: reservation.note,
  };
  const known = { ...taken, ...(await knownCustomer(rows, reservation.customer_id)) };
  return reservation.vehicle_id ? await withVehicle(rows, known, reservation.vehicle_id) : known;
}
