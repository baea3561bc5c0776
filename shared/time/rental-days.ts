import { Temporal } from 'temporal-polyfill';
import { type Instant, zoned } from './instant.ts';

/**
 * How many days a rental counts: started days by the wall clock, so that 10:00 to 10:00 is a whole day also on the
 * 23 and 25 hours of a clock change. A return up to `graceMinutes` past the full day does not start another.
 * At least one. Throws a RangeError when the period does not run forward.
 */
export function rentalDays(startsAt: Instant, endsAt: Instant, graceMinutes: number): number {
  if (endsAt <= startsAt) throw new RangeError('a rental must end after it starts');
  const start = zoned(startsAt);
  const end = zoned(endsAt);
  const whole = start.until(end, { largestUnit: 'day' }).days;
  const rest = start.add({ days: whole }).until(end, { largestUnit: 'minute' });
  const starts = Temporal.Duration.compare(rest, { minutes: graceMinutes }) > 0 ? 1 : 0;
  return Math.max(1, whole + starts);
}
