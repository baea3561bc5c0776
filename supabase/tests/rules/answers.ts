import type { Answer } from './ask.ts';

/** One row was met. */
export const done: Answer = { met: 1 };
/** A rule said no, with this code. */
export const ruled = (code: string): Answer => ({ state: 'RF000', code });
/** A check did not hold. */
export const unchecked = (constraint: string): Answer => ({ state: '23514', code: constraint });
/** It is there already. */
export const taken = (constraint: string): Answer => ({ state: '23505', code: constraint });
/** It overlaps with another. */
export const overlapping = (constraint: string): Answer => ({ state: '23P01', code: constraint });
