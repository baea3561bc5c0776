import i18next, { type FormatterModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatWhole } from '#shared/validation/parse-typed-whole.ts';
import { type Messages, de } from './de/index.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { it } from './it/index.ts';
import type { UiLanguage } from './ui-language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof de };
    returnNull: false;
  }
}

/** All texts of the window, as they are written. */
export const messages: Readonly<Record<UiLanguage, Messages>> = { de, fr, it, en };

/** Loads all languages; nothing is fetched. A missing key does not compile. */
export async function openMessages(language: UiLanguage): Promise<i18n> {
  const instance = i18next.createInstance();
  instance.use(formatter);
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'de',
    resources: {
      de: { translation: de },
      fr: { translation: fr },
      it: { translation: it },
      en: { translation: en },
    },
    interpolation: { escapeValue: false, alwaysFormat: true },
    returnNull: false,
  });
  return instance;
}

/** `100’000`: five digits and more in groups. Four stay together, for years are numbers too. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format(value: unknown) {
    return typeof value === 'number' && Math.abs(value) >= 10_000 ? formatWhole(value) : String(value);
  },
};
