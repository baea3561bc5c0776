import { expect, test } from 'vitest';
import { openMessages } from '../../messages/messages.ts';
import { languageFor, uiLanguageOf } from '../../messages/ui-language.ts';
import { WindowLanguage } from './window-language.ts';

test.each([
  ['fr-CH', 'fr'],
  ['IT', 'it'],
  ['en_GB', 'en'],
  ['rm-CH', undefined],
  ['', undefined],
])('%s is spoken in %s', (tag, language) => {
  expect(uiLanguageOf(tag)).toBe(language);
});

test('the chosen language comes first, then the clerk’s, then the system’s first that we have', () => {
  const system = ['rm-CH', 'it-CH', 'de'];
  expect(languageFor({ chosen: 'en', clerk: 'fr', system })).toBe('en');
  expect(languageFor({ chosen: null, clerk: 'fr', system })).toBe('fr');
  expect(languageFor({ chosen: null, clerk: null, system })).toBe('it');
  expect(languageFor({ chosen: null, clerk: null, system: ['pt'] })).toBe('de');
});

test('the window follows the clerk, until a language is chosen, and again when none is', async () => {
  const messages = await openMessages('de');
  const language = new WindowLanguage(messages, ['de-CH'], null);
  await language.clerkSpeaks('it');
  expect(messages.t('desk.out')).toBe('In uscita');
  await language.choose('fr');
  expect(messages.t('desk.out')).toBe('Départs');
  await language.clerkSpeaks('en');
  expect(messages.language).toBe('fr');
  await language.choose(null);
  expect(messages.language).toBe('en');
  await language.clerkSpeaks(null);
  expect(messages.language).toBe('de');
});
