import { type RefusalLanguage, refusalLanguages } from '#shared/result/refusal-texts.ts';

/** The window speaks the languages in which refusals and papers are written. */
export type UiLanguage = RefusalLanguage;

/** Each in its own language: whoever sits before a wrong one finds theirs. */
export const uiLanguages: readonly { readonly value: UiLanguage; readonly label: string }[] = [
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'it', label: 'Italiano' },
  { value: 'en', label: 'English' },
];

/** Ours for a tag such as `fr-CH`; undefined where we have none. */
export function uiLanguageOf(tag: string): UiLanguage | undefined {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return refusalLanguages.find((language) => language === primary);
}

/** What is known of who sits before the window. */
export interface LanguageWishes {
  /** In the settings of this machine. */
  readonly chosen: UiLanguage | null;
  /** Of the person who signed in, as their row says. */
  readonly clerk: UiLanguage | null;
  /** Of the system, the most wanted first: `navigator.languages`. */
  readonly system: readonly string[];
}

/** The language of the window: the chosen one, else the clerk's, else the system's first that we have, else German. */
export function languageFor({ chosen, clerk, system }: LanguageWishes): UiLanguage {
  return chosen ?? clerk ?? system.map(uiLanguageOf).find((language) => language !== undefined) ?? 'de';
}
