import type { DriverAgeRefusal } from '../drivers/driver-refusal.ts';
import type { RequestRefusal } from './priced-request.ts';
import type { PriceRefusal } from './rental-part.ts';

type Unknown<Code extends string> = { readonly code: Code; readonly field: string; readonly id: string };

/** Why there is no price. `field` is the path in the request. */
export type QuoteRefusal =
  | RequestRefusal
  | PriceRefusal
  | Unknown<'category_unknown' | 'branch_unknown' | 'extra_unknown' | 'protection_unknown'>
  | Unknown<'package_unknown' | 'voucher_unknown' | 'voucher_not_valid' | 'voucher_twice'>
  | Unknown<'extra_twice' | 'protection_twice'>
  | { readonly code: 'voucher_needs_longer'; readonly field: string; readonly minimumDays: number }
  | {
      readonly code: 'extra_too_many';
      readonly field: string;
      readonly maximum: number;
      readonly name: string;
    }
  | DriverAgeRefusal
  | {
      readonly code: 'one_way_not_offered';
      readonly field: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly code: 'branch_closed'; readonly field: string; readonly branch: string }
  | { readonly code: 'exchange_outside_period' | 'added_outside_period'; readonly field: string };
