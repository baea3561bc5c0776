import type { Damage } from '#shared/fleet/damage.ts';
import { damageWords, describePlace, describeSize } from '#shared/fleet/damage-words.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';

/** What of a damage its name tells. */
type Named = Pick<Damage, 'kind' | 'size' | 'view' | 'position'>;

/** A damage as it stands on a bill: `Kratzer, Tür vorne, links (mittel, bis 150 mm)`. */
export function damageName(damage: Named, language: PaperLanguage): string {
  const { kind, size } = damage;
  return `${damageSpot(damage, language)} (${describeSize(damageWords[language], kind, size)})`;
}

/** What it is and where, without its size: `Kratzer, Tür vorne, links`, `Rayure, portière avant, à gauche`. */
export function damageSpot({ kind, view, position }: Omit<Named, 'size'>, language: PaperLanguage): string {
  const words = damageWords[language];
  const place = describePlace(words, view, position);
  // Within a line only German writes its nouns large.
  const placeWithin = language === 'de' ? place : place.charAt(0).toLowerCase() + place.slice(1);
  return `${words.kind[kind]}, ${placeWithin}`;
}
