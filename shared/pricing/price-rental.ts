import { type BasisPoints, type Rappen, add, times } from '../money/rappen.ts';
import { vatWithin } from '../money/rounding.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { type Instant, type IsoDay, dayOf } from '../time/instant.ts';
import { rentalDays } from '../time/rental-days.ts';
import { type VatKind, vatRateOn } from '../vat/vat-rates.ts';

/** A row of the price list, gross (with VAT), per day. */
export interface Rate {
  readonly id: string;
  readonly name: string;
  readonly validFrom: IsoDay;
  readonly validTo: IsoDay;
  /** The rate is for rentals of at least this many days. */
  readonly minimumDays: number;
  readonly dayPrice: Rappen;
  readonly kilometresPerDay: number;
  readonly extraKilometrePrice: Rappen;
  readonly graceMinutes: number;
}

/** Which rule made a line. `describeLine` turns it into words in the language of the paper. */
export type PriceRule =
  | { readonly code: 'day_rate'; readonly rateName: string; readonly days: number; readonly dayPrice: Rappen }
  | {
      readonly code: 'kilometres_included';
      readonly kilometres: number;
      readonly extraKilometrePrice: Rappen;
    };

export interface PriceLine {
  readonly kind: 'rental' | 'kilometres';
  readonly rule: PriceRule;
  readonly quantity: number;
  readonly unitPrice: Rappen;
  /** quantity × unitPrice */
  readonly amount: Rappen;
  readonly vatKind: VatKind;
  readonly vatRate: BasisPoints;
}

export interface Price {
  readonly rateId: string;
  readonly days: number;
  readonly lines: readonly PriceLine[];
  /** The sum of the lines, with VAT. */
  readonly total: Rappen;
  /** The VAT contained in the total. */
  readonly vat: Rappen;
  readonly kilometresIncluded: number;
  readonly extraKilometrePrice: Rappen;
}

export type PriceRefusal =
  | { readonly code: 'period_backwards'; readonly field: 'endsAt' }
  | { readonly code: 'period_too_long'; readonly field: 'endsAt'; readonly limitDays: number }
  | { readonly code: 'no_rate'; readonly field: 'period'; readonly days: number };

const longestRentalDays = 366;

/**
 * The price of a rental from the rates of its category: the rate valid on the day of the start, with the largest
 * minimum length that the rental reaches. Explained line by line; the lines add up to the total.
 */
export function priceRental(
  rates: readonly Rate[],
  startsAt: Instant,
  endsAt: Instant,
): Result<Price, PriceRefusal> {
  if (endsAt <= startsAt) return refuse({ code: 'period_backwards', field: 'endsAt' });
  const startDay = dayOf(startsAt);
  const candidates = rates
    .filter((rate) => rate.validFrom <= startDay && startDay <= rate.validTo)
    .map((rate) => ({ rate, days: rentalDays(startsAt, endsAt, rate.graceMinutes) }))
    .filter(({ rate, days }) => days >= rate.minimumDays)
    .sort((a, b) => b.rate.minimumDays - a.rate.minimumDays || a.rate.id.localeCompare(b.rate.id));
  const chosen = candidates[0];
  if (!chosen) return refuse({ code: 'no_rate', field: 'period', days: rentalDays(startsAt, endsAt, 0) });
  const { rate, days } = chosen;
  if (days > longestRentalDays) {
    return refuse({ code: 'period_too_long', field: 'endsAt', limitDays: longestRentalDays });
  }

  const vatKind: VatKind = 'standard';
  const vatRate = vatRateOn(startDay, vatKind);
  const kilometresIncluded = days * rate.kilometresPerDay;
  const lines: readonly PriceLine[] = [
    {
      kind: 'rental',
      rule: { code: 'day_rate', rateName: rate.name, days, dayPrice: rate.dayPrice },
      quantity: days,
      unitPrice: rate.dayPrice,
      amount: times(rate.dayPrice, days),
      vatKind,
      vatRate,
    },
    {
      kind: 'kilometres',
      rule: {
        code: 'kilometres_included',
        kilometres: kilometresIncluded,
        extraKilometrePrice: rate.extraKilometrePrice,
      },
      quantity: 1,
      unitPrice: times(rate.dayPrice, 0),
      amount: times(rate.dayPrice, 0),
      vatKind,
      vatRate,
    },
  ];
  const total = add(...lines.map((line) => line.amount));
  return ok({
    rateId: rate.id,
    days,
    lines,
    total,
    vat: vatWithin(total, vatRate),
    kilometresIncluded,
    extraKilometrePrice: rate.extraKilometrePrice,
  });
}
