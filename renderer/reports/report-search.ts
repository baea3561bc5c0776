import { z } from 'zod';
import { oneOf } from '../app/lists/list-search.ts';
import { reportNames } from './report-names.ts';

export const allBranches = 'all';

/** As typed, right or wrong. Null goes with the calendar: this month up to today. */
const daySearch = z.string().max(30).nullable().default(null).catch(null);

/** Which report is shown, of which days and which branch; null is the branch of the counter. */
export const reportSearch = z.object({
  report: oneOf(reportNames),
  from: daySearch,
  to: daySearch,
  branch: z.string().max(50).nullable().default(null).catch(null),
});
