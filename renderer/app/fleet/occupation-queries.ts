import type { Instant } from '#shared/time/instant.ts';
import { dueBranchNow, dueNow, sinceNow, totalNow, vehicleNow } from '../contracts/holds-now.ts';
import type { Tx } from '../counter/transaction.ts';

export type Reads = Pick<Tx, 'selectFrom'>;

/*
 * What keeps vehicles from being rented, from a moment on: few rows, however many rentals there have been. Each is asked by itself:
 * SQLite uses none of PowerSync's indexes on the right side of a join.
 */

/** Quotes and reservations, and what is out: on the vehicle on which it is now, until it is due now. */
export function plannedContracts(rows: Reads) {
  return rows
    .selectFrom('contracts')
    .where('status', 'in', ['quote', 'reserved', 'to_assign', 'out'])
    .select(['id', 'status', 'number', 'customer_name', 'category_id', 'branch_id'])
    .select([vehicleNow.as('vehicle_id'), sinceNow.as('starts_at'), dueNow.as('ends_at')])
    .select([dueBranchNow.as('return_branch_id'), totalNow.as('total')]);
}

/** Those of one vehicle. */
export function plannedOf(rows: Reads, vehicleId: string) {
  return plannedContracts(rows).where(vehicleNow, '=', vehicleId);
}

/** Holds that have not ended at the moment. */
export function holdsFrom(rows: Reads, from: Instant) {
  return rows
    .selectFrom('vehicle_holds')
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', from)]))
    .select(['id', 'vehicle_id', 'reason', 'starts_at', 'ends_at', 'note']);
}

/** Transfers that have not arrived at the moment. */
export function transfersFrom(rows: Reads, from: Instant) {
  return rows
    .selectFrom('vehicle_transfers')
    .where((eb) => eb.or([eb('arrived_at', 'is', null), eb('arrived_at', '>', from)]))
    .select(['id', 'vehicle_id', 'from_branch_id', 'to_branch_id', 'leaves_at', 'arrived_at', 'note']);
}

/** The vehicles that are rented out, with their categories, in the order in which a clerk thinks of them. */
export function fleetVehicles(rows: Reads) {
  return rows
    .selectFrom('vehicles')
    .innerJoin('vehicle_categories', 'vehicle_categories.id', 'vehicles.category_id')
    .where('vehicles.status', '<>', 'retired')
    .select(['vehicles.id', 'vehicles.plate', 'vehicles.make', 'vehicles.model', 'vehicles.status'])
    .select(['vehicles.branch_id', 'vehicles.category_id', 'vehicle_categories.name as category'])
    .orderBy('vehicle_categories.position')
    .orderBy('vehicle_categories.name')
    .orderBy('vehicles.plate');
}

export type ContractPlanRow = Awaited<ReturnType<ReturnType<typeof plannedContracts>['execute']>>[number];
export type HoldRow = Awaited<ReturnType<ReturnType<typeof holdsFrom>['execute']>>[number];
export type TransferRow = Awaited<ReturnType<ReturnType<typeof transfersFrom>['execute']>>[number];
export type VehicleRow = Awaited<ReturnType<ReturnType<typeof fleetVehicles>['execute']>>[number];

export interface FleetRows {
  readonly vehicles: readonly VehicleRow[];
  readonly contracts: readonly ContractPlanRow[];
  readonly holds: readonly HoldRow[];
  readonly transfers: readonly TransferRow[];
}
