import { type Plate, checkPlate } from '#shared/fleet/plate.ts';
import { plateRefusalTexts } from '#shared/fleet/refusal-texts.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { parseTypedMoney } from '#shared/money/parse-typed-money.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { typedMoneyRefusalTexts } from '#shared/money/refusal-texts.ts';
import { type Phone, formatPhone, normalisePhone } from '#shared/parties/phone.ts';
import { phoneRefusalTexts } from '#shared/parties/refusal-texts.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import type { Instant, IsoDay } from '#shared/time/instant.ts';
import { type Span, formatSpans, parseTypedSpans } from '#shared/time/opening-hours.ts';
import { typedSpansRefusalTexts } from '#shared/time/opening-hours-texts.ts';
import { parseTypedMoment, parseTypedRentalDay } from '#shared/time/parse-typed-moment.ts';
import { parseTypedDay } from '#shared/time/parse-typed.ts';
import { typedRefusalTexts } from '#shared/time/refusal-texts.ts';
import { typedMomentRefusalTexts } from '#shared/time/typed-moment-refusal-texts.ts';
import { formatWhole, parseTypedWhole } from '#shared/validation/parse-typed-whole.ts';
import { typedWholeRefusalTexts } from '#shared/validation/typed-whole-refusal-texts.ts';
import { readablePlate } from '../readable-plate.ts';
import { type Reader, readerOf } from './entry.ts';

/** Amounts in Rappen, written as `1’590.00`. */
export function moneyReader(mayBeNegative: boolean): Reader<Rappen> {
  return readerOf((text) => parseTypedMoney(text, { mayBeNegative }), typedMoneyRefusalTexts, formatAmount);
}

export function wholeReader(smallest: number, largest: number): Reader<number> {
  return readerOf(
    (text) => parseTypedWhole(text, { smallest, largest }),
    typedWholeRefusalTexts,
    formatWhole,
  );
}

/** The reading of an odometer, in kilometres. */
export const kilometreReader = wholeReader(0, 9_999_999);

/** A day of the rental business: `24.12.`, `+3` from `from`, `heute`. */
export function rentalDayReader(today: IsoDay, from?: IsoDay): Reader<IsoDay> {
  const now = from === undefined ? { today } : { today, from };
  return readerOf((text) => parseTypedRentalDay(text, now), typedMomentRefusalTexts, formatDay);
}

/** A day gone by, such as a date of birth: two-digit years are the last hundred. */
export function pastDayReader(today: IsoDay): Reader<IsoDay> {
  return readerOf((text) => parseTypedDay(text, today), typedRefusalTexts, formatDay);
}

export function momentReader(now: Instant, from?: Instant): Reader<Instant> {
  const base = from === undefined ? { now } : { now, from };
  return readerOf((text) => parseTypedMoment(text, base), typedMomentRefusalTexts, formatInstant);
}

/** The opening hours of one day, written as `07:30–12:00, 13:30–18:30`. */
export const spansReader: Reader<readonly Span[]> = readerOf(
  parseTypedSpans,
  typedSpansRefusalTexts,
  formatSpans,
);

/** Written in groups, as plates are read everywhere else; with spaces that can be copied into any search. */
export const plateReader: Reader<Plate> = readerOf(checkPlate, plateRefusalTexts, (plate) =>
  readablePlate(plate).replaceAll('\u00a0', ' '),
);

export const phoneReader: Reader<Phone> = readerOf(normalisePhone, phoneRefusalTexts, (phone) =>
  formatPhone(phone).replace(/^\+41 /, '0'),
);
