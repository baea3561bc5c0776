import { holidayOn } from '../time/holidays.ts';
import type { Instant } from '../time/instant.ts';
import { dayOfNumber, minuteOf, wallClock, weekdayOf } from '../time/wall-clock.ts';
import type { Branch } from './price-list.ts';

/** Is there somebody at the branch at this moment? The minute of closing still counts. */
export function isOpen(branch: Branch, moment: Instant): boolean {
  if (branch.opening === null) return true;
  const { day, minute } = wallClock(moment);
  const date = dayOfNumber(day);
  if (branch.closedOn.includes(date)) return false;
  const holiday = branch.onHolidays === 'as_usual' ? undefined : holidayOn(branch.canton, date);
  if (holiday && branch.onHolidays === 'closed') return false;
  const hours = branch.opening[holiday ? 6 : weekdayOf(day) - 1] ?? [];
  return hours.some(({ from, to }) => minuteOf(from) <= minute && minute <= minuteOf(to));
}
