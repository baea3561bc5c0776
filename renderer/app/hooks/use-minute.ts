import { useEffect, useState } from 'react';
import { type Instant, now } from '#shared/time/instant.ts';

/** The time, renewed at each full minute: what is overdue changes without a click. */
export function useMinute(): Instant {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const untilNext = 60_000 - (Date.now() % 60_000);
    const timer = setTimeout(() => setTime(now()), untilNext);
    return () => clearTimeout(timer);
  }, [time]);
  return time;
}
