import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import { overlaps } from './occupation.ts';

/** A span in which a vehicle is not for rent; `null` is until further notice. */
export interface HoldSpan {
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
}

/** A contract that has the vehicle: planned, or signed and out. */
export interface ContractOnVehicle {
  readonly id: string;
  readonly status: 'quote' | 'reserved' | 'out';
  readonly number: string | null;
  readonly customer: string;
  readonly startsAt: Instant;
  /** As it is agreed: when a renter is late, the car is held from then on all the same. */
  readonly endsAt: Instant;
  /** The name of the branch that alone may change it; `null` where this clerk may. */
  readonly heldBy: string | null;
}

/** A quote or a reservation that loses its vehicle to a hold. */
export interface PlanHit {
  readonly id: string;
  readonly status: 'quote' | 'reserved';
  readonly number: string | null;
  readonly customer: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export type HoldRefusal =
  | { readonly code: 'hold_not_permitted' }
  | { readonly code: 'hold_vehicle_gone' }
  | { readonly code: 'hold_backwards' }
  /** Signed and on the road until then. */
  | { readonly code: 'hold_while_out'; readonly contract: string; readonly until: Instant }
  | { readonly code: 'hold_twice'; readonly from: Instant; readonly until: Instant | null }
  | { readonly code: 'hold_while_transferred'; readonly from: Instant; readonly until: Instant }
  /** A reservation in the way that only another branch may change. */
  | { readonly code: 'hold_other_branch'; readonly customer: string; readonly branch: string }
  /** Reservations that lose the vehicle, of which the clerk has not been told. */
  | { readonly code: 'hold_hits_plans'; readonly found: number; readonly plans: readonly PlanHit[] }
  /** It has ended, or is not on this machine. */
  | { readonly code: 'hold_gone' };

export interface HoldTies {
  readonly contracts: readonly ContractOnVehicle[];
  readonly holds: readonly HoldSpan[];
  readonly transfers: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];
}

/**
 * May a vehicle be held over this span? A car that has to go to the workshop cannot be rented, so a hold is laid over quotes and
 * reservations, and they lose the vehicle; but only over those that the clerk has seen. What is signed and out keeps it until it
 * is due.
 *
 * @param agreed the ids of the plans that the clerk was shown
 * @returns the plans that lose the vehicle, earliest first
 */
export function checkHold(
  span: HoldSpan,
  { contracts, holds, transfers }: HoldTies,
  agreed: readonly string[],
): Result<readonly PlanHit[], HoldRefusal> {
  if (span.endsAt !== null && span.endsAt <= span.startsAt) return refuse({ code: 'hold_backwards' });
  const inTheWay = contracts.filter((contract) => overlaps(contract, span));
  const out = inTheWay.find(({ status }) => status === 'out');
  if (out) {
    return refuse({ code: 'hold_while_out', contract: out.number ?? out.customer, until: out.endsAt });
  }
  const hold = holds.find((one) => overlaps(one, span));
  if (hold) return refuse({ code: 'hold_twice', from: hold.startsAt, until: hold.endsAt });
  const transfer = transfers.find((one) => overlaps(one, span));
  if (transfer) {
    const { startsAt: from, endsAt: until } = transfer;
    return refuse({ code: 'hold_while_transferred', from, until });
  }
  for (const { heldBy, customer } of inTheWay)
    if (heldBy !== null) return refuse({ code: 'hold_other_branch', customer, branch: heldBy });
  const plans = inTheWay.flatMap(({ heldBy: _heldBy, status, ...plan }): PlanHit[] =>
    status === 'out' ? [] : [{ ...plan, status }],
  );
  const hits = plans.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
  const isUnseen = hits.some(({ id }) => !agreed.includes(id));
  return isUnseen ? refuse({ code: 'hold_hits_plans', found: hits.length, plans: hits }) : ok(hits);
}
