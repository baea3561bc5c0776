import { z } from 'zod';
import { type IsoDay, isoDay } from '#shared/time/instant.ts';
import { oneOf } from '../../app/lists/list-search.ts';
import { type PlanWindow, windowAround, zooms } from './plan-window.ts';

const idSearch = z.string().max(50).nullable().default(null).catch(null);

/** What of the plan is seen. Null is around today for the day, the branch of the counter for the branch, and every category. */
export const planSearch = z.object({
  zoom: oneOf(['twoWeeks', 'month', 'quarter']),
  firstDay: z.iso.date().nullable().default(null).catch(null),
  branch: idSearch,
  category: idSearch,
});

export type PlanSearch = z.infer<typeof planSearch>;

/** The days that are seen. */
export function windowOf({ zoom, firstDay }: PlanSearch, today: IsoDay): PlanWindow {
  return firstDay === null ? windowAround(today, zoom) : { firstDay: isoDay(firstDay), days: zooms[zoom] };
}
