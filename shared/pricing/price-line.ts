import type { BasisPoints, Rappen } from '../money/rappen.ts';
import type { IsoDay } from '../time/instant.ts';
import type { VatKind } from '../vat/vat-rates.ts';

export type Kilometres = number | 'unlimited';

type NamedPrice = { readonly name: string; readonly price: Rappen };

/** Which rule made a line. `describeLine` turns it into words in the language of the paper. */
export type PriceRule = (
  | { readonly code: 'day_rate'; readonly rateName: string; readonly days: number; readonly dayPrice: Rappen }
  | {
      readonly code: 'hour_rate';
      readonly rateName: string;
      readonly hours: number;
      readonly hourPrice: Rappen;
    }
  | {
      readonly code: 'weekend_rate' | 'week_rate' | 'month_rate';
      readonly rateName: string;
      readonly count: number;
      /** The days of the rental that they cover. */
      readonly days: number;
      readonly price: Rappen;
    }
  | {
      readonly code: 'exchanged_leg';
      readonly category: string;
      readonly days: number;
      readonly ofDays: number;
      /** What the whole rental would cost in this category. */
      readonly wholePrice: Rappen;
    }
  | {
      readonly code: 'kilometres_included';
      readonly kilometres: number;
      readonly extraKilometrePrice: Rappen;
    }
  | { readonly code: 'kilometres_unlimited' }
  | ({ readonly code: 'kilometre_package'; readonly kilometres: Kilometres } & NamedPrice)
  | {
      readonly code: 'extra_kilometres';
      readonly driven: number;
      readonly included: number;
      readonly price: Rappen;
    }
  | ({
      readonly code: 'extra_per_day' | 'protection';
      readonly days: number;
      readonly count: number;
    } & NamedPrice)
  | ({ readonly code: 'extra_once'; readonly count: number } & NamedPrice)
  /** The price by day would be more than the most that is charged. */
  | ({ readonly code: 'extra_maximum' | 'protection_maximum'; readonly count: number } & NamedPrice)
  | {
      readonly code: 'young_driver';
      readonly underAge: number;
      readonly days: number;
      readonly price: Rappen;
    }
  | { readonly code: 'young_driver_maximum'; readonly underAge: number; readonly price: Rappen }
  | { readonly code: 'one_way'; readonly from: string; readonly to: string }
  | { readonly code: 'after_hours_pick_up' | 'after_hours_return'; readonly branch: string }
  | { readonly code: 'airport'; readonly branch: string; readonly share: BasisPoints | null }
  | { readonly code: 'discount' | 'voucher'; readonly name: string; readonly share: BasisPoints | null }
  | { readonly code: 'late_fee'; readonly minutes: number }
  /** Early: not dearer than signed. Late: not cheaper. */
  | { readonly code: 'signed_price_holds' }
) & {
  /** Only so many days of the service: the rest stands on a line with another VAT rate. */
  readonly part?: { readonly days: number; readonly ofDays: number };
};

export type LineKind = 'rental' | 'kilometres' | 'protection' | 'extra' | 'fee' | 'discount';

export interface PriceLine {
  readonly kind: LineKind;
  readonly rule: PriceRule;
  readonly quantity: number;
  readonly unitPrice: Rappen;
  /** quantity × unitPrice */
  readonly amount: Rappen;
  readonly vatKind: VatKind;
  readonly vatRate: BasisPoints;
}

/** A line before its VAT is known: a service over some days, or on one. */
export interface Charge {
  readonly kind: LineKind;
  readonly rule: PriceRule;
  readonly quantity: number;
  readonly unitPrice: Rappen;
  readonly vatKind: VatKind;
  readonly firstDay: IsoDay;
  readonly days: number;
}
