import type { RefusalLanguage } from '../result/refusal-texts.ts';
import { damageWordsDe } from './damage-words-de.ts';
import { damageWordsEn } from './damage-words-en.ts';
import { damageWordsFr } from './damage-words-fr.ts';
import { damageWordsIt } from './damage-words-it.ts';
import { type DamageKind, type DamageSize, sizeRange } from './damage-size.ts';
import type { PerMille } from './per-mille.ts';
import type { SketchView } from './sketch-views.ts';
import { type VehiclePart, type VehicleSide, vehiclePartAt, vehicleSideAt } from './vehicle-part.ts';

/** What a damage is called, on the screen and on papers alike. */
export interface DamageWords {
  readonly view: Readonly<Record<SketchView, string>>;
  readonly kind: Readonly<Record<DamageKind, string>>;
  readonly size: Readonly<Record<DamageSize, string>>;
  readonly upTo: (millimetres: number) => string;
  readonly over: (millimetres: number) => string;
  readonly part: Readonly<Record<VehiclePart, string>>;
  readonly side: Readonly<Record<VehicleSide, string>>;
}

export const damageWords: Readonly<Record<RefusalLanguage, DamageWords>> = {
  de: damageWordsDe,
  fr: damageWordsFr,
  it: damageWordsIt,
  en: damageWordsEn,
};

/** `klein, bis 50 mm`: a size, and what it means of this kind of damage. */
export function describeSize(words: DamageWords, kind: DamageKind, size: DamageSize): string {
  const { above, upTo } = sizeRange(kind, size);
  return `${words.size[size]}, ${upTo === null ? words.over(above) : words.upTo(upTo)}`;
}

/** `Tür vorne, links`: what lies at a place on the sketch. */
export function describePlace(
  words: DamageWords,
  view: SketchView,
  { x, y }: { readonly x: PerMille; readonly y: PerMille },
): string {
  return `${words.part[vehiclePartAt(view, x, y)]}, ${words.side[vehicleSideAt(view, x, y)]}`;
}
