/** Words that say what kind of company or person it is, not which one. */
const empty = new Set([
  'ag',
  'gmbh',
  'sa',
  'sarl',
  'sagl',
  'herr',
  'frau',
  'und',
  'et',
  'e',
  'and',
  'cie',
  'co',
  'dr',
]);

/** `Müller-Größ, Zoë AG` → `muller`, `gross`, `zoe`: banks print names without accents, or with ae, oe, ue. */
export function nameWords(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !empty.has(word));
}

/**
 * How alike two names are, 0 to 1, whatever the order of their words: the pairs of letters that they share (Dice).
 * Only a hint for people, who decide.
 */
export function nameSimilarity(one: string, other: string): number {
  const left = pairsOf(nameWords(one));
  const right = pairsOf(nameWords(other));
  const total = left.length + right.length;
  if (total === 0) return 0;
  const rest = new Map<string, number>();
  for (const pair of left) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = rest.get(pair) ?? 0;
    if (count > 0) shared += 1;
    rest.set(pair, count - 1);
  }
  return (2 * shared) / total;
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
}
