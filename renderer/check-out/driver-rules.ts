import type { DriverRules } from '#shared/drivers/check-driver.ts';

/** What a category in the replica asks of its drivers. It knows no oldest age yet, and all its vehicles are cars. */
export function driverRules(category: {
  readonly minimum_age: number;
  readonly minimum_licence_years: number;
}): DriverRules {
  return {
    minimumAge: category.minimum_age,
    maximumAge: null,
    minimumLicenceYears: category.minimum_licence_years,
    licenceCategory: 'B',
  };
}
