import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { CreditorReferenceRefusal } from './creditor-reference.ts';
import type { QrReferenceRefusal } from './qr-reference.ts';
import { type SeriesNumberRefusal, largestRunning } from './series-number.ts';

export const seriesNumberRefusalTexts: RefusalTexts<SeriesNumberRefusal> = {
  number_format: said(
    'Das ist keine Nummer eines Schalters; sie lautet wie ZRH-A-26-00042.',
    'Ce n’est pas un numéro de guichet ; il s’écrit comme ZRH-A-26-00042.',
    'Non è un numero di sportello; si scrive come ZRH-A-26-00042.',
    'This is not a counter’s number; it is written like ZRH-A-26-00042.',
  ),
  number_branch: said(
    'Das Kürzel der Filiale hat 2 bis 5 Grossbuchstaben oder Ziffern und beginnt mit einem Buchstaben.',
    'Le code de la succursale a 2 à 5 majuscules ou chiffres et commence par une lettre.',
    'La sigla della filiale ha da 2 a 5 maiuscole o cifre e inizia con una lettera.',
    'A branch code has 2 to 5 capital letters or digits and begins with a letter.',
  ),
  number_counter: said(
    'Ein Schalter hat einen Grossbuchstaben von A bis Z.',
    'Un guichet porte une majuscule de A à Z.',
    'Uno sportello porta una maiuscola da A a Z.',
    'A counter has one capital letter from A to Z.',
  ),
  number_year: said(
    'Das Jahr einer Nummer liegt zwischen 2000 und 2099.',
    'L’année d’un numéro est comprise entre 2000 et 2099.',
    'L’anno di un numero è compreso tra il 2000 e il 2099.',
    'The year of a number is between 2000 and 2099.',
  ),
  number_running: said(
    `Die laufende Nummer liegt zwischen 1 und ${largestRunning}.`,
    `Le numéro courant est compris entre 1 et ${largestRunning}.`,
    `Il numero progressivo è compreso tra 1 e ${largestRunning}.`,
    `The running number is between 1 and ${largestRunning}.`,
  ),
};

export const qrReferenceRefusalTexts: RefusalTexts<QrReferenceRefusal> = {
  qrr_prefix: said(
    'Die Referenz beginnt nicht mit den Ziffern, die unsere Bank gegeben hat (höchstens 12).',
    'La référence ne commence pas par les chiffres donnés par notre banque (12 au plus).',
    'Il riferimento non inizia con le cifre date dalla nostra banca (al massimo 12).',
    'The reference does not begin with the digits that our bank has given (at most 12).',
  ),
  qrr_counter: said(
    'Die Nummer des Schalters in der QR-Referenz liegt zwischen 1 und 9999.',
    'Le numéro du guichet dans la référence QR est compris entre 1 et 9999.',
    'Il numero dello sportello nel riferimento QR è compreso tra 1 e 9999.',
    'The counter’s number in a QR reference is between 1 and 9999.',
  ),
  qrr_year: said(
    'Das Jahr in der QR-Referenz liegt zwischen 2000 und 2099.',
    'L’année dans la référence QR est comprise entre 2000 et 2099.',
    'L’anno nel riferimento QR è compreso tra il 2000 e il 2099.',
    'The year in a QR reference is between 2000 and 2099.',
  ),
  qrr_running: said(
    `Die laufende Nummer in der QR-Referenz liegt zwischen 1 und ${largestRunning}.`,
    `Le numéro courant dans la référence QR est compris entre 1 et ${largestRunning}.`,
    `Il numero progressivo nel riferimento QR è compreso tra 1 e ${largestRunning}.`,
    `The running number in a QR reference is between 1 and ${largestRunning}.`,
  ),
  qrr_format: said(
    'Eine QR-Referenz hat 27 Ziffern; bitte vergleichen.',
    'Une référence QR a 27 chiffres ; veuillez comparer.',
    'Un riferimento QR ha 27 cifre; si prega di confrontare.',
    'A QR reference has 27 digits; please compare.',
  ),
  qrr_zero: said(
    'Eine QR-Referenz besteht nicht nur aus Nullen.',
    'Une référence QR n’est pas faite que de zéros.',
    'Un riferimento QR non è composto di soli zeri.',
    'A QR reference is not all zeros.',
  ),
  qrr_check_digit: said(
    'Die Prüfziffer der QR-Referenz stimmt nicht; bitte Ziffer für Ziffer vergleichen.',
    'Le chiffre de contrôle de la référence QR est faux ; veuillez comparer chiffre par chiffre.',
    'La cifra di controllo del riferimento QR è errata; si prega di confrontare cifra per cifra.',
    'The check digit of the QR reference is wrong; please compare digit by digit.',
  ),
};

export const creditorReferenceRefusalTexts: RefusalTexts<CreditorReferenceRefusal> = {
  scor_format: said(
    'Eine Creditor Reference ist RF, zwei Ziffern und bis zu 21 Buchstaben oder Ziffern.',
    'Une Creditor Reference se compose de RF, de deux chiffres et de 21 lettres ou chiffres au plus.',
    'Una Creditor Reference è composta di RF, due cifre e al massimo 21 lettere o cifre.',
    'A creditor reference is RF, two digits, and up to 21 letters or digits.',
  ),
  scor_check_digits: said(
    'Die Prüfziffern der Creditor Reference stimmen nicht; bitte Zeichen für Zeichen vergleichen.',
    'Les chiffres de contrôle de la Creditor Reference sont faux ; veuillez comparer caractère par caractère.',
    'Le cifre di controllo della Creditor Reference sono errate; si prega di confrontare carattere per carattere.',
    'The check digits of the creditor reference are wrong; please compare character by character.',
  ),
};
