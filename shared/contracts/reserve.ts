import { type Occupation, clashesOf } from '../fleet/occupation.ts';
import { type Rappen, subtract, zero } from '../money/rappen.ts';
import type { PriceList } from '../pricing/price-list.ts';
import { type Quote, quote } from '../pricing/quote.ts';
import type { QuoteRefusal } from '../pricing/quote-refusal.ts';
import { checkPricedPeriod, readQuoteRequest } from '../pricing/priced-request.ts';
import { type RentalOptions, vouchersIn } from '../pricing/rental-options.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { type Instant, type IsoDay, minutesBetween } from '../time/instant.ts';
import { rentalPeriod } from '../time/rental-days.ts';
import { type ContractStatus, type StepRefusal, isLegalStep, stepContract } from './contract-state.ts';

/** What a reservation asks for. */
export interface ReserveEntry {
  readonly kind: 'quote' | 'reservation';
  /** A certain vehicle, of the category below; `null` for any of the category. */
  readonly vehicleId: string | null;
  readonly categoryId: string;
  readonly branchId: string;
  readonly returnBranchId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly options: RentalOptions;
}

/** What the replica knows at this moment. */
export interface ReserveFacts {
  readonly now: Instant;
  /** Of the category; `null` when it has no rate. */
  readonly priceList: PriceList | null;
  readonly customerGroup: string | null;
  /** Of a renter whose licence is on file: then ages are checked, and a young driver is charged. */
  readonly driver: { readonly bornOn: IsoDay; readonly licenceSince: IsoDay } | null;
  /** The certain vehicle, with what it is taken by. */
  readonly vehicle: {
    readonly status: 'active' | 'workshop' | 'retired';
    readonly categoryId: string;
    readonly occupations: readonly Occupation[];
  } | null;
  /** The plan as it is, when it is changed; `null` for a new one. */
  readonly before: { readonly id: string; readonly status: ContractStatus; readonly total: Rappen } | null;
}

export type ReserveRefusal =
  | QuoteRefusal
  | StepRefusal
  | { readonly code: 'start_past'; readonly field: 'startsAt' }
  | { readonly code: 'vehicle_not_rentable'; readonly field: 'vehicleId' }
  | { readonly code: 'vehicle_of_another_category'; readonly field: 'vehicleId' }
  | VehicleTaken;

/** Who or what has it, and how long; `until` is `null` where nobody knows. */
export interface VehicleTaken {
  readonly code: 'vehicle_taken';
  readonly field: 'vehicleId';
  readonly kind: Occupation['kind'];
  readonly title: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

export interface ReserveDecision {
  readonly status: 'quote' | 'reserved' | 'to_assign';
  readonly quote: Quote;
  /** What it becomes dearer by; negative when cheaper, all of it when it is new. */
  readonly difference: Rappen;
}

/** Who types slowly still books for "now". */
const startTolerance = 60;

/**
 * May this be promised, in which status and at which price? A reservation with a vehicle is `reserved`, one of a category
 * `to_assign`. Every vehicle that is taken in the period is refused, with whom: the server would take it away again.
 */
export function decideReservation(
  entry: ReserveEntry,
  facts: ReserveFacts,
): Result<ReserveDecision, ReserveRefusal> {
  const { vehicle, before } = facts;
  const { kind, vehicleId, startsAt, endsAt } = entry;
  const price = priceReservation(entry, facts);
  if (!price.ok) return price;
  // A plan of yesterday that nobody fetched may still be put right, but not made.
  if (before === null && minutesBetween(startsAt, facts.now) > startTolerance) {
    return refuse({ code: 'start_past', field: 'startsAt' });
  }
  if (vehicleId !== null) {
    if (vehicle?.status !== 'active') return refuse({ code: 'vehicle_not_rentable', field: 'vehicleId' });
    if (vehicle.categoryId !== entry.categoryId) {
      return refuse({ code: 'vehicle_of_another_category', field: 'vehicleId' });
    }
    const [clash] = clashesOf(vehicle.occupations, { vehicleId, startsAt, endsAt }, before?.id ?? null);
    // A quote promises no vehicle.
    if (clash && kind === 'reservation') return refuse(vehicleTaken(clash));
  }
  const status = kind === 'quote' ? 'quote' : vehicleId === null ? 'to_assign' : 'reserved';
  if (before !== null && !isLegalStep(before.status, status)) {
    const step = stepContract(
      { status: before.status, vehicleId, startsAt, signedAt: null, returnedAt: null },
      status,
    );
    if (!step.ok) return step;
  }
  return ok({
    status,
    quote: price.value,
    difference: subtract(price.value.total, before?.total ?? zero),
  });
}

/** The refusal of a vehicle that something has already. */
export function vehicleTaken({ kind, title, startsAt, endsAt }: Occupation): VehicleTaken {
  return { code: 'vehicle_taken', field: 'vehicleId', kind, title, from: startsAt, until: endsAt };
}

/** The price of what is asked for so far, whichever vehicle it will be. */
export function priceReservation(
  entry: Omit<ReserveEntry, 'kind' | 'vehicleId'>,
  facts: Pick<ReserveFacts, 'priceList' | 'customerGroup' | 'driver'>,
): Result<Quote, QuoteRefusal> {
  const { startsAt, endsAt, options } = entry;
  const { priceList, driver } = facts;
  const period = checkPricedPeriod(startsAt, endsAt);
  if (!period.ok) return period;
  if (endsAt <= startsAt) return refuse({ code: 'period_backwards', field: 'endsAt' });
  if (priceList === null) {
    return refuse({ code: 'no_rate', field: 'period', days: rentalPeriod(startsAt, endsAt).wholeDays });
  }
  const request = readQuoteRequest({
    category: entry.categoryId,
    pickUp: { branch: entry.branchId, at: startsAt },
    return: { branch: entry.returnBranchId, at: endsAt },
    drivers: driver === null ? [] : [driver],
    customerGroup: facts.customerGroup,
    ...options,
    extras: [...options.extras],
    vouchers: [...vouchersIn(options.vouchers.join(' '), priceList)],
  });
  if (!request.ok) return request;
  return quote(request.value, priceList);
}
