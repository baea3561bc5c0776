import { type RefusalLanguage, refusalLanguages } from '#shared/result/refusal-texts.ts';
import { type InputRefusal, sayInputRefusal } from './input-refusal.ts';

/** The option that all commands have. */
export const languageOption = { type: 'string', default: 'en' } as const;

export const languageHelp =
  '--language de, fr, it or en: in which language refusals are said (en if not given)';

/** The language that was asked for; `null` for one that there is not. */
export function languageOf(text: string): RefusalLanguage | null {
  return refusalLanguages.find((language) => language === text) ?? null;
}

/** One line for one refusal, the same from every command: `code (field): sentence`. */
export function refusedLine(
  { code, field = '' }: { readonly code: string; readonly field?: string },
  sentence: string,
): string {
  return `${code}${field === '' ? '' : ` (${field})`}: ${sentence}`;
}

const most = 20;

/** Prints what is wrong with an input on standard error. */
export function printInputRefusals(all: readonly InputRefusal[], language: RefusalLanguage): void {
  for (const refusal of all.slice(0, most)) {
    console.error(refusedLine(refusal, sayInputRefusal(refusal, language)));
  }
  if (all.length > most) console.error(`… ${all.length - most} more`);
}
