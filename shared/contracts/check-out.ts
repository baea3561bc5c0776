import { type Driver, type DriverRules, checkDriver } from '../drivers/check-driver.ts';
import type { DriverRefusal } from '../drivers/driver-refusal.ts';
import { type HeldRefusal, type VehicleHeld, checkHeld } from '../fleet/vehicle-held.ts';
import { type Rappen, zero } from '../money/rappen.ts';
import type { PriceList } from '../pricing/price-list.ts';
import { type SignedPrice, signPrice } from '../pricing/change-rental.ts';
import type { Quote } from '../pricing/quote.ts';
import type { QuoteRefusal } from '../pricing/quote-refusal.ts';
import { type RentalOptions, noOptions, vouchersIn } from '../pricing/rental-options.ts';
import { checkPricedPeriod, readQuoteRequest } from '../pricing/priced-request.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { type Instant, dayOf, minutesBetween } from '../time/instant.ts';
import { rentalPeriod } from '../time/rental-days.ts';
import { type Signature, isSigned } from './contract-paper-signature.ts';

/** What the clerk entered, of what the rules look at. */
export interface CheckOutEntry {
  readonly driver: Driver;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Where the vehicle goes back. */
  readonly returnBranchId: string;
  /** Extras, protections, a kilometre package, vouchers; none when left out. */
  readonly options?: RentalOptions;
  readonly odometerKm: number;
  readonly fuelEighths: number;
  readonly signature: Signature | null;
}

/** What the replica knows at this moment. */
export interface CheckOutFacts {
  readonly now: Instant;
  /** Of the vehicle's category; `null` when it has no rate. */
  readonly priceList: PriceList | null;
  readonly categoryId: string;
  /** Where the counter is. */
  readonly branchId: string;
  /** Of the renter; `null` for none. */
  readonly customerGroup: string | null;
  readonly rules: DriverRules;
  readonly vehicle: {
    readonly status: 'active' | 'workshop' | 'retired';
    readonly odometerKm: number;
    /** The number of the contract with which it is out, as far as this counter knows. */
    readonly outWith: string | null;
    /** What keeps it here at this moment. */
    readonly held: VehicleHeld | null;
  };
}

export type CheckOutRefusal =
  | DriverRefusal
  | QuoteRefusal
  | HeldRefusal
  | { readonly code: 'vehicle_out'; readonly field: 'vehicleId'; readonly contract: string }
  | { readonly code: 'vehicle_not_rentable'; readonly field: 'vehicleId' }
  | { readonly code: 'odometer_impossible'; readonly field: 'odometerKm' }
  | { readonly code: 'fuel_impossible'; readonly field: 'fuelEighths' }
  | { readonly code: 'start_too_far'; readonly field: 'startsAt'; readonly limitMinutes: number }
  | { readonly code: 'signature_missing'; readonly field: 'signature' };

/** What the clerk should know, but may overrule: the renter stands at the counter. */
export type CheckOutWarning =
  | { readonly code: 'odometer_back'; readonly lastKnown: number }
  | { readonly code: 'odometer_jump'; readonly lastKnown: number };

export interface CheckOutDecision {
  /** With the request and the list: what the contract keeps. */
  readonly price: SignedPrice;
  readonly deposit: Rappen;
  readonly deductible: Rappen;
  readonly warnings: readonly CheckOutWarning[];
}

export const largestOdometer = 9_999_999;
/** A vehicle is handed over now: earlier or later starts are reservations or corrections. */
const startTolerance = 12 * 60;
const odometerJump = 500;

