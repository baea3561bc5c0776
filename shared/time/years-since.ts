import type { IsoDay } from './instant.ts';

/** Whole years, as birthdays are counted: who was born on 29 February has it on 1 March in other years. */
export function yearsSince(from: IsoDay, to: IsoDay): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
