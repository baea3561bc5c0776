import { sql } from 'kysely';
import type { Instant } from '#shared/time/instant.ts';
import { dueBranchNow, dueNow, totalNow, vehicleNow } from '../app/contracts/holds-now.ts';
import type { Rows } from '../app/counter/counter.ts';

/** Pick-ups of this branch up to the end of the day, earliest first: reservations that nobody has fetched yet. */
export function pickUps(rows: Rows, branchId: string, until: Instant) {
  return deskRows(rows)
    .where('contracts.branch_id', '=', branchId)
    .where('contracts.status', 'in', ['reserved', 'to_assign'])
    .where('contracts.starts_at', '<', until)
    .orderBy('contracts.starts_at');
}

/** Vehicles that come back to this branch up to the end of the day, and those that are overdue. */
export function returns(rows: Rows, branchId: string, until: Instant) {
  return deskRows(rows)
    .where(dueBranchNow, '=', branchId)
    .where('contracts.status', '=', 'out')
    .where(dueNow, '<', until)
    .orderBy(dueNow);
}

function deskRows(rows: Rows) {
  return rows
    .selectFrom('contracts')
    .innerJoin('vehicle_categories', 'vehicle_categories.id', 'contracts.category_id')
    .leftJoin('vehicles', (join) => join.on('vehicles.id', '=', vehicleNow))
    .leftJoin('customers', 'customers.id', 'contracts.customer_id')
    .select([
      'contracts.id',
      'contracts.status',
      'contracts.number',
      'contracts.customer_name',
      'contracts.language',
      'contracts.starts_at',
      'contracts.customer_id',
      'vehicle_categories.name as category',
      'vehicles.plate',
      'vehicles.make',
      'vehicles.model',
      'vehicles.odometer_km',
      'vehicles.fuel_eighths',
      'vehicles.parking_place',
      'customers.phone',
    ])
    .select([dueNow.as('due_at'), vehicleNow.as('vehicle_id'), totalNow.as('agreed')]);
}

export type DeskRow = Awaited<ReturnType<ReturnType<typeof pickUps>['execute']>>[number];

/**
 * How many vehicles of the branch are free, out and in the workshop. What is out is looked up once: SQLite uses no
 * expression index (as PowerSync's are) on the right side of a left join, and would walk all contracts for each vehicle.
 */
export function fleetCounts(rows: Rows, branchId: string) {
  return rows
    .with('out_now', (db) =>
      db
        .selectFrom('contracts')
        .select(vehicleNow.as('vehicle_id'))
        .where('status', '=', 'out')
        .where('vehicle_id', 'is not', null),
    )
    .selectFrom('vehicles')
    .where('vehicles.branch_id', '=', branchId)
    .where('vehicles.status', '<>', 'retired')
    .select([
      sql<number>`count(*) filter (where status = 'active' and id not in out_now)`.as('free'),
      sql<number>`count(*) filter (where id in out_now)`.as('out'),
      sql<number>`count(*) filter (where status = 'workshop')`.as('workshop'),
    ]);
}

/** What went into a drawer and out of it. */
export function coinsMoved(rows: Rows, sessionId: string) {
  return rows.selectFrom('cash_movements').select(['kind', 'amount']).where('session_id', '=', sessionId);
}
