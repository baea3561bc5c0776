import { addDays } from '#shared/time/instant.ts';
import type { UiLanguage } from '../../messages/ui-language.ts';
import type { TimelineWindow } from './timeline-window.ts';

/** The months that a window shows, in the words of a language: `Nov.–Dez. 2026`, `déc. 2026 – janv. 2027`. */
export function monthsOf({ firstDay, days }: TimelineWindow, language: UiLanguage): string {
  const months = new Intl.DateTimeFormat(`${language}-CH`, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return months.formatRange(new Date(firstDay), new Date(addDays(firstDay, days - 1)));
}
