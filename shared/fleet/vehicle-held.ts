import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import type { HoldReason } from './hold-words.ts';
import { type Occupation, type Period, clashesOf } from './occupation.ts';

/** What keeps a vehicle from leaving at this moment, though it is out with nobody. */
export type VehicleHeld =
  | {
      readonly kind: 'hold';
      readonly reason: HoldReason;
      readonly note: string;
      readonly since: Instant;
      /** `null` until further notice. */
      readonly until: Instant | null;
    }
  /** On its way to another branch; nobody has said that it is there. */
  | { readonly kind: 'transfer'; readonly to: string; readonly since: Instant };

export type HeldRefusal =
  | {
      readonly code: 'vehicle_held';
      readonly field: string;
      readonly reason: HoldReason;
      readonly note: string;
      readonly since: Instant;
      readonly until: Instant | null;
    }
  | {
      readonly code: 'vehicle_in_transfer';
      readonly field: string;
      /** The branch. */
      readonly to: string;
      readonly since: Instant;
    };

/** May it be handed over, as far as holds and transfers go? Only the counter asks: what happened there is never refused. */
export function checkHeld(held: VehicleHeld | null, field: string): Result<null, HeldRefusal> {
  if (held === null) return ok(null);
  if (held.kind === 'transfer')
    return refuse({ code: 'vehicle_in_transfer', field, to: held.to, since: held.since });
  const { reason, note, since, until } = held;
  return refuse({ code: 'vehicle_held', field, reason, note, since, until });
}

/**
 * What else has a vehicle that is handed over now, before it is due back: a reservation, a hold or a transfer to come. Something to
 * know, and nothing that forbids it; what holds at this moment is not among it (`checkHeld`).
 *
 * @param except the reservation that is handed over
 */
export function waitingFor(
  occupations: readonly Occupation[],
  rental: Period & { readonly vehicleId: string },
  except: string | null,
  now: Instant,
): readonly Occupation[] {
  return clashesOf(occupations, rental, except).filter(
    ({ kind, startsAt }) => kind === 'reserved' || (kind !== 'out' && startsAt > now),
  );
}
