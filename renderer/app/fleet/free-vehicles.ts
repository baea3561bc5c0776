import { sql } from 'kysely';
import type { Rappen } from '#shared/money/rappen.ts';
import type { Instant } from '#shared/time/instant.ts';
import { vehicleNow } from '../contracts/holds-now.ts';
import type { Rows } from '../counter/counter.ts';

/*
 * The plus in `+c.vehicle_id` keeps SQLite from the index on vehicles, which leads to their whole past, and sends it to the
 * one on the status: few contracts are reserved or out, however many there have been.
 */

/** Vehicles that stand at the branch and are out with nobody, with today's day price of
 * a short rental and the next reservation: the clerk decides whether the vehicle is back in time. */
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
