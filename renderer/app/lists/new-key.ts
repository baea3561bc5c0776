import type { TFunction } from 'i18next';

/** What adds to a list, on every list: said beside the button, in the line of keys and in the palette, and heard by `NewButton`. */
export const newKey = 'N';

/** For the line of keys. */
export function newKeyHint(t: TFunction): readonly [string, string] {
  return [newKey, t('keys.fresh')];
}
