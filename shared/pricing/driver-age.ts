import { type Result, ok, refuse } from '../result/result.ts';
import type { IsoDay } from '../time/instant.ts';
import { yearsSince } from '../time/years-since.ts';
import type { Category } from './price-list.ts';
import type { QuoteRefusal } from './quote-refusal.ts';
import type { QuoteRequest } from './quote-request.ts';

/** Age and licence years of every driver, counted on the day of the pick-up. */
export function checkAges(
  drivers: QuoteRequest['drivers'],
  category: Category,
  on: IsoDay,
): Result<null, QuoteRefusal> {
  for (const [index, { bornOn, licenceSince }] of drivers.entries()) {
    const field = `drivers.${index}.bornOn`;
    const licence = `drivers.${index}.licenceSince`;
    const age = yearsSince(bornOn, on);
    if (age < category.minimumAge) {
      return refuse({ code: 'driver_too_young', field, limit: category.minimumAge, age });
    }
    if (category.maximumAge !== null && age > category.maximumAge) {
      return refuse({ code: 'driver_too_old', field, limit: category.maximumAge, age });
    }
    if (licenceSince <= bornOn) return refuse({ code: 'licence_before_birth', field: licence });
    const years = yearsSince(licenceSince, on);
    const limit = category.minimumLicenceYears;
    if (licenceSince > on || years < limit) {
      return refuse({ code: 'licence_too_new', field: licence, limit, years: Math.max(0, years) });
    }
  }
  return ok(null);
}