/** May this vehicle be handed over like this, and at which price? The rules in the order in which the clerk meets them. */
export function decideCheckOut(
  entry: CheckOutEntry,
  facts: CheckOutFacts,
): Result<CheckOutDecision, CheckOutRefusal> {
  const vehicle = checkVehicle(facts.vehicle);
  if (!vehicle.ok) return vehicle;
  const start = checkStart(entry.startsAt, facts.now);
  if (!start.ok) return start;
  const period = { firstDay: dayOf(entry.startsAt), lastDay: dayOf(entry.endsAt) };
  const driver = checkDriver(entry.driver, facts.rules, period);
  if (!driver.ok) return driver;
  const price = priceCheckOut(entry, facts);
  if (!price.ok) return price;
  if (!isWhole(entry.odometerKm, largestOdometer)) {
    return refuse({ code: 'odometer_impossible', field: 'odometerKm' });
  }
  if (!isWhole(entry.fuelEighths, 8)) return refuse({ code: 'fuel_impossible', field: 'fuelEighths' });
  if (!isSigned(entry.signature)) return refuse({ code: 'signature_missing', field: 'signature' });
  return ok({
    price: price.value,
    deposit: price.value.quote.deposit,
    deductible: deductibleOf(price.value.quote),
    warnings: odometerWarnings(entry.odometerKm, facts.vehicle.odometerKm),
  });
}

/** Whether this vehicle can be handed over at this moment, to whomever. */
export function checkVehicle({
  status,
  outWith,
  held,
}: Omit<CheckOutFacts['vehicle'], 'odometerKm'>): Result<null, CheckOutRefusal> {
  if (status !== 'active') return refuse({ code: 'vehicle_not_rentable', field: 'vehicleId' });
  if (outWith !== null) return refuse({ code: 'vehicle_out', field: 'vehicleId', contract: outWith });
  return checkHeld(held, 'vehicleId');
}

/** Whether a rental that starts then is handed over now. */
export function checkStart(startsAt: Instant, now: Instant): Result<null, CheckOutRefusal> {
  if (Math.abs(minutesBetween(now, startsAt)) <= startTolerance) return ok(null);
  return refuse({ code: 'start_too_far', field: 'startsAt', limitMinutes: startTolerance });
}

/** What is asked of the price list when a vehicle leaves now. Closed or not, somebody stands at the counter. */
export function priceCheckOut(
  entry: Pick<CheckOutEntry, 'startsAt' | 'endsAt' | 'returnBranchId' | 'options'> & {
    readonly driver: Pick<Driver, 'bornOn' | 'licenceSince'> | null;
  },
  facts: Pick<CheckOutFacts, 'priceList' | 'categoryId' | 'branchId' | 'customerGroup'>,
): Result<SignedPrice, QuoteRefusal> {
  const { priceList, categoryId, branchId, customerGroup } = facts;
  const period = checkPricedPeriod(entry.startsAt, entry.endsAt);
  if (!period.ok) return period;
  if (entry.endsAt <= entry.startsAt) return refuse({ code: 'period_backwards', field: 'endsAt' });
  if (priceList === null) {
    const { wholeDays } = rentalPeriod(entry.startsAt, entry.endsAt);
    return refuse({ code: 'no_rate', field: 'period', days: wholeDays });
  }
  const { driver, options = noOptions } = entry;
  const request = readQuoteRequest({
    category: categoryId,
    pickUp: { branch: branchId, at: entry.startsAt },
    return: { branch: entry.returnBranchId, at: entry.endsAt },
    drivers: driver === null ? [] : [{ bornOn: driver.bornOn, licenceSince: driver.licenceSince }],
    customerGroup,
    ...options,
    extras: [...options.extras],
    vouchers: [...vouchersIn(options.vouchers.join(' '), priceList)],
  });
  if (!request.ok) return request;
  return signPrice(request.value, handingOver(priceList, branchId));
}

/** The list as it prices a pick-up that happens at the counter: also while the branch is closed. */
function handingOver(list: PriceList, branchId: string): PriceList {
  const branches = list.branches.map((branch) =>
    branch.id === branchId
      ? { ...branch, afterHours: { ...branch.afterHours, pickUp: branch.afterHours.pickUp ?? zero } }
      : branch,
  );
  return { ...list, branches };
}

/** What the renter bears of a collision: the one number on the contract. */
export function deductibleOf({ deductibles }: Pick<Quote, 'deductibles'>): Rappen {
  return deductibles['collision'] ?? zero;
}

export function odometerWarnings(entered: number, lastKnown: number): readonly CheckOutWarning[] {
  if (entered < lastKnown) return [{ code: 'odometer_back', lastKnown }];
  if (entered > lastKnown + odometerJump) return [{ code: 'odometer_jump', lastKnown }];
  return [];
}

function isWhole(value: number, largest: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largest;
}
