import type { IsoDay } from '#shared/time/instant.ts';
import type { UiLanguage } from '../../messages/ui-language.ts';

/** `Do`, `jeu`, `gio`, `Thu`: short, without a point. */
export function weekdayName(day: IsoDay, language: UiLanguage): string {
  const name = new Intl.DateTimeFormat(`${language}-CH`, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  );
  return name.replace(/\.$/, '');
}

/** `Donnerstag`, `jeudi`, `giovedì`, `Thursday`: written as at the beginning of a line. */
export function longWeekdayName(day: IsoDay, language: UiLanguage): string {
  const name = new Intl.DateTimeFormat(`${language}-CH`, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
  return name.charAt(0).toUpperCase() + name.slice(1);
}
