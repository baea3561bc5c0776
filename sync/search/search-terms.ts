/** What was typed, as the index knows it. */
export interface SearchTerms {
  /** One list per word, each of its spellings; a find has one of each. Lower case, letters and digits only. */
  readonly words: readonly (readonly string[])[];
  /** The same with two neighbouring letters of one word changed over, as quick fingers do; none where all words are short. */
  readonly slips: readonly (readonly string[])[];
  /** Spellings of the whole as one number: a plate, a contract number, a VIN, a telephone number. */
  readonly codes: readonly string[];
}

/** At most so many places of a word are spelt both ways: 16 spellings. */
const placesAtMost = 4;
const wordsAtMost = 8;
const lengthAtMost = 100;

/**
 * What parts words: everything but letters and digits of the scripts that names here are written in (Latin, Greek,
 * Cyrillic, as `paper-text.ts` prints them). Beyond these, FTS5 knows an older Unicode than JavaScript does: what is one
 * word here could be two there, and the index has no phrases.
 */
const betweenWords = /[^[\p{L}\p{N}]&&[0-\u024f\u0370-\u037e\u0384-\u0527\u1e00-\u1eff]]+/v;

/** Takes apart what a clerk typed. Any text is safe: nothing but letters and digits comes through. */
export function searchTerms(text: string): SearchTerms {
  const typed = text.normalize('NFC').slice(0, lengthAtMost).toLowerCase();
  const words = typed.split(betweenWords).filter((word) => word !== '');
  const some = words.slice(0, wordsAtMost);
  return { words: some.map(spellings), slips: slipsOf(some), codes: codesOf(typed) };
}

/**
 * The ways to spell a German word: Müller, Mueller and Muller; Strasse and Straße. The index knows letters without their
 * marks, so that ü is u there.
 */
function spellings(word: string): string[] {
  const places = [...word.matchAll(/ae|oe|ue|[äöü]|ss|ß/gu)].slice(0, placesAtMost);
  let spelt: { text: string; upTo: number }[] = [{ text: '', upTo: 0 }];
  for (const place of places) {
    const found = place[0];
    spelt = spelt.flatMap(({ text, upTo }) =>
      [found, otherSpelling(found)].map((spelling) => ({
        text: text + word.slice(upTo, place.index) + spelling,
        upTo: place.index + found.length,
      })),
    );
  }
  return [...new Set(spelt.map(({ text, upTo }) => withoutMarks(text + word.slice(upTo))))];
}

const spellingPairs: readonly (readonly [string, string])[] = [
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
];

function otherSpelling(found: string): string {
  for (const [mark, letters] of spellingPairs) {
    if (found === mark) return letters;
    if (found === letters) return mark;
  }
  return found;
}

/** Shorter words are too like one another. */
const slipFrom = 4;
const slipUpTo = 16;

/** Each word with the letters that it may have been meant with: its own, and each pair of neighbours changed over. */
function slipsOf(words: readonly string[]): string[][] {
  if (words.every((word) => !maySlip(word))) return [];
  return words.map((word) => {
    if (!maySlip(word)) return spellings(word);
    const letters = Array.from(withoutMarks(word));
    const slips = letters.slice(1).map((letter, at) => {
      const changed = [...letters];
      [changed[at], changed[at + 1]] = [letter, letters[at] ?? ''];
      return changed.join('');
    });
    return [...new Set([...spellings(word), ...slips.filter((slip) => slip !== word)])];
  });
}

const maySlip = (word: string): boolean =>
  word.length >= slipFrom && word.length <= slipUpTo && /^\p{L}+$/u.test(word);

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Empty where what was typed is no number: it has a digit, and otherwise only what stands in numbers. */
function codesOf(typed: string): string[] {
  const compact = typed.replace('(0)', '').replace(/[^\p{L}\p{N}]/gu, '');
  if (!/^[a-z0-9]*\d[a-z0-9]*$/.test(compact)) return [];
  if (!/^\d+$/.test(compact)) return [compact];
  const international = compact.startsWith('00')
    ? compact.slice(2)
    : compact.startsWith('0')
      ? `41${compact.slice(1)}`
      : compact;
  // 79 214 88 03, as it stands behind +41.
  const swiss = /^[2-9]\d{4,8}$/.test(compact) ? [`41${compact}`] : [];
  return [...new Set([compact, international, ...swiss])].filter((code) => code !== '');
}
