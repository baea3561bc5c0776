import { type Rappen, add, times, zero } from '../money/rappen.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Canton } from '../time/holiday-rules.ts';
import type { Instant } from '../time/instant.ts';
import { type RentalPeriod, rentalPeriod, startedDays } from '../time/rental-days.ts';
import { dayOfNumber, minutesADay, wallMs } from '../time/wall-clock.ts';
import { type EngineRate, type UnitPrice, chooseRate } from './choose-rate.ts';
import type { Charge, Kilometres, PriceRule } from './price-line.ts';
import { weekendEnd } from './weekend-window.ts';

export type PriceRefusal =
  | { readonly code: 'period_backwards'; readonly field: 'endsAt' }
  | { readonly code: 'period_too_long'; readonly field: 'endsAt'; readonly limitDays: number }
  | { readonly code: 'no_rate'; readonly field: 'period'; readonly days: number };

export const longestRentalDays = 366;

export interface RentalPart {
  /** The rate of the first day. */
  readonly rateId: string;
  readonly days: number;
  readonly charges: readonly Charge[];
  readonly total: Rappen;
  readonly kilometres: Kilometres;
  readonly extraKilometrePrice: Rappen;
}

export interface RentalTerms {
  readonly seasonBy: 'start' | 'day';
  /** Whose holidays lengthen a weekend. */
  readonly canton: Canton | null;
}

interface Piece {
  readonly code: 'day_rate' | 'hour_rate' | 'weekend_rate' | 'week_rate' | 'month_rate';
  readonly rate: EngineRate;
  readonly unit: UnitPrice;
  readonly from: number;
  readonly to: number;
  /** Hours for hours, otherwise 1. */
  readonly count: number;
}

/**
 * What the rental itself costs: the cheapest lawful combination, as a fair counter would put it together.
 *
 * The period is counted in rental days by the wall clock, a last one begun beyond the grace is a day. A combination
 * covers these days in order: a day covers one, a weekend what lies within it, a week up to seven, a month up to its
 * days (also fewer: six days may be charged as a week if that is cheaper), hours the last, begun day. Each
 * unit has the price of the season of its first day (or of the pick-up, as the list says). The least sum is
 * charged; among equal sums the fewest units, the longer ones first.
 *
 * So the price never falls when the period grows: what covers the longer period also covers the shorter one. It
 * can only fall where another rate, with a higher `minimumDays`, takes over, and then the line names that rate.
 */
export function rentalPart(
  rates: readonly EngineRate[],
  startsAt: Instant,
  endsAt: Instant,
  { seasonBy, canton }: RentalTerms,
): Result<RentalPart, PriceRefusal> {
  if (endsAt <= startsAt) return refuse({ code: 'period_backwards', field: 'endsAt' });
  const period = rentalPeriod(startsAt, endsAt);
  const noRate = { code: 'no_rate', field: 'period', days: startedDays(period, 0) } as const;
  const startMinute = Math.floor(wallMs(startsAt) / 60_000);
  const firstNumber = Math.floor(startMinute / minutesADay);
  const first = chooseRate(rates, dayOfNumber(firstNumber), period);
  if (!first) return refuse(noRate);
  const days = startedDays(period, first.graceMinutes);
  if (days > longestRentalDays) {
    return refuse({ code: 'period_too_long', field: 'endsAt', limitDays: longestRentalDays });
  }
  const frame: Frame = {
    days,
    period,
    canton,
    startMinute,
    endMinute: Math.ceil(wallMs(endsAt) / 60_000) - first.graceMinutes,
    anyLength: seasonBy === 'day',
  };
  const offers: Piece[] = [];
  for (let from = 0; from < days; from++) {
    const rate = seasonBy === 'start' ? first : chooseRate(rates, dayOfNumber(firstNumber + from), period);
    if (!rate) return refuse(noRate);
    offers.push(...offersFrom(from, rate, frame));
  }
  const chosen = cheapest(offers, days);
  const charges = grouped(chosen).map((run) => chargeOf(run, firstNumber));
  return ok({
    rateId: first.id,
    days,
    charges,
    total: sumOf(charges),
    kilometres: kilometresOf(chosen),
    extraKilometrePrice: first.extraKilometrePrice,
  });
}

interface Frame {
  readonly days: number;
  readonly period: RentalPeriod;
  readonly canton: Canton | null;
  /** Minutes of the wall clock; the end less the grace. */
  readonly startMinute: number;
  readonly endMinute: number;
  /**
   * At one price for all days the most that a unit covers is best. Where each day has its season it may be cheaper to use up
   * less of it, so that the next one begins while the season is still low.
   */
  readonly anyLength: boolean;
}

