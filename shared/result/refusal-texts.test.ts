import { expect, expectTypeOf, test } from 'vitest';
import { nameCharacters } from './name-characters.ts';
import { type FactsOf, type RefusalTexts, said, sayRefusal } from './refusal-texts.ts';

type Sample =
  | { readonly code: 'plain' | 'simple' }
  | { readonly code: 'too_long'; readonly limit: number }
  | { readonly code: 'shared'; readonly id: string }
  | { readonly code: 'shared'; readonly id: string; readonly more: number };

const plain = said('de', 'fr', 'it', 'en');
const texts: RefusalTexts<Sample> = {
  plain,
  simple: plain,
  too_long: {
    de: ({ limit }) => `höchstens ${limit}`,
    fr: ({ limit }) => `au plus ${limit}`,
    it: ({ limit }) => `al massimo ${limit}`,
    en: ({ limit }) => `at most ${limit}`,
  },
  shared: { de: ({ id }) => id, fr: ({ id }) => id, it: ({ id }) => id, en: ({ id }) => id },
};

test('says the sentence of the code with the facts of the refusal', () => {
  expect(sayRefusal(texts, { code: 'too_long', limit: 7 }, 'it')).toBe('al massimo 7');
  expect(sayRefusal(texts, { code: 'simple' }, 'fr')).toBe('fr');
  expectTypeOf<FactsOf<Sample, 'too_long'>['limit']>().toEqualTypeOf<number>();
});

test('a table that is not that of its refusals does not compile', () => {
  const { plain: one, ...missing } = texts;
  // @ts-expect-error a code without its sentences
  const short: RefusalTexts<Sample> = missing;
  // @ts-expect-error a code that no refusal has
  const long: RefusalTexts<{ readonly code: 'plain' }> = { plain: one, other: plain };
  // @ts-expect-error a sentence in three languages
  const three: RefusalTexts<{ readonly code: 'plain' }> = { plain: { de: one.de, fr: one.fr, it: one.it } };
  const foreign: RefusalTexts<{ readonly code: 'plain' }> = {
    // @ts-expect-error a fact that this code has not
    plain: { ...plain, en: ({ limit }) => `${limit}` },
  };
  expect([short, long, three, foreign]).toHaveLength(4);
});

test('names characters so that they can be found', () => {
  expect(nameCharacters(['王', '\u0007', '\u00a0', '💶'])).toBe('王 (U+738B), U+0007, U+00A0, 💶 (U+1F4B6)');
});
