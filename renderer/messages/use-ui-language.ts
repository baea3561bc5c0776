import { useTranslation } from 'react-i18next';
import { type UiLanguage, uiLanguageOf } from './ui-language.ts';

/** The language in which the window speaks right now: for sentences of refusals and for papers on the screen. */
export function useUiLanguage(): UiLanguage {
  const { i18n } = useTranslation();
  return uiLanguageOf(i18n.language) ?? 'de';
}
