import { type Plate, checkPlate } from '../fleet/plate.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { type Instant, minutesBetween } from '../time/instant.ts';
import { momentsAt } from './fine-moments.ts';
import type { FineRefusal, NeighbourRental } from './fine-refusal.ts';
import type {
  Fine,
  FineDriver,
  FineParty,
  FineRegister,
  RegisteredRental,
  RentalLeg,
} from './fine-register.ts';

/** Prosecution of a contravention lapses three years after it (StGB 109): what is older is an error in the date. */
export const oldestFineYears = 3;

/** Who to name: the one driver, or nobody before the renter has been asked which of several it was. */
export type WhoDrove =
  | { readonly kind: 'driver'; readonly driver: FineParty }
  | { readonly kind: 'ask'; readonly ask: FineParty; readonly candidates: readonly FineParty[] };

export interface ResolvedFine {
  readonly plate: Plate;
  readonly vehicleId: string;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly renter: FineParty;
  readonly who: WhoDrove;
  /** The leg that holds the moment: the proof for the authority. */
  readonly outAt: Instant;
  readonly backAt: Instant | null;
  /** One; two when the clock showed the time twice and both lead to the same contract and drivers. */
  readonly moments: readonly Instant[];
  /** Minutes to the nearer end of the leg. Few mean care: the clock of a fine may differ from ours. */
  readonly minutesFromEdge: number;
}

/**
 * Plate and time → vehicle → contract → driver. Only the real check-out and return count, not what was agreed; from the
 * check-out on, and until the return, which is no longer in it.
 */
export function resolveFine(
  fine: Fine,
  register: FineRegister,
  now: Instant,
): Result<ResolvedFine, FineRefusal> {
  const plate = checkPlate(fine.plate);
  if (!plate.ok) return refuse({ code: 'fine_plate', reason: plate.refusal.code });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(fine.time)) return refuse({ code: 'fine_time', time: fine.time });
  const moments = chosen(momentsAt(fine.day, fine.time), fine.hour);
  const [first] = moments;
  if (first === undefined) return refuse({ code: 'fine_time_skipped', day: fine.day, time: fine.time });
  if (first > now) return refuse({ code: 'fine_in_future', at: first, now });
  if (Number(now.slice(0, 4)) - oldestFineYears + now.slice(4) > first) {
    return refuse({ code: 'fine_too_old', at: first, years: oldestFineYears });
  }
  const [one, other] = moments
    .filter((at) => at <= now)
    .map((at): At => ({ at, outcome: resolveAt(at, plate.value, fine.vehicleId, register) }));
  if (one === undefined) throw new Error('the first moment is past');
  return other === undefined ? one.outcome : merged(one, other, fine.time);
}

function chosen(shown: readonly Instant[], hour: Fine['hour']): readonly Instant[] {
  if (hour === null || shown.length < 2) return shown;
  return hour === 'first' ? shown.slice(0, 1) : shown.slice(1);
}

type Outcome = Result<ResolvedFine, FineRefusal>;
interface At {
  readonly at: Instant;
  readonly outcome: Outcome;
}

/** Both hours lead to the same person, or it must be said that they do not. */
function merged(one: At, other: At, time: string): Outcome {
  const [first, second] = [one.outcome, other.outcome];
  if (first.ok && second.ok && keyOf(first.value) === keyOf(second.value)) {
    const minutesFromEdge = Math.min(first.value.minutesFromEdge, second.value.minutesFromEdge);
    return ok({ ...first.value, moments: [one.at, other.at], minutesFromEdge });
  }
  // For the same reason nobody in both hours, such as an unknown plate: the hour makes no difference.
  if (!first.ok && !second.ok && first.refusal.code === second.refusal.code) return first;
  const found = [one, other].map(({ at, outcome }) => ({
    at,
    contractNumber: outcome.ok ? outcome.value.contractNumber : null,
  }));
  return refuse({ code: 'fine_time_twice', time, found });
}

function keyOf({ vehicleId, contractId, outAt, who }: ResolvedFine): string {
  const people = who.kind === 'driver' ? [who.driver] : who.candidates;
  return JSON.stringify([vehicleId, contractId, outAt, who.kind, people.map(({ id }) => id)]);
}

