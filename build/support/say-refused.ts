import { type RefusalLanguage, refusalLanguages } from '#shared/result/refusal-texts.ts';
import { nameCharacters } from '#shared/result/name-characters.ts';
import { type InputRefusal, sayInputRefusal } from './input-refusal.ts';

/** The option that all commands have. */
export const languageOption = { type: 'string', default: 'en' } as const;

export const languageHelp =
  '--language de, fr, it or en: in which language refusals are said (en if not given)';

/** The language that was asked for; `null` for one that there is not. */
export function languageOf(text: string): RefusalLanguage | null {
  return refusalLanguages.find((language) => language === text) ?? null;
}

const longestLine = 1000;

/**
 * One line for one refusal, the same from every command: `code (field): sentence`. Fields and sentences quote what was in the
 * file: what would break the line or steer the terminal is named by its number, and of endless texts both ends are shown.
 */
export function refusedLine(
  { code, field = '' }: { readonly code: string; readonly field?: string },
  sentence: string,
): string {
  const line = `${code}${field === '' ? '' : ` (${field})`}: ${sentence}`.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `[${nameCharacters([character])}]`,
  );
  if (line.length <= longestLine) return line;
  return `${line.slice(0, longestLine / 2).toWellFormed()} … ${line.slice(-longestLine / 2).toWellFormed()}`;
}

const most = 20;

/** Prints what is wrong with an input on standard error. */
export function printInputRefusals(all: readonly InputRefusal[], language: RefusalLanguage): void {
  for (const refusal of all.slice(0, most)) {
    console.error(refusedLine(refusal, sayInputRefusal(refusal, language)));
  }
  if (all.length > most) console.error(`… ${all.length - most} more`);
}
