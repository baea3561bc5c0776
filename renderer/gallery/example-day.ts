import { atWallClock, isoDay } from '#shared/time/instant.ts';

/** The day of the gallery: always the same, so that its pictures can be compared. */
export const today = isoDay('2026-11-20');
export const now = atWallClock(today, '14:02');
