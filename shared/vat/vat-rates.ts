import { type BasisPoints, type Rappen, basisPoints, zero } from '../money/rappen.ts';
import { splitAmount } from '../money/split-amount.ts';
import { type IsoDay, isoDay } from '../time/instant.ts';
import { dayNumber, dayOfNumber } from '../time/wall-clock.ts';

export type VatKind = 'standard' | 'none';

/** Rates and days as the Federal Tax Administration publishes them (MWST-Info 19, Steuersatzerhöhung per 1. Januar 2024). */
const standardRates: readonly { readonly from: IsoDay; readonly rate: BasisPoints }[] = [
  { from: isoDay('2024-01-01'), rate: basisPoints(810) },
  { from: isoDay('2018-01-01'), rate: basisPoints(770) },
  { from: isoDay('2011-01-01'), rate: basisPoints(800) },
];

/** Of the oldest rate that is known: services before it cannot be billed here. */
export const firstVatDay = isoDay('2011-01-01');

/**
 * The Swiss VAT rate in force on the day of the service (not of the invoice or the payment): MWSTG 25 and 115(1). The same
 * rates hold in Liechtenstein. `none` is for what is outside VAT, such as damage compensation (MWSTG 18(2)(i)), on whose
 * bill VAT must not be mentioned, not even when a garage repaired the damage (so the Federal Tax Administration
 * in its branch information on "Schadenersatz").
 */
export function vatRateOn(day: IsoDay, kind: VatKind): BasisPoints {
  if (kind === 'none') return basisPoints(0);
  const row = standardRates.find(({ from }) => from <= day);
  if (!row) throw new RangeError(`no VAT rate is known for ${day}`);
  return row.rate;
}

export interface VatPeriod {
  readonly firstDay: IsoDay;
  readonly days: number;
  readonly rate: BasisPoints;
}

/** Cuts consecutive days of service where the rate changes. In the order of time; the days add up. */
export function vatPeriods(firstDay: IsoDay, days: number, kind: VatKind): readonly VatPeriod[] {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`not a number of days: ${days}`);
  const first = dayNumber(firstDay);
  const lastDay = days === 1 ? firstDay : dayOfNumber(first + days - 1);
  const changes =
    kind === 'none' ? [] : standardRates.filter(({ from }) => from > firstDay && from <= lastDay);
  const starts = [first, ...changes.map(({ from }) => dayNumber(from)).toReversed()];
  return starts.map((start, index) => {
    const day = index === 0 ? firstDay : dayOfNumber(start);
    return { firstDay: day, days: (starts[index + 1] ?? first + days) - start, rate: vatRateOn(day, kind) };
  });
}

/**
 * Splits the price of a service over consecutive days at a change of rate, day by day without losing a Rappen: what is
 * rendered before the change has the old rate, whatever the date of the invoice (MWSTG 115). The paper must show each part
 * with its period and amount: otherwise all of it has the new rate (MWST-Info 19).
 */
export function splitByServiceDay(
  amount: Rappen,
  firstDay: IsoDay,
  days: number,
  kind: VatKind,
): readonly (VatPeriod & { readonly amount: Rappen })[] {
  const periods = vatPeriods(firstDay, days, kind);
  const parts = splitAmount(
    amount,
    periods.map((period) => period.days),
  );
  return periods.map((period, index) => ({ ...period, amount: parts[index] ?? zero }));
}
