import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { PlateRefusal } from './plate.ts';

export const plateRefusalTexts: RefusalTexts<PlateRefusal> = {
  plate_format: said(
    'Ein Kennzeichen ist das Kürzel des Kantons und eine Zahl, wie ZH 123456; andere Schilder gehen hier nicht.',
    'Une plaque se compose de l’abréviation du canton et d’un nombre, comme ZH 123456 ; les autres plaques ne sont pas admises ici.',
    'Una targa è composta della sigla del Cantone e di un numero, come ZH 123456; altre targhe qui non sono ammesse.',
    'A plate is the canton’s abbreviation and a number, like ZH 123456; other plates are not taken here.',
  ),
  plate_canton: said(
    'Diesen Kanton gibt es nicht; bitte die zwei Buchstaben des Kennzeichens prüfen.',
    'Ce canton n’existe pas ; veuillez vérifier les deux lettres de la plaque.',
    'Questo Cantone non esiste; si prega di verificare le due lettere della targa.',
    'There is no such canton; please check the two letters of the plate.',
  ),
  plate_digits: said(
    'Die Zahl eines Kennzeichens hat eine bis sechs Ziffern und beginnt nicht mit 0.',
    'Le nombre d’une plaque a un à six chiffres et ne commence pas par 0.',
    'Il numero di una targa ha da una a sei cifre e non inizia con 0.',
    'The number of a plate has one to six digits and does not begin with 0.',
  ),
};
