import type { DriverRules } from '#shared/drivers/check-driver.ts';
import type { LicenceCategory } from '#shared/drivers/driver-refusal.ts';

/** What a category in the replica asks of its drivers. */
export function driverRules(category: {
  readonly minimum_age: number;
  readonly maximum_age: number | null;
  readonly minimum_licence_years: number;
  readonly licence_category: string;
}): DriverRules {
  return {
    minimumAge: category.minimum_age,
    maximumAge: category.maximum_age,
    minimumLicenceYears: category.minimum_licence_years,
    licenceCategory: licenceCategoryOf(category.licence_category),
  };
}

/** The server allows these five; a sixth from a newer server is asked for as a car's. */
function licenceCategoryOf(text: string): LicenceCategory {
  const known: readonly LicenceCategory[] = ['B', 'BE', 'C1', 'C', 'D1'];
  return known.find((category) => category === text) ?? 'B';
}
