import type { Instant, IsoDay } from '../time/instant.ts';
import { dayNumber, epochMsAtWall, minuteOf, minutesADay, wallMs } from '../time/wall-clock.ts';

/**
 * The moments at which a Swiss wall clock showed this: one; two in the hour that the end of summer time repeats, the
 * earlier first; none in the hour that its beginning skips.
 *
 * @param time `14:30`, from `00:00` to `23:59`
 */
export function momentsAt(day: IsoDay, time: string): readonly Instant[] {
  const wall = (dayNumber(day) * minutesADay + minuteOf(time)) * 60_000;
  const first = epochMsAtWall(wall);
  const moments = [first, first + 3_600_000].map((epochMs) => new Date(epochMs).toISOString() as Instant);
  return moments.filter((moment) => wallMs(moment) === wall);
}
