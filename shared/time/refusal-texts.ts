import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { TypedRefusal } from './parse-typed.ts';

export const typedRefusalTexts: RefusalTexts<TypedRefusal> = {
  day: said(
    'Das ist kein Tag, den es gibt; bitte wie 24.12.1990 schreiben.',
    'Ce n’est pas un jour qui existe ; écrivez-le comme 24.12.1990.',
    'Non è un giorno che esiste; scriverlo come 24.12.1990.',
    'This is not a day that exists; please write it like 24.12.1990.',
  ),
  time: said(
    'Das ist keine Uhrzeit; bitte wie 14:30 schreiben.',
    'Ce n’est pas une heure ; écrivez-la comme 14:30.',
    'Non è un’ora; scriverla come 14:30.',
    'This is not a time of day; please write it like 14:30.',
  ),
};
