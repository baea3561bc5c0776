import {
  type CheckOutRefusal,
  checkStart,
  checkVehicle,
  deductibleOf,
  priceCheckOut,
} from '#shared/contracts/check-out.ts';
import { checkDriver } from '#shared/drivers/check-driver.ts';
import type { VehicleHeld } from '#shared/fleet/vehicle-held.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import type { PriceList } from '#shared/pricing/price-list.ts';
import type { Quote as Price } from '#shared/pricing/quote.ts';
import { type Result, ok } from '#shared/result/result.ts';
import { type Instant, dayOf, now } from '#shared/time/instant.ts';
import { parseTypedDay } from '#shared/time/parse-typed.ts';
import { contractOut } from '../app/contracts/contract-out.ts';
import type { Rows } from '../app/counter/counter.ts';
import { heldNow } from '../app/fleet/held-now.ts';
import { priceListOf } from '../app/prices/price-list-of.ts';
import { readPriceRows } from '../app/prices/price-rows.ts';
import type { DraftContent } from './draft.ts';
import type { GatherRefusal } from './gather-check-out.ts';
import { driverRules } from '../app/counter/driver-rules.ts';
import { optionsOf, readExpiry, readPeriod } from './read-form.ts';

export interface Quote {
  readonly price: Price;
  readonly plate: string;
  readonly categoryId: string;
  readonly deposit: Rappen;
  readonly deductible: Rappen;
}

/** A price, why there is none, or null while vehicle or period are open. */
export type QuoteResult = Result<Quote, CheckOutRefusal> | null;

/** The chosen vehicle with the rules of its category. */
export function quotedVehicle(rows: Rows, vehicleId: string) {
  return rows
    .selectFrom('vehicles')
    .innerJoin('vehicle_categories', 'vehicle_categories.id', 'vehicles.category_id')
    .where('vehicles.id', '=', vehicleId)
    .select(['vehicles.plate', 'vehicles.category_id', 'vehicles.status', 'minimum_age', 'maximum_age'])
    .select(['minimum_licence_years', 'vehicle_categories.licence_category']);
}

export type QuotedVehicle = Awaited<ReturnType<ReturnType<typeof quotedVehicle>['execute']>>[number];

/** The contract with which a vehicle is out, or what else keeps it from leaving now. */
export interface VehiclePlace {
  readonly outWith: string | null;
  readonly held: VehicleHeld | null;
}

/** What the price depends on besides the draft. */
export interface QuoteFacts {
  readonly vehicle: QuotedVehicle | undefined;
  /** Whether the vehicle is here to be handed over. */
  readonly place: VehiclePlace;
  /** Of the vehicle's category; `null` when it has no rate, undefined while it is read. */
  readonly priceList: PriceList | null | undefined;
  readonly branchId: string;
  /** Of a renter who is known. */
  readonly customerGroup: string | null;
}

/**
 * The price of what is entered so far, and whether this driver may have the vehicle: all that can be known before somebody signs,
 * by the rules that are asked again then.
 */
export function quoteOf(draft: DraftContent, facts: QuoteFacts, at: Instant = now()): QuoteResult {
  const { vehicle, place, priceList, branchId, customerGroup } = facts;
  const today = dayOf(at);
  const { startsAt, endsAt } = readPeriod(draft, at);
  if (vehicle) {
    const here = checkVehicle({ status: vehicle.status, ...place });
    if (!here.ok) return here;
  }
  if (startsAt) {
    const start = checkStart(startsAt, at);
    if (!start.ok) return start;
  }
  if (!vehicle || priceList === undefined || !startsAt || !endsAt) return null;
  const bornOn = parseTypedDay(draft.bornOn, today);
  const licenceSince = parseTypedDay(draft.licenceSince, today);
  const driver =
    bornOn.ok && licenceSince.ok ? { bornOn: bornOn.value, licenceSince: licenceSince.value } : null;
  const { returnBranchId } = draft;
  const asked = { startsAt, endsAt, returnBranchId, driver, options: optionsOf(draft) };
  const price = priceCheckOut(asked, {
    priceList,
    categoryId: vehicle.category_id,
    branchId,
    customerGroup,
  });
  if (!price.ok) return price;
  if (driver !== null) {
    const expires = readExpiry(draft, today);
    const checked = checkDriver(
      {
        ...driver,
        licenceCategory: draft.licenceCategory,
        licenceExpiresOn: expires.ok ? expires.value : null,
      },
      driverRules(vehicle),
      { firstDay: dayOf(startsAt), lastDay: dayOf(endsAt) },
    );
    if (!checked.ok) return checked;
  }
  return ok({
    price: price.value.quote,
    plate: vehicle.plate,
    categoryId: vehicle.category_id,
    deposit: price.value.quote.deposit,
    deductible: deductibleOf(price.value.quote),
  });
}

/** Cash is taken into a drawer that is open; known as soon as the deposit or the rental is to be paid so. */
export function drawerRefusal(
  { depositMethod, payNow }: Pick<DraftContent, 'depositMethod' | 'payNow'>,
  quote: QuoteResult,
  isDrawerClosed: boolean,
): Extract<GatherRefusal, { code: 'drawer_closed' }> | null {
  if (!isDrawerClosed || quote?.ok !== true) return null;
  if (depositMethod === 'cash' && quote.value.deposit > 0)
    return { code: 'drawer_closed', field: 'depositMethod' };
  return payNow === 'cash' ? { code: 'drawer_closed', field: 'payNow' } : null;
}

/** Where the vehicle is at this moment, as far as this counter knows. */
export async function placeOf(rows: Rows, vehicleId: string, at: Instant): Promise<VehiclePlace> {
  const [out, held] = await Promise.all([
    contractOut(rows, vehicleId).executeTakeFirst(),
    heldNow(rows, vehicleId, at),
  ]);
  return { outWith: out?.number ?? null, held };
}

/** The group of the renter whom the draft names, whose discounts hold. */
export function customerGroupQuery(rows: Rows, customerId: string) {
  return rows.selectFrom('customers').select('customer_group').where('id', '=', customerId);
}

/** The same, read now: for a decision that must not be made on what the screen showed a moment ago. */
export async function readQuote(rows: Rows, branchId: string, draft: DraftContent): Promise<QuoteResult> {
  const vehicle = await quotedVehicle(rows, draft.vehicleId).executeTakeFirst();
  const prices = vehicle ? await readPriceRows(rows, vehicle.category_id) : null;
  const customer = await customerGroupQuery(rows, draft.customerId).executeTakeFirst();
  const place = await placeOf(rows, draft.vehicleId, now());
  return quoteOf(draft, {
    vehicle,
    place,
    priceList: prices === null ? null : priceListOf(prices),
    branchId,
    customerGroup: customer?.customer_group || null,
  });
}
