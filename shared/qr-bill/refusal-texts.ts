import { creditorReferenceRefusalTexts, qrReferenceRefusalTexts } from '../numbering/refusal-texts.ts';
import { nameCharacters } from '../result/name-characters.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { QrBillFault } from './check-qr-bill.ts';
import type { IbanRefusal } from './iban.ts';
import type { SwicoRefusal } from './parse-swico.ts';

export const ibanRefusalTexts: RefusalTexts<IbanRefusal> = {
  iban_format: said(
    'Das ist keine IBAN; eine Schweizer IBAN hat 21 Zeichen und beginnt mit CH oder LI.',
    'Ce n’est pas un IBAN ; un IBAN suisse a 21 caractères et commence par CH ou LI.',
    'Non è un IBAN; un IBAN svizzero ha 21 caratteri e inizia con CH o LI.',
    'This is not an IBAN; a Swiss one has 21 characters and begins with CH or LI.',
  ),
  iban_country: said(
    'Eine QR-Rechnung braucht ein Konto in der Schweiz oder in Liechtenstein (CH oder LI).',
    'Une QR-facture exige un compte en Suisse ou au Liechtenstein (CH ou LI).',
    'Una QR-fattura richiede un conto in Svizzera o nel Liechtenstein (CH o LI).',
    'A QR-bill needs an account in Switzerland or Liechtenstein (CH or LI).',
  ),
  iban_check_digits: said(
    'Die Prüfziffern der IBAN stimmen nicht; bitte Zeichen für Zeichen vergleichen.',
    'Les chiffres de contrôle de l’IBAN sont faux ; veuillez comparer caractère par caractère.',
    'Le cifre di controllo dell’IBAN sono errate; si prega di confrontare carattere per carattere.',
    'The check digits of the IBAN are wrong; please compare character by character.',
  ),
};

const { qrr_format, qrr_zero, qrr_check_digit } = qrReferenceRefusalTexts;

