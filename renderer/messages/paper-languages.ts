import type { TFunction } from 'i18next';
import { type UiLanguage, uiLanguages } from './ui-language.ts';

/**
 * In which language somebody's papers are written, as the clerk reads it: named in the language of the window. In their own
 * language (`uiLanguages`) they are only named where one looks for one's own.
 */
export function paperLanguages(
  t: TFunction,
): readonly { readonly value: UiLanguage; readonly label: string }[] {
  return uiLanguages.map(({ value }) => ({ value, label: t(`master.choices.${value}`) }));
}
