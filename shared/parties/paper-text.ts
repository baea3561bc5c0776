import { z } from 'zod';
import { refuseField } from '../validation/because.ts';

/**
 * What the papers' typeface can print: Latin with every diacritic, Greek, Cyrillic, and the punctuation of our four
 * languages. `electron/documents` proves it of the font. A paper with an empty box in place of a name would be wrong,
 * so other characters are refused with the field's name.
 */
const unprintable =
  /[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u0148\u014a-\u017f\u0192\u01cd-\u01dc\u01e6-\u01e7\u01ea-\u01eb\u01fa-\u01ff\u0218-\u021b\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0491\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2192\u2212\u2248\u2260\u2264\u2265]/gu;

/** The characters of a text that no paper can print, each once. */
export function unprintableCharacters(text: string): readonly string[] {
  return [...new Set(text.match(unprintable))];
}

interface TextRules {
  readonly max: number;
  readonly min?: 0 | 1;
  /** Line breaks are kept on the paper. */
  readonly lines?: boolean;
}

/**
 * A text on a paper: at most `max` characters, at least one unless `min` is 0, without control characters. Composed
 * first (NFC), so that `e` + U+0301 prints as the one letter that it is.
 */
export function paperText({ max, min = 1, lines = false }: TextRules) {
  const limit = max;
  return z
    .string()
    .meta({ maxLength: max })
    .superRefine((text, context) => {
      // Before anything is computed from it: a letter has at most a few code units, and a text may come over a wire.
      if (text.length <= max * 4) return;
      refuseField(context, [], { code: 'too_long', limit, actual: text.length });
    })
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n'))
    .superRefine((text, context) => {
      const actual = Array.from(text).length;
      if (actual > max) refuseField(context, [], { code: 'too_long', limit, actual });
      if (min === 1 && text.trim() === '') refuseField(context, [], { code: 'empty' });
      const characters = unprintableCharacters(lines ? text.replaceAll('\n', '') : text);
      if (characters.length > 0) refuseField(context, [], { code: 'characters', characters });
    });
}
