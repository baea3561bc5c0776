/** The keys that move the cursor. */
export const cursorKeys: readonly string[] = [
  'ArrowDown',
  'j',
  'ArrowUp',
  'k',
  'PageDown',
  'PageUp',
  'Home',
  'End',
];

/** Where a key leads in a list of so many rows; null for a key that does not move. */
export function nextRow(key: string, from: number, count: number, page: number): number | null {
  const to = {
    ArrowDown: from + 1,
    j: from + 1,
    ArrowUp: from - 1,
    k: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  }[key];
  if (to === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, to));
}
