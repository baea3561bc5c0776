import type { Instant } from '#shared/time/instant.ts';
import { dueNow, vehicleNow } from '../app/contracts/holds-now.ts';
import type { Rows } from '../app/counter/counter.ts';

/** Every vehicle of the company with its category and branch. */
export function fleetRows(rows: Rows) {
  return rows
    .selectFrom('vehicles')
    .innerJoin('vehicle_categories', 'vehicle_categories.id', 'vehicles.category_id')
    .innerJoin('branches', 'branches.id', 'vehicles.branch_id')
    .select(['vehicles.id', 'vehicles.plate', 'vehicles.make', 'vehicles.model', 'vehicles.vin'])
    .select(['vehicles.status', 'vehicles.odometer_km', 'vehicles.fuel_eighths', 'vehicles.branch_id'])
    .select(['vehicles.parking_place', 'vehicles.energy'])
    .select(['branches.name as branch', 'branches.code as branch_code'])
    .select(['vehicle_categories.code as category_code', 'vehicle_categories.name as category'])
    .orderBy('vehicle_categories.position')
    .orderBy('vehicles.plate');
}

/** With which contract each vehicle is out, until when. Asked by itself: few contracts are out, and the status has an index. */
export function outNow(rows: Rows) {
  return rows
    .selectFrom('contracts')
    .where('status', '=', 'out')
    .where('vehicle_id', 'is not', null)
    .select(['id', 'number', 'customer_name'])
    .select([vehicleNow.as('vehicle_id'), dueNow.as('due_at')]);
}

/** Holds that last now. */
export function heldNow(rows: Rows, at: Instant) {
  return rows
    .selectFrom('vehicle_holds')
    .where('starts_at', '<=', at)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .select(['id', 'vehicle_id', 'reason', 'ends_at']);
}

/**
 * The newest contracts of a vehicle, those that were exchanged into it among them. Each half is bounded by itself: a car of ten years
 * has hundreds, and sorting them means reading all of them from the disk.
 */
export function contractsOfVehicle(rows: Rows, vehicleId: string, atMost: number) {
  const newest = () =>
    rows
      .selectFrom('contracts')
      .select(['id', 'number', 'status', 'customer_name', 'starts_at', dueNow.as('due_at')])
      .orderBy('starts_at', 'desc')
      .limit(atMost);
  return rows
    .selectFrom(newest().where('vehicle_id', '=', vehicleId).as('rented'))
    .selectAll()
    .union((or) =>
      or
        .selectFrom(
          newest()
            .where('id', 'in', (eb) =>
              eb.selectFrom('amendments').select('contract_id').where('vehicle_id', '=', vehicleId),
            )
            .as('exchanged'),
        )
        .selectAll(),
    )
    .orderBy('starts_at', 'desc')
    .limit(atMost);
}

export type FleetRow = Awaited<ReturnType<ReturnType<typeof fleetRows>['execute']>>[number];
export type OutRow = Awaited<ReturnType<ReturnType<typeof outNow>['execute']>>[number];
export type HeldRow = Awaited<ReturnType<ReturnType<typeof heldNow>['execute']>>[number];
