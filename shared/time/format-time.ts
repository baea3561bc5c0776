import { type Instant, type IsoDay, dayOf, zoned } from './instant.ts';

/** `20.11.2026` */
export function formatDay(day: IsoDay): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}

/** `14:30`, Swiss wall clock. */
export function formatTime(moment: Instant): string {
  return zoned(moment).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** `20.11.2026 14:30`, Swiss wall clock. */
export function formatInstant(moment: Instant): string {
  return `${formatDay(dayOf(moment))} ${formatTime(moment)}`;
}
