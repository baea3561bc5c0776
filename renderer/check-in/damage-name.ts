import type { Damage } from '#shared/fleet/damage.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';

/** stub until words arrive */
export function damageName(damage: Damage, _language: PaperLanguage): string {
  return damage.kind;
}
