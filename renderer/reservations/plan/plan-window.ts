import { type IsoDay, addDays } from '#shared/time/instant.ts';
import type { TimelineWindow } from '../../ui/timeline/timeline-window.ts';

/** How many days are seen at once, and how many of them lie behind today at first. */
export const zooms = { twoWeeks: 14, month: 31, quarter: 90 } as const;
export type Zoom = keyof typeof zooms;

/** From one scale to the next, and from the last to the first. */
export function nextZoom(zoom: Zoom): Zoom {
  const all = Object.keys(zooms) as Zoom[];
  return all[(all.indexOf(zoom) + 1) % all.length] ?? zoom;
}

export function windowAround(today: IsoDay, zoom: Zoom): TimelineWindow {
  const days = zooms[zoom];
  return { firstDay: addDays(today, -Math.floor(days / 10)), days };
}