/** The units that may begin on a rental day, at the prices of its rate. */
function offersFrom(from: number, rate: EngineRate, frame: Frame): readonly Piece[] {
  const { days, period } = frame;
  const { day, hour, week, month, weekend } = rate;
  const offers: Piece[] = [{ code: 'day_rate', rate, unit: day, from, to: from + 1, count: 1 }];
  if (hour && from === days - 1 && from === period.wholeDays) {
    const count = Math.max(from === 0 ? hour.minimumHours : 1, Math.ceil(period.restMinutes / 60));
    offers.push({ code: 'hour_rate', rate, unit: hour, from, to: days, count });
  }
  const offer = (code: Piece['code'], unit: UnitPrice, covers: number): void => {
    const most = Math.min(from + covers, days);
    for (let to = frame.anyLength ? from + 1 : most; to <= most && to > from; to++) {
      offers.push({ code, rate, unit, from, to, count: 1 });
    }
  };
  if (week) offer('week_rate', week, 7);
  if (month) offer('month_rate', month, month.days);
  if (weekend) {
    const begins = frame.startMinute + from * minutesADay;
    const ends = weekendEnd(weekend, begins, frame.canton) ?? begins;
    const toTheEnd = begins < ends && frame.endMinute <= ends;
    offer('weekend_rate', weekend, toTheEnd ? days : Math.floor((ends - begins) / minutesADay));
  }
  return offers;
}

/** Of the offers, in the order of the days on which they begin, those that cover all days for the least sum. */
function cheapest(offers: readonly Piece[], days: number): readonly Piece[] {
  const cost: number[] = [0];
  const number: number[] = [0];
  const last: (Piece | undefined)[] = [undefined];
  for (const piece of offers) {
    const { unit, from, to, count } = piece;
    const sum = (cost[from] ?? 0) + unit.price * count;
    const known = cost[to] ?? Number.POSITIVE_INFINITY;
    const fewer = (number[from] ?? 0) + 1 - (number[to] ?? 0);
    const ties = sum === known && (fewer < 0 || (fewer === 0 && from > (last[to]?.from ?? 0)));
    if (sum < known || ties) [cost[to], number[to], last[to]] = [sum, (number[from] ?? 0) + 1, piece];
  }
  const chosen: Piece[] = [];
  for (let piece = last[days]; piece; piece = last[piece.from]) chosen.unshift(piece);
  return chosen;
}

/** Like units after each other stand on one line. */
function grouped(chosen: readonly Piece[]): readonly (readonly Piece[])[] {
  const runs: Piece[][] = [];
  for (const piece of chosen) {
    const run = runs.at(-1);
    if (run?.[0]?.rate === piece.rate && run[0].code === piece.code) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

function chargeOf(run: readonly Piece[], firstNumber: number): Charge {
  const [head, tail] = [run[0], run.at(-1)];
  if (!head || !tail) throw new Error('a run of units is never empty');
  const days = tail.to - head.from;
  const quantity = head.code === 'hour_rate' ? head.count : run.length;
  return {
    kind: 'rental',
    rule: ruleOf(head, quantity, days),
    quantity,
    unitPrice: head.unit.price,
    vatKind: 'standard',
    firstDay: dayOfNumber(firstNumber + head.from),
    days,
  };
}

function ruleOf({ code, rate, unit }: Piece, count: number, days: number): PriceRule {
  const rateName = rate.name;
  if (code === 'day_rate') return { code, rateName, days, dayPrice: unit.price };
  if (code === 'hour_rate') return { code, rateName, hours: count, hourPrice: unit.price };
  return { code, rateName, count, days, price: unit.price };
}

/** One unlimited unit makes the whole rental unlimited: nobody can tell in which unit a kilometre was driven. */
function kilometresOf(chosen: readonly Piece[]): Kilometres {
  let sum = 0;
  for (const { unit, count } of chosen) {
    if (unit.kilometres === 'unlimited') return 'unlimited';
    sum += unit.kilometres * count;
  }
  return sum;
}

/** The line that says how far one may drive. It costs nothing. */
export function kilometresCharge(
  kilometres: Kilometres,
  extraKilometrePrice: Rappen,
  when: Pick<Charge, 'firstDay' | 'days'>,
): Charge {
  const rule: PriceRule =
    kilometres === 'unlimited'
      ? { code: 'kilometres_unlimited' }
      : { code: 'kilometres_included', kilometres, extraKilometrePrice };
  return { kind: 'kilometres', rule, quantity: 1, unitPrice: zero, vatKind: 'standard', ...when, days: 1 };
}

export function sumOf(charges: readonly Charge[]): Rappen {
  return add(...charges.map(({ unitPrice, quantity }) => times(unitPrice, quantity)));
}
