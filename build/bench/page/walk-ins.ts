import { sql } from 'kysely';
import { type CheckOutForm, checkOutForm } from '#shared/contracts/check-out-form.ts';
import { addDays, atWallClock, dayOf, isoDay, now } from '#shared/time/instant.ts';
import { formatTime } from '#shared/time/format-time.ts';
import type { Counter } from '#renderer/app/counter/counter.ts';
import { signature } from '../../demo/rent.ts';

/**
 * So many walk-ins as the screens hand them over: each with another free vehicle and another customer on file. What is promised to
 * somebody for today or tomorrow is not given away.
 */
export async function walkIns({ rows, place }: Counter, count: number): Promise<CheckOutForm[]> {
  const promisedUntil = atWallClock(addDays(dayOf(now()), 2), '00:00');
  const vehicles = await rows
    .selectFrom('vehicles')
    .select(['id', 'odometer_km'])
    .where('status', '=', 'active')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('contracts')
            .select(sql<number>`1`.as('one'))
            .whereRef('vehicle_id', '=', 'vehicles.id')
            .where((contract) =>
              contract.or([
                contract('status', '=', 'out'),
                contract.and([
                  contract('status', 'in', ['reserved', 'to_assign']),
                  contract('starts_at', '<', promisedUntil),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('id')
    .limit(count)
    .execute();
  const customers = await rows
    .selectFrom('customers')
    .selectAll()
    .where('kind', '=', 'person')
    .where('licence_number', '<>', '')
    .where('born_on', '<', isoDay('1975-01-01'))
    .where('licence_since', '>', isoDay('1999-01-01'))
    .where('licence_since', '<', isoDay('2015-01-01'))
    .limit(2_000)
    .execute();
  if (vehicles.length < count || customers.length === 0) throw new Error('there are too few free vehicles');
  const start = now();
  return vehicles.map((vehicle, index) => {
    const customer = customers[index % customers.length];
    if (!customer) throw new Error('there are no customers');
    const form = checkOutForm.safeParse({
      reservationId: null,
      customer: { kind: 'existing', id: customer.id },
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
      endsAt: atWallClock(addDays(dayOf(start), 1 + (index % 9)), formatTime(start)),
      returnBranchId: place.branchId,
      odometerKm: vehicle.odometer_km + 4,
      fuelEighths: 7,
      note: '',
      depositMethod: 'card',
      signature,
    });
    if (!form.success) throw new Error(`the walk-in of ${customer.id}: ${form.error.message}`);
    return form.data;
  });
}
