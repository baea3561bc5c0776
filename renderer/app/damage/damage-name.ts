import type { Damage } from '#shared/fleet/damage.ts';
import { damageWords, describePlace, describeSize } from '#shared/fleet/damage-words.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';

/** A damage as it stands on a bill: `Kratzer, Tür vorne, links (mittel, bis 150 mm)`. */
export function damageName({ kind, size, view, position }: Damage, language: PaperLanguage): string {
  const words = damageWords[language];
  return `${words.kind[kind]}, ${describePlace(words, view, position)} (${describeSize(words, kind, size)})`;
}
