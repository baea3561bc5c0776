import { expect, test } from 'vitest';
import { isoDay } from '#shared/time/instant.ts';
import { monthsOf } from './months-of.ts';

/** What separates is a matter of the ICU: some write thin spaces about the dash, some none. */
const read = (text: string): string => text.replaceAll(/\s*–\s*/gu, '–').replaceAll(/\s/gu, ' ');

test.each([
  ['2026-12-01', 31, 'de', 'Dez. 2026'],
  ['2026-11-18', 31, 'de', 'Nov.–Dez. 2026'],
  ['2026-12-18', 31, 'fr', 'déc. 2026–janv. 2027'],
  ['2026-11-18', 31, 'it', 'nov–dic 2026'],
  ['2026-11-18', 31, 'en', 'Nov–Dec 2026'],
] as const)('from %s, %i days, %s: %s', (firstDay, days, language, months) => {
  expect(read(monthsOf({ firstDay: isoDay(firstDay), days }, language))).toBe(months);
});
