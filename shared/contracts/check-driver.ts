import { type Result, ok, refuse } from '../result/result.ts';
import type { IsoDay } from '../time/instant.ts';
import { yearsSince } from '../time/years-since.ts';

export interface Driver {
  readonly bornOn: IsoDay;
  readonly licenceSince: IsoDay;
  /** As printed on the licence: `B`, `B, BE`. */
  readonly licenceCategory: string;
}

export interface DriverRules {
  readonly minimumAge: number;
  readonly minimumLicenceYears: number;
}

export type DriverRefusal =
  | {
      readonly code: 'driver_too_young';
      readonly field: 'bornOn';
      readonly minimumAge: number;
      readonly age: number;
    }
  | {
      readonly code: 'licence_too_new';
      readonly field: 'licenceSince';
      readonly minimumYears: number;
      readonly years: number;
    }
  | { readonly code: 'licence_before_birth'; readonly field: 'licenceSince' }
  | { readonly code: 'licence_category_missing'; readonly field: 'licenceCategory' };

/** May this person drive this category on this day? Age and licence years are counted on the day of the check-out. */
export function checkDriver(driver: Driver, rules: DriverRules, on: IsoDay): Result<Driver, DriverRefusal> {
  const age = yearsSince(driver.bornOn, on);
  if (age < rules.minimumAge) {
    return refuse({ code: 'driver_too_young', field: 'bornOn', minimumAge: rules.minimumAge, age });
  }
  if (driver.licenceSince <= driver.bornOn)
    return refuse({ code: 'licence_before_birth', field: 'licenceSince' });
  const years = yearsSince(driver.licenceSince, on);
  if (years < rules.minimumLicenceYears || driver.licenceSince > on) {
    return refuse({
      code: 'licence_too_new',
      field: 'licenceSince',
      minimumYears: rules.minimumLicenceYears,
      years: Math.max(0, years),
    });
  }
  if (!/(^|[\s,/])B(E|96)?($|[\s,/])/.test(driver.licenceCategory)) {
    return refuse({ code: 'licence_category_missing', field: 'licenceCategory' });
  }
  return ok(driver);
}
