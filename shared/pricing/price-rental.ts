import { type Rappen, add, zero } from '../money/rappen.ts';

import { type Result, ok } from '../result/result.ts';
import { type Instant, type IsoDay, dayOf } from '../time/instant.ts';
import { chargeLines } from './charge-lines.ts';
import type { EngineRate } from './choose-rate.ts';
import type { PriceLine } from './price-line.ts';
import { type PriceRefusal, kilometresCharge, rentalPart } from './rental-part.ts';
import { vatSummary } from './vat-summary.ts';

export type { PriceLine, PriceRule } from './price-line.ts';
export type { PriceRefusal } from './rental-part.ts';

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

/**
 * The price of a rental from the day rates of its category: the simplest case of `rentalPart`, with one kind of unit.
 * The rate valid on the day of the start, with the largest minimum length that the rental reaches. Explained line by
 * line; the lines add up to the total.
 */
export function priceRental(
  rates: readonly Rate[],
  startsAt: Instant,
  endsAt: Instant,
): Result<Price, PriceRefusal> {
  const part = rentalPart(rates.map(asEngineRate), startsAt, endsAt, { seasonBy: 'start', canton: null });
  if (!part.ok) return part;
  const { rateId, days, charges, kilometres, extraKilometrePrice } = part.value;
  const when = { firstDay: dayOf(startsAt), days };
  const lines = [...charges, kilometresCharge(kilometres, extraKilometrePrice, when)].flatMap(chargeLines);
  const summary = vatSummary(lines, 'gross');
  return ok({
    rateId,
    days,
    lines,
    total: add(...lines.map((line) => line.amount)),
    vat: add(zero, ...summary.map(({ vat }) => vat)),
    kilometresIncluded: kilometres === 'unlimited' ? 0 : kilometres,
    extraKilometrePrice,
  });
}

function asEngineRate({ dayPrice, kilometresPerDay, ...rate }: Rate): EngineRate {
  return { ...rate, priority: 0, day: { price: dayPrice, kilometres: kilometresPerDay } };
}
