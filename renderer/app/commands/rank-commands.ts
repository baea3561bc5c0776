import { searchTerms } from '#sync/search/search-terms.ts';
import { foldText } from '../../ui/fold-text.ts';

/** What a command is found by. */
export interface Titled {
  readonly title: string;
  readonly about?: string;
}

/**
 * How well something fits, as the search of the replica tells its finds apart: 0 every word stands there as it was typed,
 * 1 words begin so, 2 they only hold it.
 */
export type Fit = 0 | 1 | 2;

export interface Ranked<Item> {
  readonly item: Item;
  readonly fit: Fit;
}

/** Shorter pieces stand within too many words to mean one. */
const withinFrom = 3;

/**
 * What of some titles fits a text, the best first: whole words before their beginnings, the beginning of the title before what
 * comes later in it. Capitals and marks do not count, and `ae` is `ä`. All of them, in their own order, for an empty text.
 */
export function rankCommands<Item extends Titled>(
  items: readonly Item[],
  text: string,
): readonly Ranked<Item>[] {
  const typed = searchTerms(text).words;
  if (typed.length === 0) return items.map((item) => ({ item, fit: 1 }));
  const found = items.flatMap((item, at) => {
    const words = wordsOf(`${item.title} ${item.about ?? ''}`);
    const title = wordsOf(item.title).length;
    const fits = typed.map((spellings) => fitOf(spellings, words, title));
    if (fits.some((fit) => fit === null)) return [];
    const known = fits.filter((fit) => fit !== null);
    return [
      {
        item,
        at,
        fit: known.reduce<Fit>((worst, { fit }) => (fit > worst ? fit : worst), 0),
        place: known[0]?.place ?? 0,
        length: title,
      },
    ];
  });
  return found
    .toSorted(
      (one, other) =>
        one.fit - other.fit || one.place - other.place || one.length - other.length || one.at - other.at,
    )
    .map(({ item, fit }) => ({ item, fit }));
}

/** Where a word that was typed stands best, and how well; what only the context says is never whole. */
function fitOf(
  spellings: readonly string[],
  words: readonly string[],
  ofTitle: number,
): { readonly fit: Fit; readonly place: number } | null {
  const whole = words.findIndex((word, at) => at < ofTitle && spellings.includes(word));
  if (whole >= 0) return { fit: 0, place: whole };
  const begun = words.findIndex((word) => spellings.some((spelling) => word.startsWith(spelling)));
  if (begun >= 0) return { fit: 1, place: begun };
  const within = words.findIndex((word) =>
    spellings.some((spelling) => spelling.length >= withinFrom && word.includes(spelling)),
  );
  return within >= 0 ? { fit: 2, place: within } : null;
}

function wordsOf(text: string): readonly string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
