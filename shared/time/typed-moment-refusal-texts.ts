import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { TypedMomentRefusal } from './parse-typed-moment.ts';

export const typedMomentRefusalTexts: RefusalTexts<TypedMomentRefusal> = {
  typed_day: said(
    'Das ist kein Tag, den es gibt; bitte wie 24.12., +3 oder heute schreiben.',
    'Ce n’est pas un jour qui existe\u202f; écrivez-le comme 24.12., +3 ou demain.',
    'Non è un giorno che esiste; scriverlo come 24.12., +3 oppure oggi.',
    'This is not a day that exists; please write it like 24.12., +3 or today.',
  ),
  typed_moment: said(
    'Das ist kein Zeitpunkt; bitte wie 24.12. 14:00, 14:30 oder +3 schreiben.',
    'Ce n’est pas une date avec heure\u202f; écrivez-la comme 24.12. 14:00, 14:30 ou +3.',
    'Non è una data con ora; scriverla come 24.12. 14:00, 14:30 oppure +3.',
    'This is not a date and time; please write it like 24.12. 14:00, 14:30 or +3.',
  ),
};
