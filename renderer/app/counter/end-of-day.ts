import { type Instant, addDays, atWallClock, dayOf } from '#shared/time/instant.ts';

/** The first moment of the next Swiss day. */
export function endOfDay(at: Instant): Instant {
  return atWallClock(addDays(dayOf(at), 1), '00:00');
}
