import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';

export type VehicleStanding = 'active' | 'workshop' | 'retired';

export type VehicleRefusal =
  /** The contract with which it is out. */
  | { readonly code: 'vehicle_is_out'; readonly contract: string }
  /** How many reservations it is still meant for. */
  | { readonly code: 'vehicle_is_reserved'; readonly found: number }
  | { readonly code: 'vin_known' }
  | { readonly code: 'vehicle_gone' }
  | { readonly code: 'vehicle_not_permitted' }
  | { readonly code: 'plate_in_future' }
  | { readonly code: 'plate_before_current'; readonly startsAt: Instant }
  | { readonly code: 'plate_the_same' };

/** What of a vehicle's contracts stands in the way of changing what it is. */
export interface VehicleTies {
  /** The number of the contract with which it is out. */
  readonly out: string | null;
  readonly reservations: number;
}

/**
 * May a vehicle change to this standing? One that is out stays what it is until it is back; one that is sold has no reservations
 * left. A sold one may come back: the tier counts it again.
 */
export function checkStanding(
  from: VehicleStanding,
  to: VehicleStanding,
  { out, reservations }: VehicleTies,
): Result<undefined, VehicleRefusal> {
  if (from === to) return ok(undefined);
  if (out !== null) return refuse({ code: 'vehicle_is_out', contract: out });
  if (to === 'retired' && reservations > 0)
    return refuse({ code: 'vehicle_is_reserved', found: reservations });
  return ok(undefined);
}

/**
 * May a vehicle bear another plate from this moment? From a moment gone by, after the one from which it bears its current plate:
 * what was before is how fines were resolved.
 */
export function checkPlateChange(
  current: { readonly plate: string; readonly since: Instant },
  next: { readonly plate: string; readonly from: Instant },
  at: Instant,
): Result<undefined, VehicleRefusal> {
  if (next.plate === current.plate) return refuse({ code: 'plate_the_same' });
  if (next.from > at) return refuse({ code: 'plate_in_future' });
  if (next.from <= current.since) return refuse({ code: 'plate_before_current', startsAt: current.since });
  return ok(undefined);
}
