import { sql } from 'kysely';
import type { Rappen } from '#shared/money/rappen.ts';
import type { Instant } from '#shared/time/instant.ts';
import { vehicleNow } from '../contracts/holds-now.ts';
import type { Rows } from '../counter/counter.ts';

/*
 * The plus in `+c.vehicle_id` keeps SQLite from the index on vehicles, which leads to their whole past, and sends it to the
 * one on the status: few contracts are reserved or out, however many there have been.
 */

const atOnce = sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;
const isLasting = sql<boolean>`vehicle_holds.starts_at <= ${atOnce}
  and (vehicle_holds.ends_at is null or vehicle_holds.ends_at > ${atOnce})`;
const isUnderWay = sql<boolean>`vehicle_transfers.leaves_at <= ${atOnce}
  and (vehicle_transfers.arrived_at is null or vehicle_transfers.arrived_at > ${atOnce})`;

/**
 * Vehicles that stand at the branch, are out with nobody, and are neither held nor on their way elsewhere, with today's day price of
 * a short rental and the next reservation: the clerk decides whether the vehicle is back in time.
 */
export function freeVehicles(rows: Rows, branchId: string) {
  return rows
    .selectFrom('vehicles')
    .innerJoin('vehicle_categories', 'vehicle_categories.id', 'vehicles.category_id')
    .where('vehicles.branch_id', '=', branchId)
    .where('vehicles.status', '=', 'active')
    .where('vehicles.id', 'not in', (eb) =>
      eb
        .selectFrom('contracts')
        .select(vehicleNow.as('vehicle_id'))
        .where('contracts.status', '=', 'out')
        .where('contracts.vehicle_id', 'is not', null)
        .$castTo<{ vehicle_id: string }>(),
    )
    .where('vehicles.id', 'not in', (eb) =>
      eb.selectFrom('vehicle_holds').select('vehicle_holds.vehicle_id').where(isLasting),
    )
    .where('vehicles.id', 'not in', (eb) =>
      eb.selectFrom('vehicle_transfers').select('vehicle_transfers.vehicle_id').where(isUnderWay),
    )
    .select([
      'vehicles.id',
      'vehicles.plate',
      'vehicles.category_id',
      'vehicles.make',
      'vehicles.model',
      'vehicles.odometer_km',
      'vehicles.parking_place',
      'vehicle_categories.name as category',
      sql<Rappen | null>`(select max(r.day_price) from rates r where r.category_id = vehicles.category_id
        and date('now') between r.valid_from and r.valid_to)`.as('from_day_price'),
      sql<Instant | null>`(select min(c.starts_at) from contracts c where +c.vehicle_id = vehicles.id
        and c.status = 'reserved' and c.ends_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`.as('reserved_from'),
    ])
    .orderBy('vehicle_categories.position')
    .orderBy('vehicles.plate');
}

/** Vehicles of the branch that are held at this moment: whoever looks for one of them sees why it is not among the free. */
export function heldVehicles(rows: Rows, branchId: string) {
  return rows
    .selectFrom('vehicle_holds')
    .innerJoin('vehicles', 'vehicles.id', 'vehicle_holds.vehicle_id')
    .where('vehicles.branch_id', '=', branchId)
    .where('vehicles.status', '=', 'active')
    .where(isLasting)
    .select(['vehicle_holds.id', 'vehicles.plate', 'vehicle_holds.reason', 'vehicle_holds.note'])
    .select('vehicle_holds.ends_at')
    .orderBy('vehicles.plate');
}

/** Vehicles that left the branch for another one and have not arrived. */
export function vehiclesUnderWay(rows: Rows, branchId: string) {
  return rows
    .selectFrom('vehicle_transfers')
    .innerJoin('vehicles', 'vehicles.id', 'vehicle_transfers.vehicle_id')
    .where('vehicles.branch_id', '=', branchId)
    .where('vehicles.status', '=', 'active')
    .where(isUnderWay)
    .select(['vehicle_transfers.id', 'vehicles.plate', 'vehicle_transfers.to_branch_id'])
    .orderBy('vehicles.plate');
}
