import type { RefusalLanguage } from '../result/refusal-texts.ts';
import { fieldWords, itemWords } from './field-words.ts';

const languageAt = { de: 0, fr: 1, it: 2, en: 3 } as const;

/**
 * A path in the words of the person: `customer.address.town` → «Kunde, Adresse, Ort», `lines.3.amount` → «Zeile 4, Betrag»
 * (people count from 1). A path with a name that is not in the table is given as it is.
 */
export function fieldInWords(field: string, language: RefusalLanguage): string {
  const words: string[] = [];
  const names = field.split('.');
  for (const [at, name] of names.entries()) {
    if (/^\d+$/.test(name)) {
      words.push(String(Number(name) + 1));
      continue;
    }
    const next = names[at + 1];
    const isItem = next !== undefined && /^\d+$/.test(next);
    const word = wordsOf(isItem ? itemWords : fieldWords, name) ?? wordsOf(fieldWords, name);
    if (word === null) return field;
    words.push(word[languageAt[language]]);
  }
  return words.join(', ').replace(joint, '$1 $2');
}

/** Whether every name of a path is in the table. */
export function isFieldKnown(field: string): boolean {
  return field.split('.').every((name) => /^\d+$/.test(name) || wordsOf(fieldWords, name) !== null);
}

/** Between an item's word and its number stands no comma. */
const joint = /(\p{L}), (\d+)(?=,|$)/gu;

function wordsOf(table: Readonly<Record<string, Words>>, name: string): Words | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}

/** German, French, Italian, English. */
export type Words = readonly [de: string, fr: string, it: string, en: string];
