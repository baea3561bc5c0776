import type { CreditorReferenceRefusal } from '../numbering/creditor-reference.ts';
import type { QrReferenceRefusal } from '../numbering/qr-reference.ts';
import { creditorReferenceRefusalTexts, qrReferenceRefusalTexts } from '../numbering/refusal-texts.ts';
import { type RefusalLanguage, type RefusalTexts, said, sayRefusal } from '../result/refusal-texts.ts';
import type { InvalidReference } from './bank-payment.ts';
import type { IgnoredItem, LeftOverReason } from './match-payments.ts';

const invalidReference: RefusalTexts<CreditorReferenceRefusal | QrReferenceRefusal> = {
  ...creditorReferenceRefusalTexts,
  ...qrReferenceRefusalTexts,
};

/** Why a payment waits for a person, and what that person does. */
export const leftOverTexts: RefusalTexts<LeftOverReason> = {
  no_reference: said(
    'Die Zahlung nennt keine Referenz; bitte die Rechnung wählen.',
    'Le paiement ne comporte pas de référence ; veuillez choisir la facture.',
    'Il pagamento non indica un riferimento; si prega di scegliere la fattura.',
    'The payment names no reference; please choose the invoice.',
  ),
  reference_unknown: said(
    'Zu dieser Referenz gibt es keine Rechnung; bitte die Rechnung wählen.',
    'Il n’y a pas de facture pour cette référence ; veuillez choisir la facture.',
    'A questo riferimento non corrisponde alcuna fattura; si prega di scegliere la fattura.',
    'No invoice has this reference; please choose the invoice.',
  ),
  several_references: said(
    'Die Zahlung nennt mehrere Referenzen; bitte auf die Rechnungen aufteilen.',
    'Le paiement comporte plusieurs références ; veuillez le répartir entre les factures.',
    'Il pagamento indica più riferimenti; si prega di ripartirlo tra le fatture.',
    'The payment names several references; please split it between the invoices.',
  ),
  reference_invalid: {
    de: ({ why }) =>
      `Die Referenz der Zahlung ist keine; bitte die Rechnung wählen. ${whyInvalid(why, 'de')}`,
    fr: ({ why }) =>
      `La référence du paiement n’en est pas une ; veuillez choisir la facture. ${whyInvalid(why, 'fr')}`,
    it: ({ why }) =>
      `Il riferimento del pagamento non è valido; si prega di scegliere la fattura. ${whyInvalid(why, 'it')}`,
    en: ({ why }) =>
      `The reference of the payment is none; please choose the invoice. ${whyInvalid(why, 'en')}`,
  },
  reference_not_ours: said(
    'Die Referenz gehört zu einer anderen Firma oder einem früheren System; bitte prüfen, für wen die Zahlung ist.',
    'La référence est celle d’une autre entreprise ou d’un ancien système ; veuillez vérifier à qui le paiement est destiné.',
    'Il riferimento è di un’altra ditta o di un sistema precedente; si prega di verificare a chi è destinato il pagamento.',
    'The reference is another company’s or an older system’s; please check whom the payment is for.',
  ),
  currency_differs: {
    de: ({ invoiceCurrency }) =>
      `Die Rechnung lautet auf ${invoiceCurrency}, die Zahlung nicht; bitte von Hand umrechnen und verbuchen.`,
    fr: ({ invoiceCurrency }) =>
      `La facture est en ${invoiceCurrency}, le paiement non ; veuillez convertir et comptabiliser à la main.`,
    it: ({ invoiceCurrency }) =>
      `La fattura è in ${invoiceCurrency}, il pagamento no; si prega di convertire e contabilizzare a mano.`,
    en: ({ invoiceCurrency }) =>
      `The invoice is in ${invoiceCurrency}, the payment is not; please convert and book it by hand.`,
  },
  batch_without_details: {
    de: ({ payments }) =>
      `Die Bank bucht ${payments} Zahlungen als eine und nennt sie nicht; bitte auch die Datei camt.054 einlesen.`,
    fr: ({ payments }) =>
      `La banque comptabilise ${payments} paiements en un seul sans les détailler ; veuillez lire aussi le fichier camt.054.`,
    it: ({ payments }) =>
      `La banca registra ${payments} pagamenti come uno solo senza dettagli; si prega di leggere anche il file camt.054.`,
    en: ({ payments }) =>
      `The bank books ${payments} payments as one without naming them; please read the camt.054 file too.`,
  },
  maybe_duplicate: {
    de: ({ sameAs }) =>
      `Eine gleiche Zahlung steht schon im Auszug ${sameAs.statementId} (Eintrag ${sameAs.entry}); bitte prüfen, ob es dieselbe ist.`,
    fr: ({ sameAs }) =>
      `Un paiement identique figure déjà dans le relevé ${sameAs.statementId} (écriture ${sameAs.entry}) ; veuillez vérifier si c’est le même.`,
    it: ({ sameAs }) =>
      `Un pagamento uguale figura già nell’estratto ${sameAs.statementId} (registrazione ${sameAs.entry}); si prega di verificare se è lo stesso.`,
    en: ({ sameAs }) =>
      `A payment just like it already stands in statement ${sameAs.statementId} (entry ${sameAs.entry}); please check whether it is the same.`,
  },
};

/** Why a movement is nobody's payment of an invoice. The code is the `reason` of an ignored item. */
export const ignoredTexts: RefusalTexts<{ readonly code: IgnoredItem['reason'] }> = {
  debit: said(
    'Eine Belastung: es ging Geld weg.',
    'Un débit : de l’argent est parti.',
    'Un addebito: è uscito denaro.',
    'A debit: money went out.',
  ),
  reversed_debit: said(
    'Eine zurückgenommene Belastung: keine Zahlung einer Rechnung.',
    'Un débit annulé : ce n’est pas le paiement d’une facture.',
    'Un addebito stornato: non è il pagamento di una fattura.',
    'A debit taken back: it pays no invoice.',
  ),
  zero: said(
    'Ein Betrag von null: nichts zu verbuchen.',
    'Un montant nul : rien à comptabiliser.',
    'Un importo nullo: nulla da contabilizzare.',
    'An amount of nothing: nothing to book.',
  ),
  duplicate: said(
    'Schon in einer anderen Datei oder einem anderen Auszug enthalten.',
    'Déjà compris dans un autre fichier ou un autre relevé.',
    'Già contenuto in un altro file o in un altro estratto.',
    'Already told by another file or statement.',
  ),
  not_booked: said(
    'Von der Bank noch nicht gebucht; kommt mit einer späteren Datei.',
    'Pas encore comptabilisé par la banque ; viendra avec un fichier ultérieur.',
    'Non ancora registrato dalla banca; arriverà con un file successivo.',
    'Not booked by the bank yet; it will come with a later file.',
  ),
};

function whyInvalid(why: InvalidReference['code'], language: RefusalLanguage): string {
  return sayRefusal(invalidReference, { code: why }, language);
}
