import { z } from 'zod';
import { rowSearch } from '../app/lists/list-search.ts';

/** The row that was opened last: the way back leads to it. */
export const deskSearch = z.object({ row: rowSearch });
