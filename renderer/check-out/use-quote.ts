import { useMemo } from 'react';
import { checkDriver, type DriverRefusal } from '#shared/contracts/check-driver.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { type Price, type PriceRefusal, priceRental } from '#shared/pricing/price-rental.ts';
import { type Result, ok } from '#shared/result/result.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { parseTypedDay } from '#shared/time/parse-typed.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { asRate } from './as-rate.ts';
import type { DraftContent } from './draft.ts';
import { readPeriod } from './read-form.ts';

export interface Quote {
  readonly price: Price;
  readonly plate: string;
  readonly deposit: Rappen;
  readonly deductible: Rappen;
}

/** The price of what is entered so far, and whether this driver may have it; null while vehicle or period are open. */
export function useQuote(draft: DraftContent): Result<Quote, PriceRefusal | DriverRefusal> | null {
  const [vehicle] =
    useRows(`quote/vehicle/${draft.vehicleId}`, (rows) =>
      rows
        .selectFrom('vehicles')
        .innerJoin('vehicle_categories', 'vehicle_categories.id', 'vehicles.category_id')
        .where('vehicles.id', '=', draft.vehicleId)
        .select([
          'vehicles.plate',
          'vehicles.category_id',
          'deposit',
          'deductible',
          'minimum_age',
          'minimum_licence_years',
        ]),
    ) ?? [];
  const rates = useRows(`quote/rates/${vehicle?.category_id ?? ''}`, (rows) =>
    rows
      .selectFrom('rates')
      .selectAll()
      .where('category_id', '=', vehicle?.category_id ?? ''),
  );
  return useMemo(() => {
    const today = dayOf(now());
    const { startsAt, endsAt } = readPeriod(draft, today);
    if (!vehicle || !rates || rates.length === 0 || !startsAt || !endsAt) return null;
    const price = priceRental(rates.map(asRate), startsAt, endsAt);
    if (!price.ok) return price;
    const bornOn = parseTypedDay(draft.bornOn, today);
    const licenceSince = parseTypedDay(draft.licenceSince, today);
    if (bornOn.ok && licenceSince.ok) {
      const driver = checkDriver(
        { bornOn: bornOn.value, licenceSince: licenceSince.value, licenceCategory: draft.licenceCategory },
        { minimumAge: vehicle.minimum_age, minimumLicenceYears: vehicle.minimum_licence_years },
        dayOf(startsAt),
      );
      if (!driver.ok) return driver;
    }
    return ok({
      price: price.value,
      plate: vehicle.plate,
      deposit: vehicle.deposit,
      deductible: vehicle.deductible,
    });
  }, [draft, vehicle, rates]);
}
