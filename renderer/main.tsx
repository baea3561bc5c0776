import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app/App.tsx';
import { CounterApp } from './app/counter/counter-app.ts';
import { thisHost } from './app/host/this-host.ts';
import { showTheme } from './app/show-theme.ts';
import { LocaleProvider } from './app/language/LocaleProvider.tsx';
import { WindowLanguageContext } from './app/language/use-language.ts';
import { WindowLanguage } from './app/language/window-language.ts';
import { openMessages } from './messages/messages.ts';
import { languageFor } from './messages/ui-language.ts';
import './ui/tokens.css';

const host = thisHost();
const machine = await host.client['machine.read']({});
if (machine.ok) showTheme(machine.value.theme);
const chosen = machine.ok ? machine.value.language : null;
const messages = await openMessages(languageFor({ chosen, clerk: null, system: navigator.languages }));
const language = new WindowLanguage(messages, navigator.languages, chosen);
const onLanguage = (spoken: string): void => {
  document.documentElement.lang = spoken;
};
onLanguage(messages.language);
messages.on('languageChanged', onLanguage);

const app = new CounterApp(host);
const root = document.querySelector('#app');
if (!root) throw new Error('the page has no #app');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={messages}>
      <WindowLanguageContext value={language}>
        <LocaleProvider>
          <App app={app} />
        </LocaleProvider>
      </WindowLanguageContext>
    </I18nextProvider>
  </StrictMode>,
);
await app.start();