function resolveAt(at: Instant, plate: Plate, wanted: string | null, register: FineRegister): Outcome {
  const ofPlate = register.plates.filter((period) => period.plate === plate);
  if (ofPlate.length === 0) return refuse({ code: 'plate_unknown', plate });
  const then = ofPlate.filter(({ from, to }) => holds(from, to, at));
  if (then.length === 0) return refuse({ code: 'plate_not_in_use', plate, at, periods: ofPlate });
  const vehicleIds = [...new Set(then.map(({ vehicleId }) => vehicleId))];
  if (wanted !== null) {
    return vehicleIds.includes(wanted)
      ? resolveVehicle(at, plate, wanted, register)
      : refuse({ code: 'vehicle_without_plate', plate, vehicleId: wanted, vehicleIds });
  }
  const [only] = vehicleIds;
  if (only !== undefined && vehicleIds.length === 1) return resolveVehicle(at, plate, only, register);
  const vehicles = vehicleIds.map((vehicleId) => {
    const outcome = resolveVehicle(at, plate, vehicleId, register);
    return { vehicleId, contractNumber: outcome.ok ? outcome.value.contractNumber : null };
  });
  return refuse({ code: 'several_vehicles', plate, vehicles });
}

function resolveVehicle(at: Instant, plate: Plate, vehicleId: string, register: FineRegister): Outcome {
  const held = register.rentals.flatMap((rental) => {
    const leg = rental.legs.find((one) => one.vehicleId === vehicleId && holds(one.outAt, one.backAt, at));
    return leg === undefined ? [] : [{ rental, leg }];
  });
  const [only] = held;
  if (only === undefined) return refuse(atCompany(at, vehicleId, register.rentals));
  if (held.length > 1) {
    const contracts = held.map(({ rental: { contractId, contractNumber } }) => ({
      contractId,
      contractNumber,
    }));
    return refuse({ code: 'contracts_overlap', vehicleId, at, contracts });
  }
  const { rental, leg } = only;
  const { contractId, contractNumber, renter } = rental;
  return ok({
    plate,
    vehicleId,
    contractId,
    contractNumber,
    renter,
    who: whoDrove(rental, at),
    outAt: leg.outAt,
    backAt: leg.backAt,
    moments: [at],
    minutesFromEdge: edgeMinutes(leg, at),
  });
}

function whoDrove({ renter, drivers }: RegisteredRental, at: Instant): WhoDrove {
  const entitled = drivers.filter(({ from }) => from === null || from <= at).map(party);
  const [only] = entitled;
  return only !== undefined && entitled.length === 1
    ? { kind: 'driver', driver: only }
    : { kind: 'ask', ask: renter, candidates: entitled };
}

function party({ id, name }: FineDriver): FineParty {
  return { id, name };
}

function edgeMinutes({ outAt, backAt }: RentalLeg, at: Instant): number {
  const sinceOut = minutesBetween(outAt, at);
  return backAt === null ? sinceOut : Math.min(sinceOut, minutesBetween(at, backAt));
}

/** The last return before and the first check-out after: a fine's clock may differ by a few minutes. */
function atCompany(at: Instant, vehicleId: string, rentals: readonly RegisteredRental[]): FineRefusal {
  let before: { readonly rental: RegisteredRental; readonly edge: Instant } | null = null;
  let after: { readonly rental: RegisteredRental; readonly edge: Instant } | null = null;
  for (const rental of rentals) {
    for (const { vehicleId: id, outAt, backAt } of rental.legs) {
      if (id !== vehicleId) continue;
      if (backAt !== null && backAt <= at && (before === null || backAt > before.edge)) {
        before = { rental, edge: backAt };
      }
      if (outAt > at && (after === null || outAt < after.edge)) after = { rental, edge: outAt };
    }
  }
  return {
    code: 'vehicle_at_company',
    vehicleId,
    at,
    before: before && neighbour(before.rental, before.edge, at),
    after: after && neighbour(after.rental, at, after.edge),
  };
}

function neighbour(rental: RegisteredRental, from: Instant, to: Instant): NeighbourRental {
  const { contractId, contractNumber, renter } = rental;
  const minutesAway = Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000);
  return { contractId, contractNumber, renter, minutesAway };
}

function holds(from: Instant, to: Instant | null, at: Instant): boolean {
  return from <= at && (to === null || at < to);
}
