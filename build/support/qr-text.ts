import type { QrBillRefusal } from '#shared/qr-bill/check-qr-bill.ts';

export type Language = 'de' | 'fr' | 'it' | 'en';
type Code = QrBillRefusal['code'];
type RefusalOf<C extends Code> =
  Extract<QrBillRefusal, { readonly code: C }> extends never
    ? Extract<QrBillRefusal, { readonly code: unknown }>
    : Extract<QrBillRefusal, { readonly code: C }>;
type Sentences<C extends Code> = Readonly<Record<Language, (refusal: RefusalOf<C>) => string>>;

/** The same words whatever the facts are. */
function said(de: string, fr: string, it: string, en: string) {
  return { de: () => de, fr: () => fr, it: () => it, en: () => en };
}

/** A code without its four sentences does not compile. */
const sentences: { readonly [C in Code]: Sentences<C> } = {
  empty: said('Das Feld ist leer.', 'Le champ est vide.', 'Il campo è vuoto.', 'The field is empty.'),
  country_unknown: said(
    'Das ist kein Ländercode nach ISO 3166 (zwei Grossbuchstaben).',
    'Ce n’est pas un code de pays ISO 3166 (deux majuscules).',
    'Non è un codice di Paese ISO 3166 (due maiuscole).',
    'This is not an ISO 3166 country code (two capital letters).',
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
  iban_format: said('Das ist keine IBAN.', 'Ce n’est pas un IBAN.', 'Non è un IBAN.', 'This is not an IBAN.'),
  iban_country: said(
    'Eine QR-Rechnung braucht ein Konto in der Schweiz oder in Liechtenstein (CH oder LI).',
    'Une QR-facture exige un compte en Suisse ou au Liechtenstein (CH ou LI).',
    'Una QR-fattura richiede un conto in Svizzera o nel Liechtenstein (CH o LI).',
    'A QR-bill needs an account in Switzerland or Liechtenstein (CH or LI).',
  ),
  iban_check_digits: said(
    'Die Prüfziffern der IBAN stimmen nicht.',
    'Les chiffres de contrôle de l’IBAN sont faux.',
    'Le cifre di controllo dell’IBAN sono errate.',
    'The check digits of the IBAN are wrong.',
  ),
  qrr_format: said(
    'Eine QR-Referenz hat 27 Ziffern.',
    'Une référence QR a 27 chiffres.',
    'Un riferimento QR ha 27 cifre.',
    'A QR reference has 27 digits.',
  ),
  qrr_zero: said(
    'Eine QR-Referenz besteht nicht nur aus Nullen.',
    'Une référence QR ne peut être faite que de zéros.',
    'Un riferimento QR non può essere composto di soli zeri.',
    'A QR reference is not all zeros.',
  ),
  qrr_check_digit: said(
    'Die Prüfziffer der QR-Referenz stimmt nicht.',
    'Le chiffre de contrôle de la référence QR est faux.',
    'La cifra di controllo del riferimento QR è errata.',
    'The check digit of the QR reference is wrong.',
  ),
  scor_format: said(
    'Eine Creditor Reference ist RF, zwei Ziffern und bis zu 21 Buchstaben oder Ziffern.',
    'Une Creditor Reference est RF, deux chiffres et jusqu’à 21 lettres ou chiffres.',
    'Una Creditor Reference è RF, due cifre e fino a 21 lettere o cifre.',
    'A creditor reference is RF, two digits, and up to 21 letters or digits.',
  ),
  scor_check_digits: said(
    'Die Prüfziffern der Creditor Reference stimmen nicht.',
    'Les chiffres de contrôle de la Creditor Reference sont faux.',
    'Le cifre di controllo della Creditor Reference sono errate.',
    'The check digits of the creditor reference are wrong.',
  ),
  qr_iban_needs_qrr: said(
    'Eine QR-IBAN braucht eine QR-Referenz.',
    'Un QR-IBAN exige une référence QR.',
    'Un QR-IBAN richiede un riferimento QR.',
    'A QR-IBAN needs a QR reference.',
  ),
  qrr_needs_qr_iban: said(
    'Eine QR-Referenz braucht eine QR-IBAN.',
    'Une référence QR exige un QR-IBAN.',
    'Un riferimento QR richiede un QR-IBAN.',
    'A QR reference needs a QR-IBAN.',
  ),
  qr_iban_is_chf_only: said(
    'Eine QR-IBAN geht nur mit CHF; für EUR braucht es eine IBAN.',
    'Un QR-IBAN n’est possible qu’en CHF; pour l’EUR, il faut un IBAN.',
    'Un QR-IBAN è possibile solo in CHF; per l’EUR serve un IBAN.',
    'A QR-IBAN is for CHF only; EUR needs an IBAN.',
  ),
  amount_out_of_range: said(
    'Der Betrag ist zwischen 0.01 und 999 999 999.99.',
    'Le montant est compris entre 0.01 et 999 999 999.99.',
    'L’importo è compreso tra 0.01 e 999 999 999.99.',
    'The amount is between 0.01 and 999 999 999.99.',
  ),
  characters: {
    de: ({ characters }) => `Diese Zeichen kann eine QR-Rechnung nicht enthalten: ${shown(characters)}`,
    fr: ({ characters }) => `Une QR-facture ne peut pas contenir ces caractères: ${shown(characters)}`,
    it: ({ characters }) => `Una QR-fattura non può contenere questi caratteri: ${shown(characters)}`,
    en: ({ characters }) => `A QR-bill cannot carry these characters: ${shown(characters)}`,
  },
  too_long: {
    de: ({ limit, actual }) => `Höchstens ${limit} Zeichen sind erlaubt, es sind ${actual}.`,
    fr: ({ limit, actual }) => `${limit} caractères au plus sont permis, il y en a ${actual}.`,
    it: ({ limit, actual }) => `Sono ammessi al massimo ${limit} caratteri, sono ${actual}.`,
    en: ({ limit, actual }) => `At most ${limit} characters are allowed, there are ${actual}.`,
  },
  too_many_schemes: {
    de: ({ limit }) => `Höchstens ${limit} alternative Verfahren sind erlaubt.`,
    fr: ({ limit }) => `${limit} procédures alternatives au plus sont permises.`,
    it: ({ limit }) => `Sono ammesse al massimo ${limit} procedure alternative.`,
    en: ({ limit }) => `At most ${limit} alternative schemes are allowed.`,
  },
};

/** Why there is no bill, in all four languages. */
export function qrRefusalTexts(refusal: QrBillRefusal): Readonly<Record<Language, string>> {
  // The table has the sentences of exactly this refusal's code; TypeScript cannot follow a code through a lookup.
  const these = sentences[refusal.code] as Readonly<Record<Language, (refusal: QrBillRefusal) => string>>;
  return { de: these.de(refusal), fr: these.fr(refusal), it: these.it(refusal), en: these.en(refusal) };
}

/** `王 (U+738B)`, control characters by their number only. */
function shown(characters: readonly string[]): string {
  return characters
    .map((character) => {
      const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      return /[\p{C}\p{Z}]/u.test(character) ? number : `${character} (${number})`;
    })
    .join(', ');
}