/** Why there is no QR-bill. The field is named before it: see `sayWithField`. */
export const qrBillRefusalTexts: RefusalTexts<QrBillFault> = {
  ...ibanRefusalTexts,
  ...creditorReferenceRefusalTexts,
  qrr_format,
  qrr_zero,
  qrr_check_digit,
  empty: said(
    'Das ist leer; bitte ausfüllen.',
    'C’est vide ; veuillez compléter.',
    'È vuoto; si prega di compilare.',
    'This is empty; please fill it in.',
  ),
  country_unknown: said(
    'Das ist kein Ländercode; er hat zwei Grossbuchstaben nach ISO 3166, wie CH.',
    'Ce n’est pas un code de pays ; il a deux majuscules selon ISO 3166, comme CH.',
    'Non è un codice di Paese; ha due maiuscole secondo ISO 3166, come CH.',
    'This is not a country code; it has two capital letters of ISO 3166, like CH.',
  ),
  currency: said(
    'Eine QR-Rechnung lautet auf CHF oder EUR.',
    'Une QR-facture est en CHF ou en EUR.',
    'Una QR-fattura è in CHF o in EUR.',
    'A QR-bill is in CHF or EUR.',
  ),
  reference_type: said(
    'Die Art der Referenz ist QRR, SCOR oder NON.',
    'Le type de référence est QRR, SCOR ou NON.',
    'Il tipo di riferimento è QRR, SCOR o NON.',
    'The type of reference is QRR, SCOR or NON.',
  ),
  billing_information_format: said(
    'Rechnungsinformationen beginnen mit // und zwei Zeichen, zum Beispiel //S1.',
    'Les informations de facture commencent par // et deux caractères, par exemple //S1.',
    'Le informazioni di fatturazione iniziano con // e due caratteri, per esempio //S1.',
    'Billing information begins with // and two characters, such as //S1.',
  ),
  qr_iban_needs_qrr: said(
    'Zu einer QR-IBAN gehört eine QR-Referenz; bitte eine solche oder eine gewöhnliche IBAN verwenden.',
    'Un QR-IBAN exige une référence QR ; utilisez-en une, ou un IBAN ordinaire.',
    'Un QR-IBAN richiede un riferimento QR; usarne uno, oppure un IBAN ordinario.',
    'A QR-IBAN needs a QR reference; use one, or an ordinary IBAN.',
  ),
  qrr_needs_qr_iban: said(
    'Zu einer QR-Referenz gehört eine QR-IBAN; bitte das Konto prüfen.',
    'Une référence QR exige un QR-IBAN ; veuillez vérifier le compte.',
    'Un riferimento QR richiede un QR-IBAN; si prega di verificare il conto.',
    'A QR reference needs a QR-IBAN; please check the account.',
  ),
  qr_iban_is_chf_only: said(
    'Eine QR-IBAN geht nur mit CHF; für EUR braucht es eine gewöhnliche IBAN.',
    'Un QR-IBAN n’est possible qu’en CHF ; pour l’EUR, il faut un IBAN ordinaire.',
    'Un QR-IBAN è possibile solo in CHF; per l’EUR serve un IBAN ordinario.',
    'A QR-IBAN is for CHF only; EUR needs an ordinary IBAN.',
  ),
  amount_out_of_range: said(
    'Der Betrag liegt zwischen 0.01 und 999’999’999.99, auf Rappen oder Cent genau.',
    'Le montant est compris entre 0.01 et 999’999’999.99, au centime près.',
    'L’importo è compreso tra 0.01 e 999’999’999.99, al centesimo.',
    'The amount is between 0.01 and 999’999’999.99, in whole Rappen or cents.',
  ),
  characters: {
    de: ({ characters }) =>
      `Diese Zeichen kann eine QR-Rechnung nicht enthalten: ${nameCharacters(characters)}.`,
    fr: ({ characters }) =>
      `Une QR-facture ne peut pas contenir ces caractères : ${nameCharacters(characters)}.`,
    it: ({ characters }) =>
      `Una QR-fattura non può contenere questi caratteri: ${nameCharacters(characters)}.`,
    en: ({ characters }) => `A QR-bill cannot carry these characters: ${nameCharacters(characters)}.`,
  },
  too_long: {
    de: ({ limit, actual }) => `Höchstens ${limit} Zeichen sind möglich, es sind ${actual}; bitte kürzen.`,
    fr: ({ limit, actual }) =>
      `${limit} caractères au plus sont possibles, il y en a ${actual} ; veuillez abréger.`,
    it: ({ limit, actual }) =>
      `Sono possibili al massimo ${limit} caratteri, sono ${actual}; si prega di abbreviare.`,
    en: ({ limit, actual }) =>
      `At most ${limit} characters are possible, there are ${actual}; please shorten it.`,
  },
  code_full: {
    de: ({ limit, actual }) =>
      `Alle Angaben zusammen brauchen ${actual} Bytes, in den Code passen ${limit}; bitte Namen, Adressen oder Mitteilung kürzen.`,
    fr: ({ limit, actual }) =>
      `Toutes les indications prennent ${actual} octets, le code en contient ${limit} ; veuillez abréger noms, adresses ou communication.`,
    it: ({ limit, actual }) =>
      `Tutte le indicazioni richiedono ${actual} byte, il codice ne contiene ${limit}; si prega di abbreviare nomi, indirizzi o comunicazione.`,
    en: ({ limit, actual }) =>
      `All fields together take ${actual} bytes, the code holds ${limit}; please shorten names, addresses or the message.`,
  },
  too_many_schemes: {
    de: ({ limit }) => `Höchstens ${limit} alternative Verfahren sind möglich.`,
    fr: ({ limit }) => `${limit} procédures alternatives au plus sont possibles.`,
    it: ({ limit }) => `Sono possibili al massimo ${limit} procedure alternative.`,
    en: ({ limit }) => `At most ${limit} alternative schemes are possible.`,
  },
};

