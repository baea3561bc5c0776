import { type BasisPoints, basisPoints } from '../money/rappen.ts';
import { type IsoDay, isoDay } from '../time/instant.ts';

export type VatKind = 'standard' | 'none';

const standardRates: readonly { readonly from: IsoDay; readonly rate: BasisPoints }[] = [
  { from: isoDay('2024-01-01'), rate: basisPoints(810) },
  { from: isoDay('2018-01-01'), rate: basisPoints(770) },
  { from: isoDay('2011-01-01'), rate: basisPoints(800) },
];

/**
 * The Swiss VAT rate in force on the day of the service (not of the invoice): MWSTG 25 and 115.
 * `none` is for what is outside VAT, such as damage compensation (MWSTG 18(2)(i)).
 */
export function vatRateOn(day: IsoDay, kind: VatKind): BasisPoints {
  if (kind === 'none') return basisPoints(0);
  const row = standardRates.find(({ from }) => from <= day);
  if (!row) throw new RangeError(`no VAT rate is known for ${day}`);
  return row.rate;
}
