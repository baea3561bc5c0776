import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { TypedSpansRefusal } from './opening-hours.ts';

export const typedSpansRefusalTexts: RefusalTexts<TypedSpansRefusal> = {
  hours_form: said(
    'Bitte von und bis schreiben, wie 8-12 13.30-18.',
    'Écrivez le début et la fin, comme 8-12 13.30-18.',
    'Scrivere l’inizio e la fine, come 8-12 13.30-18.',
    'Please write from and to, like 8-12 13.30-18.',
  ),
  hours_time: said(
    'Das ist keine Uhrzeit; bitte wie 7.30-12 schreiben.',
    'Ce n’est pas une heure\u202f; écrivez-la comme 7.30-12.',
    'Non è un’ora; scriverla come 7.30-12.',
    'This is not a time of day; please write it like 7.30-12.',
  ),
  hours_backwards: said(
    'Das Ende muss nach dem Anfang liegen.',
    'La fin doit suivre le début.',
    'La fine deve seguire l’inizio.',
    'The end must be after the start.',
  ),
  hours_overlap: said(
    'Diese Zeiten überschneiden sich.',
    'Ces heures se chevauchent.',
    'Questi orari si sovrappongono.',
    'These hours overlap.',
  ),
};
