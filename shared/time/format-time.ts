import type { Instant, IsoDay } from './instant.ts';
import { dayOfNumber, wallClock } from './wall-clock.ts';

/** `20.11.2026` */
export function formatDay(day: IsoDay): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}

/** `14:30`, Swiss wall clock. */
export function formatTime(moment: Instant): string {
  return timeOf(wallClock(moment).minute);
}

/** `20.11.2026 14:30`, Swiss wall clock. */
export function formatInstant(moment: Instant): string {
  const { day, minute } = wallClock(moment);
  return `${formatDay(dayOfNumber(day))} ${timeOf(minute)}`;
}

/** `14:30`, of the minutes since midnight. */
function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
