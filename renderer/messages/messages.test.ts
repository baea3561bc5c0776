import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages, openMessages } from './messages.ts';
import { uiLanguages } from './ui-language.ts';
import { usedKeys } from './testing/used-keys.ts';

interface TextTree {
  readonly [key: string]: string | TextTree;
}

const renderer = join(import.meta.dirname, '..');
const german = flat(messages.de);
const others = uiLanguages.map(({ value }) => value).filter((language) => language !== 'de');

test.each(others)('%s says the same facts as German, key by key', (language) => {
  const texts = flat(messages[language]);
  expect([...texts.keys()].sort()).toEqual([...german.keys()].sort());
  const different = [...german].filter(
    ([key, text]) => variables(text).join() !== variables(texts.get(key) ?? '').join(),
  );
  expect(different.map(([key]) => key)).toEqual([]);
});

test.each(uiLanguages)('$value is written as it is set in Switzerland', ({ value }) => {
  const wrong = [...flat(messages[value])].filter(
    ([, text]) => /ß|'|"|\.\.\.|^\s|\s$| {2}/.test(text) || text === '',
  );
  expect(wrong).toEqual([]);
});

test('French keeps its signs with the word before them', () => {
  const torn = [...flat(messages.fr)].filter(([, text]) => / [:;!?»]|« /.test(text));
  expect(torn).toEqual([]);
});

test('the source asks for every text there is', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !/^(messages|gallery)/.test(file),
  );
  expect(files.length).toBeGreaterThan(50);
  const isUsed = usedKeys(files.map((file) => readFileSync(join(renderer, file), 'utf8')));
  const unused = [...german.keys()].filter((key) => !isUsed(key.replace(/_(one|other)$/, '')));
  expect(unused).toEqual([]);
});

test('what the source asks for is found', () => {
  const isUsed = usedKeys([
    "t('desk.out')",
    't(`problem.${code}`)',
    "{ ready: 'sync.inStep' }",
    't(`a.${b}.c`)',
  ]);
  expect(['desk.out', 'problem.no_rate', 'sync.inStep', 'a.x.c'].map(isUsed)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['desk.back', 'problems.no_rate', 'problem.a.b', 'a.x.d'].map(isUsed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

// French and Italian have a form for whole millions; i18next takes the plural where it is not written.
test.each([
  ['de', '1 Wagen frei', '0 Wagen frei', '1’000’000 Wagen frei'],
  ['fr', '1 véhicule libre', '0 véhicule libre', '1’000’000 véhicules libres'],
  ['it', '1 veicolo libero', '0 veicoli liberi', '1’000’000 veicoli liberi'],
  ['en', '1 car free', '0 cars free', '1’000’000 cars free'],
] as const)('%s counts one, none and a million in its own words', async (language, one, none, million) => {
  const { t } = await openMessages(language);
  expect([1, 0, 1_000_000].map((count) => t('desk.free', { count }))).toEqual([one, none, million]);
});

/** `desk.out` and its text, for every text of a language. */
function flat(texts: TextTree, before = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]): (readonly [string, string])[] =>
      typeof text === 'string' ? [[before + key, text]] : [...flat(text, `${before}${key}.`)],
    ),
  );
}

/** The names in `{{…}}`, each once. */
function variables(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/{{(\w+)}}/g), ([, name]) => name ?? ''))].sort();
}
