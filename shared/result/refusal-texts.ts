import type { Refusal } from './result.ts';

/** The languages in which every refusal is said. */
export const refusalLanguages = ['de', 'fr', 'it', 'en'] as const;
export type RefusalLanguage = (typeof refusalLanguages)[number];

/** Of every refusal that may carry the code: a distributive type, because one shape may serve several codes. */
export type FactsOf<Some extends Refusal, Code extends Some['code']> = Some extends unknown
  ? Code extends Some['code']
    ? Some & { readonly code: Code }
    : never
  : never;

/** One code in four languages, each out of the facts of that code's refusal. */
export type Sentences<Facts> = Readonly<Record<RefusalLanguage, (facts: Facts) => string>>;

/** A table of sentences: a code without its four does not compile, nor does one that no refusal has. */
export type RefusalTexts<Some extends Refusal> = {
  readonly [Code in Some['code']]: Sentences<FactsOf<Some, Code>>;
};

/** The same words whatever the facts are. */
export function said(de: string, fr: string, it: string, en: string): Sentences<unknown> {
  return { de: () => de, fr: () => fr, it: () => it, en: () => en };
}

/** Why something is refused, as a sentence: what is wrong, and what to do about it. */
export function sayRefusal<Some extends Refusal>(
  texts: RefusalTexts<Some>,
  refusal: Some,
  language: RefusalLanguage,
): string {
  // The table has the sentences of exactly this refusal's code; TypeScript cannot follow a code through a lookup.
  const sentences = texts[refusal.code as Some['code']] as Sentences<Some>;
  return sentences[language](refusal);
}
