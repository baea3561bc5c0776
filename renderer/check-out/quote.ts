import type { Selectable } from 'kysely';
import { checkDriver } from '#shared/drivers/check-driver.ts';
import type { DriverRefusal } from '#shared/drivers/driver-refusal.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { type Price, type PriceRefusal, priceRental } from '#shared/pricing/price-rental.ts';
import { type Result, ok } from '#shared/result/result.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { parseTypedDay } from '#shared/time/parse-typed.ts';
import type { RateRow } from '#sync/schema/rows.generated.ts';
import type { Rows } from '../app/counter/counter.ts';
import { asRate } from './as-rate.ts';
import type { DraftContent } from './draft.ts';
import { readPeriod } from './read-form.ts';
import { driverRules } from './driver-rules.ts';

export interface Quote {
  readonly price: Price;
  readonly plate: string;
  readonly deposit: Rappen;
  readonly deductible: Rappen;
}

/** A price, why there is none, or null while vehicle or period are open. */
export type QuoteResult = Result<Quote, PriceRefusal | DriverRefusal> | null;

/** The chosen vehicle with the rules of its category. */
export function quotedVehicle(rows: Rows, vehicleId: string) {
  return rows
    .selectFrom('vehicles')
    .innerJoin('vehicle_categories', 'vehicle_categories.id', 'vehicles.category_id')
    .where('vehicles.id', '=', vehicleId)
    .select(['vehicles.plate', 'vehicles.category_id', 'deposit', 'deductible'])
    .select(['minimum_age', 'minimum_licence_years']);
}

export type QuotedVehicle = Awaited<ReturnType<ReturnType<typeof quotedVehicle>['execute']>>[number];

export function ratesOf(rows: Rows, categoryId: string) {
  return rows.selectFrom('rates').selectAll().where('category_id', '=', categoryId);
}

/** The price of what is entered so far, and whether this driver may have the vehicle. */
export function quoteOf(
  draft: DraftContent,
  vehicle: QuotedVehicle | undefined,
  rates: readonly Selectable<RateRow>[] | undefined,
): QuoteResult {
  const today = dayOf(now());
  const { startsAt, endsAt } = readPeriod(draft, today);
  if (!vehicle || !rates || !startsAt || !endsAt) return null;
  const price = priceRental(rates.map(asRate), startsAt, endsAt);
  if (!price.ok) return price;
  const bornOn = parseTypedDay(draft.bornOn, today);
  const licenceSince = parseTypedDay(draft.licenceSince, today);
  if (bornOn.ok && licenceSince.ok) {
    const driver = checkDriver(
      {
        bornOn: bornOn.value,
        licenceSince: licenceSince.value,
        licenceCategory: draft.licenceCategory,
        licenceExpiresOn: null,
      },
      driverRules(vehicle),
      { firstDay: dayOf(startsAt), lastDay: dayOf(endsAt) },
    );
    if (!driver.ok) return driver;
  }
  return ok({
    price: price.value,
    plate: vehicle.plate,
    deposit: vehicle.deposit,
    deductible: vehicle.deductible,
  });
}

/** The same, read now: for a decision that must not be made on what the screen showed a moment ago. */
export async function readQuote(rows: Rows, draft: DraftContent): Promise<QuoteResult> {
  const vehicle = await quotedVehicle(rows, draft.vehicleId).executeTakeFirst();
  const rates = vehicle ? await ratesOf(rows, vehicle.category_id).execute() : [];
  return quoteOf(draft, vehicle, rates);
}
