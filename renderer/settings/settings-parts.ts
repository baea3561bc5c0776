import { masterNames } from './master/master-specs.ts';

/** What the settings are made of: this machine, and a table each of the company's own data. */
export const settingsParts = ['machine', ...masterNames] as const;
