import { sql } from 'kysely';
import type { Rappen } from '#shared/money/rappen.ts';
import { type Instant, instant } from '#shared/time/instant.ts';

/*
 * What holds of a contract now (ADR 13): what its last amendment says, otherwise what was signed or is planned. To be used wherever
 * somebody asks where a car is and when it is due; `vehicle_id`, `ends_at` and `return_branch_id` are what was signed.
 */

/** The vehicle it is on, or will be on. SQL over `contracts`; as an expression it keeps SQLite from the index on vehicles. */
export const vehicleNow = sql<string | null>`coalesce(contracts.on_vehicle_id, contracts.vehicle_id)`;
/** Since when it is on that vehicle. */
export const sinceNow = sql<Instant>`coalesce(contracts.on_vehicle_since, contracts.starts_at)`;
export const dueNow = sql<Instant>`coalesce(contracts.due_at, contracts.ends_at)`;
export const totalNow = sql<Rappen>`coalesce(contracts.agreed_total, contracts.total)`;
export const dueBranchNow = sql<string>`coalesce(contracts.due_branch_id, contracts.return_branch_id)`;

interface Held {
  readonly vehicle_id: string | null;
  readonly ends_at: string;
  readonly return_branch_id: string;
  readonly starts_at: string;
  readonly due_at: string | null;
  readonly due_branch_id: string | null;
  readonly on_vehicle_id: string | null;
  readonly on_vehicle_since: string | null;
}

/** The same of a row that was read. */
export function holdsNow(contract: Held) {
  return {
    vehicleId: contract.on_vehicle_id ?? contract.vehicle_id,
    since: instant(contract.on_vehicle_since ?? contract.starts_at),
    dueAt: instant(contract.due_at ?? contract.ends_at),
    dueBranchId: contract.due_branch_id ?? contract.return_branch_id,
  };
}