/** Why billing information of Swico cannot be read. */
export const swicoRefusalTexts: RefusalTexts<SwicoRefusal> = {
  swico_prefix: said(
    'Rechnungsinformationen von Swico beginnen mit //S1/.',
    'Les informations de facture de Swico commencent par //S1/.',
    'Le informazioni di fatturazione di Swico iniziano con //S1/.',
    'Billing information of Swico begins with //S1/.',
  ),
  swico_escape: said(
    'Nach einem umgekehrten Schrägstrich steht / oder ein zweiter; bitte beim Aussteller nachfragen.',
    'Une barre oblique inversée est suivie de / ou d’une seconde ; veuillez vous renseigner auprès de l’émetteur.',
    'Dopo una barra rovesciata sta / o una seconda; si prega di chiedere all’emittente.',
    'A backslash is followed by / or another one; please ask the issuer.',
  ),
  swico_tag: {
    de: ({ tag }) => `«${tag}» ist kein Feld mit zwei Ziffern und einem Wert.`,
    fr: ({ tag }) => `« ${tag} » n’est pas un champ à deux chiffres avec une valeur.`,
    it: ({ tag }) => `«${tag}» non è un campo di due cifre con un valore.`,
    en: ({ tag }) => `“${tag}” is not a tag of two digits with a value.`,
  },
  swico_order: {
    de: ({ tag }) => `Das Feld ${tag} steht zweimal oder nicht in aufsteigender Reihenfolge.`,
    fr: ({ tag }) => `Le champ ${tag} figure deux fois ou n’est pas dans l’ordre croissant.`,
    it: ({ tag }) => `Il campo ${tag} figura due volte o non è in ordine crescente.`,
    en: ({ tag }) => `Tag ${tag} is there twice, or not in ascending order.`,
  },
  swico_date: {
    de: ({ tag }) => `Im Feld ${tag} steht kein Tag wie 261120, oder das Ende liegt vor dem Anfang.`,
    fr: ({ tag }) => `Le champ ${tag} ne contient pas un jour comme 261120, ou la fin précède le début.`,
    it: ({ tag }) => `Il campo ${tag} non contiene un giorno come 261120, o la fine precede l’inizio.`,
    en: ({ tag }) => `Tag ${tag} holds no day like 261120, or its end lies before its start.`,
  },
  swico_uid: {
    de: ({ tag }) => `Im Feld ${tag} steht keine UID mit neun Ziffern.`,
    fr: ({ tag }) => `Le champ ${tag} ne contient pas de numéro IDE à neuf chiffres.`,
    it: ({ tag }) => `Il campo ${tag} non contiene un numero IDI di nove cifre.`,
    en: ({ tag }) => `Tag ${tag} holds no UID of nine digits.`,
  },
  swico_vat: {
    de: ({ tag }) => `Im Feld ${tag} stehen nicht MWST-Sätze mit Beträgen wie 8.1:100.`,
    fr: ({ tag }) => `Le champ ${tag} ne contient pas de taux de TVA avec montants comme 8.1:100.`,
    it: ({ tag }) => `Il campo ${tag} non contiene aliquote IVA con importi come 8.1:100.`,
    en: ({ tag }) => `Tag ${tag} holds no VAT rates with amounts like 8.1:100.`,
  },
  swico_conditions: {
    de: ({ tag }) => `Im Feld ${tag} stehen nicht Zahlungsbedingungen wie 0:30.`,
    fr: ({ tag }) => `Le champ ${tag} ne contient pas de conditions de paiement comme 0:30.`,
    it: ({ tag }) => `Il campo ${tag} non contiene condizioni di pagamento come 0:30.`,
    en: ({ tag }) => `Tag ${tag} holds no conditions of payment like 0:30.`,
  },
};
