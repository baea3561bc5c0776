import { formatAmount } from '../money/format-money.ts';
import { rappen } from '../money/rappen.ts';
import { type RefusalLanguage, type RefusalTexts, said, sayRefusal } from '../result/refusal-texts.ts';
import type { BankFileRefusal } from './bank-file-refusal.ts';

const again = said(
  'bitte die Datei noch einmal von der Bank holen',
  'veuillez reprendre le fichier auprès de la banque',
  'si prega di riprendere il file dalla banca',
  'please fetch the file from the bank again',
);
const ask = said(
  'bitte bei der Bank nachfragen und die Buchung von Hand erfassen',
  'veuillez vous renseigner auprès de la banque et saisir l’écriture à la main',
  'si prega di chiedere alla banca e di registrare il movimento a mano',
  'please ask the bank, and enter the booking by hand',
);

/** Joined to what is wrong, with what to do about it. */
function withRemedy(remedy: typeof again, de: string, fr: string, it: string, en: string) {
  return said(
    `${de}; ${remedy.de({})}.`,
    `${fr} ; ${remedy.fr({})}.`,
    `${it}; ${remedy.it({})}.`,
    `${en}; ${remedy.en({})}.`,
  );
}

/** Why a bank's file, or one entry of it, is not taken. Where it is stands after it: see `sayBankFileRefusal`. */
export const bankFileRefusalTexts: RefusalTexts<BankFileRefusal> = {
  doctype: withRemedy(
    again,
    'Die Datei deklariert einen Dokumenttyp; Dateien einer Bank haben keinen',
    'Le fichier déclare un type de document ; les fichiers d’une banque n’en ont pas',
    'Il file dichiara un tipo di documento; i file di una banca non ne hanno',
    'The file declares a document type; a bank’s files have none',
  ),
  entity_unknown: withRemedy(
    again,
    'Die Datei enthält einen Platzhalter, den XML nicht kennt',
    'Le fichier contient une entité que XML ne connaît pas',
    'Il file contiene un’entità che XML non conosce',
    'The file holds an entity that XML does not know',
  ),
  encoding: withRemedy(
    again,
    'Die Datei ist nicht in UTF-8 geschrieben',
    'Le fichier n’est pas écrit en UTF-8',
    'Il file non è scritto in UTF-8',
    'The file is not written in UTF-8',
  ),
  too_deep: withRemedy(
    again,
    'Die Elemente der Datei sind tiefer verschachtelt als in einer Bankdatei',
    'Les éléments du fichier sont plus imbriqués que dans un fichier de banque',
    'Gli elementi del file sono più annidati che in un file bancario',
    'The elements of the file are nested deeper than in a bank’s file',
  ),
  element_too_long: withRemedy(
    again,
    'Ein Element der Datei ist länger als in einer Bankdatei',
    'Un élément du fichier est plus long que dans un fichier de banque',
    'Un elemento del file è più lungo che in un file bancario',
    'An element of the file is longer than in a bank’s file',
  ),
  namespace_unknown: said(
    'Das ist keine Datei camt.053 oder camt.054 der Version 04 oder 08; bitte bei der Bank diese Version wählen.',
    'Ce n’est pas un fichier camt.053 ou camt.054 de version 04 ou 08 ; veuillez choisir cette version auprès de la banque.',
    'Non è un file camt.053 o camt.054 della versione 04 o 08; si prega di scegliere questa versione presso la banca.',
    'This is not a camt.053 or camt.054 file of version 04 or 08; please choose that version at the bank.',
  ),
  message_unknown: said(
    'Die Datei enthält weder Kontoauszug noch Gutschriftsanzeige; bitte camt.053 oder camt.054 wählen.',
    'Le fichier ne contient ni relevé de compte ni avis de crédit ; veuillez choisir camt.053 ou camt.054.',
    'Il file non contiene né estratto conto né avviso di accredito; si prega di scegliere camt.053 o camt.054.',
    'The file holds neither a statement nor a notification; please choose camt.053 or camt.054.',
  ),
  not_well_formed: withRemedy(
    again,
    'Die Datei ist beschädigt oder unvollständig',
    'Le fichier est endommagé ou incomplet',
    'Il file è danneggiato o incompleto',
    'The file is damaged or incomplete',
  ),
  element_missing: withRemedy(
    ask,
    'Eine Angabe fehlt',
    'Une indication manque',
    'Manca un’indicazione',
    'Something is missing',
  ),
  amount_format: withRemedy(
    ask,
    'Der Betrag ist keine Zahl wie 1590.50',
    'Le montant n’est pas un nombre comme 1590.50',
    'L’importo non è un numero come 1590.50',
    'The amount is not a number like 1590.50',
  ),
  amount_decimals: withRemedy(
    ask,
    'Der Betrag hat mehr als zwei Stellen nach dem Punkt',
    'Le montant a plus de deux décimales',
    'L’importo ha più di due decimali',
    'The amount has more than two decimals',
  ),
  amount_too_large: withRemedy(
    ask,
    'Der Betrag ist zu gross',
    'Le montant est trop élevé',
    'L’importo è troppo grande',
    'The amount is too large',
  ),
  currency_not_taken: {
    de: ({ currency }) =>
      `Die Währung «${currency}» wird nicht verbucht, nur CHF und EUR; bitte von Hand erfassen.`,
    fr: ({ currency }) =>
      `La monnaie « ${currency} » n’est pas comptabilisée, seulement CHF et EUR ; veuillez saisir à la main.`,
    it: ({ currency }) =>
      `La moneta «${currency}» non viene contabilizzata, solo CHF ed EUR; si prega di registrare a mano.`,
    en: ({ currency }) =>
      `The currency “${currency}” is not booked, only CHF and EUR; please enter it by hand.`,
  },
  direction_unknown: withRemedy(
    ask,
    'Es ist nicht gesagt, ob es eine Gutschrift oder eine Belastung ist',
    'Il n’est pas dit s’il s’agit d’un crédit ou d’un débit',
    'Non è detto se si tratta di un accredito o di un addebito',
    'It is not said whether it is a credit or a debit',
  ),
  reversal_unknown: withRemedy(
    ask,
    'Es ist nicht gesagt, ob es eine Rückbuchung ist',
    'Il n’est pas dit s’il s’agit d’une extourne',
    'Non è detto se si tratta di uno storno',
    'It is not said whether it is a reversal',
  ),
  date_format: withRemedy(
    ask,
    'Das Datum ist kein Tag, den es gibt',
    'La date n’est pas un jour qui existe',
    'La data non è un giorno che esiste',
    'The date is not a day that exists',
  ),
  batch_sum_differs: {
    de: ({ said: total, found }) =>
      `Die Sammelbuchung lautet auf ${amount(total)}, ihre Zahlungen ergeben ${amount(found)}; bitte vergleichen.`,
    fr: ({ said: total, found }) =>
      `L’écriture collective est de ${amount(total)}, ses paiements font ${amount(found)} ; veuillez comparer.`,
    it: ({ said: total, found }) =>
      `La registrazione collettiva è di ${amount(total)}, i suoi pagamenti fanno ${amount(found)}; si prega di confrontare.`,
    en: ({ said: total, found }) =>
      `The batch is of ${amount(total)}, its payments add up to ${amount(found)}; please compare.`,
  },
  batch_count_differs: {
    de: ({ said: count, found }) =>
      `Die Sammelbuchung nennt ${count} Zahlungen, es sind ${found}; bitte vergleichen.`,
    fr: ({ said: count, found }) =>
      `L’écriture collective annonce ${count} paiements, il y en a ${found} ; veuillez comparer.`,
    it: ({ said: count, found }) =>
      `La registrazione collettiva indica ${count} pagamenti, sono ${found}; si prega di confrontare.`,
    en: ({ said: count, found }) => `The batch names ${count} payments, there are ${found}; please compare.`,
  },
};

/** What is wrong, and in which element and line of the file. */
export function sayBankFileRefusal(refusal: BankFileRefusal, language: RefusalLanguage): string {
  const { path, line } = refusal;
  const place = path === '' ? '' : `, ${path}`;
  const where = {
    de: `Zeile ${line}${place}: `,
    fr: `Ligne ${line}${place} : `,
    it: `Riga ${line}${place}: `,
    en: `Line ${line}${place}: `,
  }[language];
  return where + sayRefusal(bankFileRefusalTexts, refusal, language);
}

function amount(hundredths: number): string {
  return formatAmount(rappen(hundredths));
}
