import { type Instant, instant } from '../time/instant.ts';

/** What keeps a vehicle from being rented for a while. */
export interface Occupation {
  readonly kind: 'reserved' | 'out' | 'hold' | 'transfer';
  readonly id: string;
  readonly vehicleId: string;
  readonly startsAt: Instant;
  /** `null` until further notice: a hold without an end. */
  readonly endsAt: Instant | null;
  /** With whom or why: the renter, the reason of a hold, the branch where a transfer goes. */
  readonly title: string;
  /** Where the vehicle stands afterwards; `null` where it stays. */
  readonly toBranchId: string | null;
}

export interface Period {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** A transfer is planned without an end: from one end of Switzerland to the other it takes no longer. */
export const transferHours = 6;

/**
 * Whether two spans share a moment. A vehicle that comes back at ten may leave at ten, as on the server
 * (`a_vehicle_is_reserved_once`: half-open ranges).
 */
export function overlaps(
  a: { readonly startsAt: Instant; readonly endsAt: Instant | null },
  b: { readonly startsAt: Instant; readonly endsAt: Instant | null },
): boolean {
  return (b.endsAt === null || a.startsAt < b.endsAt) && (a.endsAt === null || b.startsAt < a.endsAt);
}

/** When a contract frees its vehicle: as agreed, and while it is overdue not before now. */
export function freeAgainAt(
  contract: { readonly status: string; readonly endsAt: Instant },
  now: Instant,
): Instant {
  return contract.status === 'out' && contract.endsAt < now ? now : contract.endsAt;
}

/** When a transfer frees its vehicle: as it arrived; as it is planned; and while it is late not before now. */
export function transferEnd(
  {
    leaves_at: leavesAt,
    arrived_at: arrivedAt,
  }: { readonly leaves_at: Instant; readonly arrived_at: Instant | null },
  now: Instant,
): Instant {
  if (arrivedAt !== null) return instant(arrivedAt);
  const planned = new Date(Date.parse(leavesAt) + transferHours * 3_600_000);
  return freeAgainAt({ status: 'out', endsAt: instant(planned) }, now);
}

/** What stands in the way of a vehicle over a period, earliest first. */
export function clashesOf(
  occupations: readonly Occupation[],
  { vehicleId, startsAt, endsAt }: Period & { readonly vehicleId: string },
  /** The plan that is being moved does not clash with itself. */
  except: string | null = null,
): readonly Occupation[] {
  return occupations
    .filter((one) => one.vehicleId === vehicleId && one.id !== except)
    .filter((one) => overlaps(one, { startsAt, endsAt }))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
}

/** In which branch a vehicle stands at a moment, as far as it is planned: where the last journey before it ends. */
export function branchAt(
  vehicle: { readonly id: string; readonly branchId: string },
  occupations: readonly Occupation[],
  at: Instant,
): string {
  let branch = vehicle.branchId;
  let last: Instant | null = null;
  for (const { vehicleId, toBranchId, endsAt } of occupations) {
    if (vehicleId !== vehicle.id || toBranchId === null || endsAt === null || endsAt > at) continue;
    if (last === null || endsAt > last) [branch, last] = [toBranchId, endsAt];
  }
  return branch;
}

export interface FleetVehicle {
  readonly id: string;
  readonly categoryId: string;
  readonly branchId: string;
  readonly status: 'active' | 'workshop' | 'retired';
}

/** A reservation of a category that has no vehicle yet, and will need one. */
export interface Unassigned extends Period {
  readonly id: string;
  readonly categoryId: string;
  readonly branchId: string;
}

export interface Fleet {
  readonly vehicles: readonly FleetVehicle[];
  readonly occupations: readonly Occupation[];
  readonly unassigned: readonly Unassigned[];
}

export interface Wish extends Period {
  readonly categoryId: string;
  readonly branchId: string;
}

/** The vehicles of a category that stand in the branch when the rental begins and are free until it ends. */
export function freeVehiclesOf(
  fleet: Fleet,
  wish: Wish,
  except: string | null = null,
): readonly FleetVehicle[] {
  const byVehicle = Map.groupBy(fleet.occupations, ({ vehicleId }) => vehicleId);
  return fleet.vehicles.filter((vehicle) => {
    const own = byVehicle.get(vehicle.id) ?? [];
    return (
      vehicle.status === 'active' &&
      vehicle.categoryId === wish.categoryId &&
      branchAt(vehicle, own, wish.startsAt) === wish.branchId &&
      clashesOf(own, { ...wish, vehicleId: vehicle.id }, except).length === 0
    );
  });
}

/**
 * How many more rentals of the category the branch can promise: the free vehicles, less the most that reservations without a
 * vehicle will need at once. Negative when more was promised than there is.
 */
export function availability(fleet: Fleet, wish: Wish, except: string | null = null): number {
  const rivals = fleet.unassigned.filter(
    (one) =>
      one.id !== except &&
      one.categoryId === wish.categoryId &&
      one.branchId === wish.branchId &&
      overlaps(one, wish),
  );
  // The most at once is reached where one of them begins, or where the wish does.
  const starts = [wish.startsAt, ...rivals.map(({ startsAt }) => startsAt)].filter(
    (at) => at >= wish.startsAt,
  );
  const atOnce = starts.map(
    (at) => rivals.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt).length,
  );
  return freeVehiclesOf(fleet, wish, except).length - Math.max(0, ...atOnce);
}
