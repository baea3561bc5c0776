import type { Instant } from '#shared/time/instant.ts';
import type { HoldReason } from '#sync/schema/rows.generated.ts';
import type { FleetRow, HeldRow, OutRow } from './fleet-queries.ts';

/** What a vehicle is doing, as a counter asks: the first that holds, in this order. */
export type VehicleState =
  | { readonly kind: 'retired' }
  | { readonly kind: 'out'; readonly until: Instant; readonly contractId: string; readonly customer: string }
  | { readonly kind: 'workshop' }
  | { readonly kind: 'held'; readonly reason: HoldReason; readonly until: Instant | null }
  /** Free, at another branch. */
  | { readonly kind: 'elsewhere'; readonly branch: string }
  | { readonly kind: 'free' };

export interface FleetItem {
  readonly vehicle: FleetRow;
  readonly state: VehicleState;
}

export function fleetItems(
  vehicles: readonly FleetRow[],
  out: readonly OutRow[],
  held: readonly HeldRow[],
  hereId: string,
): readonly FleetItem[] {
  const outBy = new Map(out.map((row) => [row.vehicle_id, row]));
  const heldBy = new Map(held.map((row) => [row.vehicle_id, row]));
  return vehicles.map((vehicle) => ({
    vehicle,
    state: stateOf(vehicle, outBy.get(vehicle.id), heldBy.get(vehicle.id), hereId),
  }));
}

function stateOf(
  vehicle: FleetRow,
  out: OutRow | undefined,
  held: HeldRow | undefined,
  hereId: string,
): VehicleState {
  if (vehicle.status === 'retired') return { kind: 'retired' };
  if (out) return { kind: 'out', until: out.due_at, contractId: out.id, customer: out.customer_name };
  if (vehicle.status === 'workshop') return { kind: 'workshop' };
  if (held) return { kind: 'held', reason: held.reason, until: held.ends_at };
  if (vehicle.branch_id !== hereId) return { kind: 'elsewhere', branch: vehicle.branch };
  return { kind: 'free' };
}
