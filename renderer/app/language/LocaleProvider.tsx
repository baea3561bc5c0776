import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useUiLanguage } from '../../messages/use-ui-language.ts';

/** Tells the controls in whose words to speak to a screen reader, and how Switzerland writes. */
export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={`${useUiLanguage()}-CH`}>{children}</I18nProvider>;
}
