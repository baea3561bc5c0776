import { unprintableCharacters } from '../parties/paper-text.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import type { DamageKind, DamageSize } from './damage-size.ts';
import { type PerMille, isPerMille } from './per-mille.ts';
import type { SketchView } from './sketch-views.ts';

/** A damage as it was found and marked on the sketch. Its id stays the same from report to report, until it is repaired. */
export interface Damage {
  readonly id: string;
  readonly view: SketchView;
  /** From the top left of the view's box. */
  readonly position: { readonly x: PerMille; readonly y: PerMille };
  readonly kind: DamageKind;
  readonly size: DamageSize;
  readonly note: string | null;
  readonly foundAt: Instant;
  readonly photoIds: readonly string[];
}

/** A damage as a click and a form give it: the place is not checked yet. */
export interface DamageEntry extends Omit<Damage, 'position'> {
  readonly position: { readonly x: number; readonly y: number };
}

export type DamageRefusal =
  | { readonly code: 'damage_id_missing'; readonly field: 'id' }
  | { readonly code: 'damage_off_sketch'; readonly field: 'position'; readonly x: number; readonly y: number }
  | { readonly code: 'damage_note_too_long'; readonly field: 'note'; readonly limit: number }
  | { readonly code: 'damage_note_characters'; readonly field: 'note'; readonly characters: string }
  | { readonly code: 'damage_photo_twice'; readonly field: 'photoIds'; readonly photoId: string };

export const longestDamageNote = 160;

/** May this damage be kept? What is let through can stand on a paper. */
export function checkDamage(entry: DamageEntry): Result<Damage, DamageRefusal> {
  const { id, position, note, photoIds } = entry;
  if (id.trim() === '') return refuse({ code: 'damage_id_missing', field: 'id' });
  const { x, y } = position;
  if (!isPerMille(x) || !isPerMille(y)) return refuse({ code: 'damage_off_sketch', field: 'position', x, y });
  if (note !== null) {
    if (Array.from(note).length > longestDamageNote) {
      return refuse({ code: 'damage_note_too_long', field: 'note', limit: longestDamageNote });
    }
    const foreign = unprintableCharacters(note.normalize('NFC'));
    if (foreign.length > 0) {
      return refuse({ code: 'damage_note_characters', field: 'note', characters: foreign.join(' ') });
    }
  }
  const twice = firstTwice(photoIds);
  if (twice !== undefined) return refuse({ code: 'damage_photo_twice', field: 'photoIds', photoId: twice });
  return ok({ ...entry, position: { x, y } });
}

/** The first of the texts that was there before. */
export function firstTwice(texts: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return texts.find((text) => seen.size === seen.add(text).size);
}
