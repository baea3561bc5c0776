import { useEffect, useState } from 'react';
import { type Instant, now } from '#shared/time/instant.ts';

/** The time, renewed at each full minute: what is overdue changes without a click. */
export function useMinute(): Instant {
  const [time, setTime] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const arm = (): void => {
      timer = setTimeout(
        () => {
          setTime(now());
          arm();
        },
        60_000 - (Date.now() % 60_000),
      );
    };
    arm();
    return () => clearTimeout(timer);
  }, []);
  return time;
}
