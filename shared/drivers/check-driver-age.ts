import { type Result, ok, refuse } from '../result/result.ts';
import type { IsoDay } from '../time/instant.ts';
import { yearsSince } from '../time/years-since.ts';
import type { DriverAgeRefusal } from './driver-refusal.ts';

/** What a category asks of the years of its drivers. */
export interface DriverAgeRules {
  readonly minimumAge: number;
  /** The last year of life in which one may still drive it; `null` without limit. */
  readonly maximumAge: number | null;
  readonly minimumLicenceYears: number;
}

/** May somebody of this age drive? Counted on `on`, the day of the pick-up; `path` leads to the driver's fields. */
export function checkDriverAge(
  driver: { readonly bornOn: IsoDay; readonly licenceSince: IsoDay },
  rules: DriverAgeRules,
  on: IsoDay,
  path = '',
): Result<null, DriverAgeRefusal> {
  const { bornOn, licenceSince } = driver;
  const birth = `${path}bornOn`;
  const licence = `${path}licenceSince`;
  const age = yearsSince(bornOn, on);
  if (age < rules.minimumAge) {
    return refuse({ code: 'driver_too_young', field: birth, limit: rules.minimumAge, age });
  }
  if (rules.maximumAge !== null && age > rules.maximumAge) {
    return refuse({ code: 'driver_too_old', field: birth, limit: rules.maximumAge, age });
  }
  if (licenceSince <= bornOn) return refuse({ code: 'licence_before_birth', field: licence });
  const years = yearsSince(licenceSince, on);
  const limit = rules.minimumLicenceYears;
  // One that is only issued tomorrow has −1: it is none, even where no years are asked for.
  if (years < limit) {
    return refuse({ code: 'licence_too_new', field: licence, limit, years: Math.max(0, years) });
  }
  return ok(null);
}
