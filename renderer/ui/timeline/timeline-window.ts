import { type Instant, type IsoDay, addDays, atWallClock, dayOf } from '#shared/time/instant.ts';
import { formatTime } from '#shared/time/format-time.ts';
import { dayNumber, dayOfNumber, minutesADay, wallMs } from '#shared/time/wall-clock.ts';

/** What of the time is seen: whole days by the wall clock, so that a day is as wide as any other. */
export interface TimelineWindow {
  readonly firstDay: IsoDay;
  readonly days: number;
}

export function moved({ firstDay, days }: TimelineWindow, by: number): TimelineWindow {
  return { firstDay: addDays(firstDay, by), days };
}

const msADay = minutesADay * 60_000;

/** Where a moment stands: 0 is the left edge, 1 the right one; beyond it is below or above. */
export function placeOf({ firstDay, days }: TimelineWindow, at: Instant): number {
  return (wallMs(at) / msADay - dayNumber(firstDay)) / days;
}

/** Where a span stands, cut to the window; null when none of it is seen. `null` has no end. */
export function spanOf(
  window: TimelineWindow,
  startsAt: Instant,
  endsAt: Instant | null,
): { readonly left: number; readonly width: number } | null {
  const left = Math.max(0, placeOf(window, startsAt));
  const right = Math.min(1, endsAt === null ? 1 : placeOf(window, endsAt));
  return right <= left ? null : { left, width: right - left };
}

/** The days of the window, each with its weekday (0 is Monday). */
export function daysOf({ firstDay, days }: TimelineWindow) {
  const first = dayNumber(firstDay);
  return Array.from({ length: days }, (_, index) => {
    const day = dayOfNumber(first + index);
    // 1 January 1970 was a Thursday.
    const weekday = (first + index + 3) % 7;
    return { day, weekday, isMonday: weekday === 0, isWeekend: weekday >= 5 };
  });
}

/** The moments of its edges. */
export function edgesOf({ firstDay, days }: TimelineWindow): {
  readonly from: Instant;
  readonly to: Instant;
} {
  return { from: atWallClock(firstDay, '00:00'), to: atWallClock(addDays(firstDay, days), '00:00') };
}

/** The window that shows a moment: this one if it does, otherwise moved as little as shows it. */
export function showing(window: TimelineWindow, at: Instant): TimelineWindow {
  const place = placeOf(window, at) * window.days;
  if (place < 0) return moved(window, Math.floor(place) - 1);
  if (place >= window.days) return moved(window, Math.ceil(place - window.days) + 2);
  return window;
}

/** Days later at the same time of the wall clock. */
export function daysLater(at: Instant, by: number): Instant {
  return atWallClock(addDays(dayOf(at), by), formatTime(at));
}
