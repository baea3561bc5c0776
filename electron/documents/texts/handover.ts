import type { HandoverDamage, HandoverPaper, HandoverState } from '#shared/contracts/handover-paper.ts';
import type { DamageWords } from '#shared/fleet/damage-words.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';
import { handoverDe } from './handover-de.ts';
import { handoverEn } from './handover-en.ts';
import { handoverFr } from './handover-fr.ts';
import { handoverIt } from './handover-it.ts';

type Status = HandoverDamage['status'];

/** Every word on a handover report beside those that all papers have. A key that a language lacks does not compile. */
export interface HandoverTexts extends DamageWords {
  readonly title: Readonly<Record<HandoverPaper['direction'], string>>;
  readonly contract: string;
  readonly state: Readonly<Record<HandoverPaper['direction'], string>>;
  /** Heads of the table of a check-in. */
  readonly fact: string;
  readonly out: string;
  readonly in: string;
  readonly difference: string;
  readonly moment: string;
  readonly cleanliness: string;
  readonly cleanlinessWord: Readonly<Record<HandoverState['cleanliness'], string>>;
  readonly keys: string;
  readonly noAccessories: string;
  /** Of an odometer that went back. */
  readonly check: string;
  readonly sketch: string;
  readonly sketchAlternative: (count: number) => string;
  readonly damages: string;
  readonly noDamages: string;
  readonly number: string;
  readonly damage: string;
  readonly place: string;
  readonly foundOn: string;
  readonly status: string;
  readonly statusWord: Readonly<Record<Status, string>>;
  readonly photos: string;
  /** In captions, with its number. */
  readonly photo: (number: number) => string;
  readonly damageNumber: (number: number) => string;
  readonly declaration: Readonly<Record<HandoverPaper['direction'], string>>;
  /** In place of the renter's signature. */
  readonly keyBox: Readonly<Record<HandoverPaper['direction'], string>>;
}

export const handoverTexts: Readonly<Record<PaperLanguage, HandoverTexts>> = {
  de: handoverDe,
  fr: handoverFr,
  it: handoverIt,
  en: handoverEn,
};
