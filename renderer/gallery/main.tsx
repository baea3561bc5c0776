import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { LocaleProvider } from '../app/language/LocaleProvider.tsx';
import { showTheme } from '../app/show-theme.ts';
import { openMessages } from '../messages/messages.ts';
import { uiLanguageOf } from '../messages/ui-language.ts';
import '../ui/tokens.css';
import { Gallery } from './Gallery.tsx';
import { sectionNames } from './section-names.ts';

/** `?language=fr&theme=dark&section=fields`: everything that is not given is German, as the system, and all of it. */
const wanted = new URLSearchParams(location.search);
const language = uiLanguageOf(wanted.get('language') ?? '') ?? 'de';
const theme = wanted.get('theme');
showTheme(theme === 'light' || theme === 'dark' ? theme : 'system');
document.documentElement.lang = language;

const root = document.querySelector('#app');
if (!root) throw new Error('the page has no #app');
const messages = await openMessages(language);
const section = sectionNames.find((name) => name === wanted.get('section'));
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={messages}>
      <LocaleProvider>
        <Gallery shown={section ? [section] : sectionNames} />
      </LocaleProvider>
    </I18nextProvider>
  </StrictMode>,
);
