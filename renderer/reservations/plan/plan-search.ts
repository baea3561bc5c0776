import { z } from 'zod';
import { type Instant, type IsoDay, isoDay } from '#shared/time/instant.ts';
import { oneOf } from '../../app/lists/list-search.ts';
import { type TimelineWindow, showing } from '../../ui/timeline/timeline-window.ts';
import { windowAround, zooms } from './plan-window.ts';

const idSearch = z.string().max(50).nullable().default(null).catch(null);

/** What of the plan is seen. Null is around today for the day, the branch of the counter for the branch, and every category. */
export const planSearch = z.object({
  zoom: oneOf(['twoWeeks', 'month', 'quarter']),
  firstDay: z.iso.date().nullable().default(null).catch(null),
  branch: idSearch,
  category: idSearch,
});

export type PlanSearch = z.infer<typeof planSearch>;

/** What of it is kept under a name: all but the days, which go by. */
export const planView = planSearch.omit({ firstDay: true });

/** The days that are seen. */
export function windowOf({ zoom, firstDay }: PlanSearch, today: IsoDay): TimelineWindow {
  return firstDay === null ? windowAround(today, zoom) : { firstDay: isoDay(firstDay), days: zooms[zoom] };
}

/** The search at another scale: around today while nobody went elsewhere, otherwise around the moment that is looked at. */
export function zoomed(search: PlanSearch, zoom: PlanSearch['zoom'], today: IsoDay, at: Instant): PlanSearch {
  if (zoom === search.zoom) return search;
  return { ...search, zoom, firstDay: showing(windowAround(today, zoom), at).firstDay };
}
