import { type RefusalLanguage, type RefusalTexts, sayRefusal } from '#shared/result/refusal-texts.ts';
import type { Refusal, Result } from '#shared/result/result.ts';

/**
 * What stands in a field: the text as it was typed, and what it means; `null` when it is empty or cannot be read. Whoever
 * keeps an entry keeps what was typed, right or wrong: a draft saves it as it is.
 */
export interface Entry<Value> {
  readonly text: string;
  readonly value: Value | null;
}

/** How a kind of field reads what is typed, and writes what it means. */
export interface Reader<Value> {
  readonly read: (text: string) => Reading<Value>;
  readonly write: (value: Value) => string;
}

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  /** Why it cannot be read, as a sentence. */
  | { readonly ok: false; readonly say: (language: RefusalLanguage) => string };

/** A reader out of a parser of `shared/`, the sentences beside it, and how the value is written. */
export function readerOf<Value, Some extends Refusal>(
  parse: (text: string) => Result<Value, Some>,
  texts: RefusalTexts<Some>,
  write: (value: Value) => string,
): Reader<Value> {
  return {
    write,
    read(text) {
      const parsed = parse(text);
      if (parsed.ok) return parsed;
      return { ok: false, say: (language) => sayRefusal(texts, parsed.refusal, language) };
    },
  };
}

export const emptyEntry: Entry<never> = { text: '', value: null };

/** The entry for a text as somebody typed it. */
export function typedEntry<Value>({ read }: Pick<Reader<Value>, 'read'>, text: string): Entry<Value> {
  if (text.trim() === '') return { text, value: null };
  const reading = read(text);
  return { text, value: reading.ok ? reading.value : null };
}

/** The entry for a value that is known. */
export function writtenEntry<Value>(
  { write }: Pick<Reader<Value>, 'write'>,
  value: Value | null,
): Entry<Value> {
  return value === null ? emptyEntry : { text: write(value), value };
}

/** Something was typed, and it means nothing. */
export function isUnreadable({ text, value }: Entry<unknown>): boolean {
  return value === null && text.trim() !== '';
}

/** What is wrong with an entry that must be there, as a sentence: that it is missing, or why it cannot be read. */
export function saidFault<Value>(
  { read }: Pick<Reader<Value>, 'read'>,
  entry: Entry<Value>,
  missing: string,
  language: RefusalLanguage,
): string | undefined {
  if (entry.value !== null) return undefined;
  const reading = isUnreadable(entry) ? read(entry.text) : null;
  return reading?.ok === false ? reading.say(language) : missing;
}

/** What is wrong with an entry that must be there; undefined when nothing is. */
export function requiredFault(entry: Entry<unknown>): 'required' | 'invalid' | undefined {
  if (entry.value !== null) return undefined;
  return isUnreadable(entry) ? 'invalid' : 'required';
}

/** What is wrong with an entry that may be empty; undefined when nothing is. */
export function optionalFault(entry: Entry<unknown>): 'invalid' | undefined {
  return isUnreadable(entry) ? 'invalid' : undefined;
}
