import type { Rappen } from '../money/rappen.ts';
import type { IsoDay } from '../time/instant.ts';
import { type RentalPeriod, startedDays } from '../time/rental-days.ts';
import type { Kilometres } from './price-line.ts';

export interface UnitPrice {
  readonly price: Rappen;
  readonly kilometres: Kilometres;
}

interface WeekPoint {
  readonly weekday: number;
  readonly time: string;
}

/** A rate as the engine needs it; `ListRate` of a price list is one. */
export interface EngineRate {
  readonly id: string;
  readonly name: string;
  readonly validFrom: IsoDay;
  readonly validTo: IsoDay;
  readonly priority: number;
  readonly minimumDays: number;
  readonly graceMinutes: number;
  readonly extraKilometrePrice: Rappen;
  readonly day: UnitPrice;
  readonly hour?: (UnitPrice & { readonly minimumHours: number }) | undefined;
  readonly weekend?:
    | (UnitPrice & { readonly from: WeekPoint; readonly to: WeekPoint; readonly overHolidays: boolean })
    | undefined;
  readonly week?: UnitPrice | undefined;
  readonly month?: (UnitPrice & { readonly days: number }) | undefined;
}

/**
 * The rate for a day: of those valid on it, the highest priority (a season), then the largest minimum length that the
 * rental reaches, counted with the rate's own grace. Equal ones: the smaller id, so that every counter chooses the same.
 */
export function chooseRate<Some extends EngineRate>(
  rates: readonly Some[],
  day: IsoDay,
  period: RentalPeriod,
): Some | undefined {
  let best: Some | undefined;
  for (const rate of rates) {
    if (rate.validFrom > day || day > rate.validTo) continue;
    if (startedDays(period, rate.graceMinutes) < rate.minimumDays) continue;
    if (best === undefined || isBefore(rate, best)) best = rate;
  }
  return best;
}

function isBefore(one: EngineRate, other: EngineRate): boolean {
  if (one.priority !== other.priority) return one.priority > other.priority;
  if (one.minimumDays !== other.minimumDays) return one.minimumDays > other.minimumDays;
  return one.id < other.id;
}
