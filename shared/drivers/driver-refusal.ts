import type { IsoDay } from '../time/instant.ts';

/** Why somebody of this age, with a licence that old, does not drive this category. `field` is the path to what is wrong. */
export type DriverAgeRefusal =
  | {
      readonly code: 'driver_too_young' | 'driver_too_old';
      readonly field: string;
      readonly limit: number;
      readonly age: number;
    }
  | {
      readonly code: 'licence_too_new';
      readonly field: string;
      readonly limit: number;
      readonly years: number;
    }
  | { readonly code: 'licence_before_birth'; readonly field: string };

/** Why somebody does not drive this vehicle. */
export type DriverRefusal =
  | DriverAgeRefusal
  | { readonly code: 'licence_category_missing'; readonly field: string; readonly needed: LicenceCategory }
  | { readonly code: 'licence_expired'; readonly field: string; readonly expiresOn: IsoDay };

/** What a rental vehicle can ask for: cars, cars with a heavy trailer, vans above 3.5 t, lorries, small buses. */
export type LicenceCategory = 'B' | 'BE' | 'C1' | 'C' | 'D1';
