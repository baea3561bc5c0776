import type { TFunction } from 'i18next';
import type { PriceChange } from '#shared/contracts/promised-price.ts';

/** Why it costs something else than was promised, in some words: `andere Kategorie, anderer Zeitraum`. */
export function reasonsText(t: TFunction, { reasons }: PriceChange): string {
  return reasons.map((reason) => t(`checkOut.priceReason.${reason}`)).join(', ');
}
