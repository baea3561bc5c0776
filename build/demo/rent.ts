import { checkOutForm } from '#shared/contracts/check-out-form.ts';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import { must } from '#shared/result/result.ts';
import { addDays, atWallClock, dayOf, isoDay, now } from '#shared/time/instant.ts';
import { formatTime } from '#shared/time/format-time.ts';
import type { Counter } from '#renderer/app/counter/counter.ts';
import type { SeenDamages } from '#renderer/check-out/seen-damages.ts';
import { signContract } from '#renderer/check-out/sign-contract.ts';
import type { PayNow } from '#renderer/check-out/pay-now.ts';
import type { SignedContract } from '#renderer/check-out/write-contract.ts';
import { freeVehicles } from '#renderer/app/fleet/free-vehicles.ts';

/** A signature as a hand would draw it: one wave, then a stroke under it. */
export const signature: Signature = {
  width: 600,
  height: 180,
  strokes: [
    Array.from({ length: 60 }, (_, index): [number, number] => [
      60 + index * 6,
      Math.round(95 + Math.sin(index / 3) * 38 * (1 - index / 90)),
    ]),
    [
      [70, 150],
      [420, 140],
    ],
  ],
};

export interface Rental {
  readonly customerId: string;
  readonly vehicleId?: string;
  readonly days: number;
  /** By card if not given; cash needs a drawer that is open. */
  readonly depositMethod?: 'card' | 'cash';
  /** Drawn if not given. */
  readonly signature?: Signature;
  /** At its return if not given. */
  readonly payNow?: PayNow;
}

/** Checks out a walk-in as the screens do: a free vehicle, the licence as the customer's file has it, signed on the pad. */
export async function rent(
  counter: Counter,
  { customerId, vehicleId, days, depositMethod = 'card', signature: given = signature, payNow }: Rental,
  seen?: SeenDamages,
): Promise<SignedContract> {
  const { rows, place } = counter;
  const vehicles = await freeVehicles(rows, place.branchId).execute();
  const chosenId = vehicleId ?? vehicles[0]?.id;
  if (chosenId === undefined) throw new Error('no vehicle is free');
  const vehicle = await rows
    .selectFrom('vehicles')
    .select(['id', 'odometer_km'])
    .where('id', '=', chosenId)
    .executeTakeFirstOrThrow();
  const customer = await rows
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow();
  const start = now();
  const form = checkOutForm.parse({
    reservationId: null,
    customer: { kind: 'existing', id: customerId },
    driver: {
      firstName: customer.first_name,
      lastName: customer.last_name,
      bornOn: customer.born_on,
      licenceNumber: customer.licence_number,
      licenceCategory: customer.licence_category,
      licenceSince: customer.licence_since,
      licenceCountry: customer.licence_country,
    },
    vehicleId: vehicle.id,
    startsAt: start,
    endsAt: atWallClock(addDays(dayOf(start), days), formatTime(start)),
    returnBranchId: place.branchId,
    odometerKm: vehicle.odometer_km + 4,
    fuelEighths: 7,
    note: '',
    depositMethod,
    signature: given,
  });
  return must(await signContract(counter, form, null, seen, payNow));
}

/** A private person of the replica whose licence is on file. */
export async function someCustomer(counter: Counter, position: number) {
  return await counter.rows
    .selectFrom('customers')
    .select(['id', 'first_name', 'last_name'])
    .where('kind', '=', 'person')
    .where('licence_number', '<>', '')
    .where('born_on', '<', isoDay('1995-01-01'))
    .where('licence_since', '<', isoDay('2015-01-01'))
    .orderBy('last_name')
    .orderBy('id')
    .offset(position)
    .limit(1)
    .executeTakeFirstOrThrow();
}
