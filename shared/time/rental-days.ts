import type { Instant } from './instant.ts';
import { epochMsAtWall, minutesADay, wallMs } from './wall-clock.ts';

export interface RentalPeriod {
  /** Full days by the wall clock: 10:00 to 10:00, also on the 23 and 25 hours of a clock change. */
  readonly wholeDays: number;
  /** What is left after the full days, in minutes really gone by; a started minute counts. */
  readonly restMinutes: number;
}

/** Throws a RangeError when the period does not run forward. */
export function rentalPeriod(startsAt: Instant, endsAt: Instant): RentalPeriod {
  if (endsAt <= startsAt) throw new RangeError('a rental must end after it starts');
  const start = wallMs(startsAt);
  const end = Date.parse(endsAt);
  const msADay = minutesADay * 60_000;
  let wholeDays = Math.max(0, Math.floor((wallMs(endsAt) - start) / msADay));
  // In the hour that happens twice, or was skipped, the wall may show the full day before or after it is over.
  const anchor = (days: number): number =>
    days === 0 ? Date.parse(startsAt) : epochMsAtWall(start + days * msADay);
  while (wholeDays > 0 && anchor(wholeDays) > end) wholeDays -= 1;
  return { wholeDays, restMinutes: Math.ceil((end - anchor(wholeDays)) / 60_000) };
}

/**
 * How many days a rental counts: started days by the wall clock. A return up to `graceMinutes` past the full day does
 * not start another. At least one. Throws a RangeError when the period does not run forward.
 */
export function rentalDays(startsAt: Instant, endsAt: Instant, graceMinutes: number): number {
  return startedDays(rentalPeriod(startsAt, endsAt), graceMinutes);
}

export function startedDays({ wholeDays, restMinutes }: RentalPeriod, graceMinutes: number): number {
  return Math.max(1, wholeDays + (restMinutes > graceMinutes ? 1 : 0));
}
