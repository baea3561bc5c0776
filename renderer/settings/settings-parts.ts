import { z } from 'zod';
import { oneOf, plainSearch } from '../app/lists/list-search.ts';
import { masterNames } from './master/master-specs.ts';

/** What the settings are made of: this machine, and a table each of the company's own data. */
export const settingsParts = ['machine', ...masterNames] as const;

/** Which part of the settings is shown, and how its table is sorted. */
export const settingsSearch = plainSearch.extend({
  part: oneOf(settingsParts),
  /** Somebody wanted to lock the window, and needs a PIN first. */
  ask: z.literal('pin').optional().catch(undefined),
});
