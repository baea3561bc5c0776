import type { Accessory } from '#shared/contracts/handover.ts';
import type { PaperLanguage } from '#shared/pricing/describe-line.ts';

const keyWords: Readonly<Record<PaperLanguage, readonly [one: string, more: string]>> = {
  de: ['Schlüssel', 'Schlüssel'],
  fr: ['clé', 'clés'],
  it: ['chiave', 'chiavi'],
  en: ['key', 'keys'],
};

/** What goes with the car, as the contract says it: `2 Schlüssel, 1 × Ladekabel`. */
export function givenWords(
  keys: number,
  accessories: readonly Accessory[],
  language: PaperLanguage,
): string | null {
  const [one, more] = keyWords[language];
  const given = [
    ...(keys === 0 ? [] : [`${keys}\u00a0${keys === 1 ? one : more}`]),
    ...accessories.filter(({ count }) => count > 0).map(({ name, count }) => `${count}\u00a0× ${name}`),
  ];
  return given.length === 0 ? null : given.join(', ');
}
