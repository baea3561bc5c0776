import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { PaperFault } from './paper-fault.ts';

/** Why the fields of a paper do not go together. */
export const paperFaultTexts: RefusalTexts<PaperFault> = {
  qr_iban: said(
    'Das ist eine gewöhnliche IBAN; hier gehört die QR-IBAN der Bank hin.',
    'C’est un IBAN ordinaire ; il faut ici le QR-IBAN de la banque.',
    'È un IBAN ordinario; qui va il QR-IBAN della banca.',
    'This is an ordinary IBAN; the bank’s QR-IBAN belongs here.',
  ),
  vat_rate: said(
    'Diese Zeile ist ohne MWST; bitte den Satz 0 angeben.',
    'Cette ligne est sans TVA ; veuillez indiquer le taux 0.',
    'Questa riga è senza IVA; si prega di indicare l’aliquota 0.',
    'This line is without VAT; please give the rate 0.',
  ),
  vat: said(
    'Eine Firma ohne MWST-Nummer verrechnet keine MWST; bitte die Zeilen ohne MWST führen oder die Firma als steuerpflichtig erfassen.',
    'Une entreprise sans numéro de TVA ne facture pas de TVA ; veuillez établir les lignes sans TVA ou saisir l’entreprise comme assujettie.',
    'Una ditta senza numero IVA non fattura IVA; si prega di tenere le righe senza IVA o di registrare la ditta come assoggettata.',
    'A company without a VAT number charges no VAT; please keep the lines without VAT, or enter the company as registered.',
  ),
  vat_without_uid: said(
    'Zur MWST-Nummer gehört die UID der Firma; bitte angeben.',
    'Le numéro de TVA exige l’IDE de l’entreprise ; veuillez l’indiquer.',
    'Il numero IVA richiede l’IDI della ditta; si prega di indicarlo.',
    'A VAT number needs the company’s UID; please give it.',
  ),
  vat_rates: {
    de: ({ limit }) => `Es sind mehr als ${limit} verschiedene MWST-Sätze; bitte die Sätze prüfen.`,
    fr: ({ limit }) => `Il y a plus de ${limit} taux de TVA différents ; veuillez vérifier les taux.`,
    it: ({ limit }) => `Ci sono più di ${limit} aliquote IVA diverse; si prega di verificarle.`,
    en: ({ limit }) => `There are more than ${limit} different VAT rates; please check them.`,
  },
  period: said(
    'Das Ende liegt nicht nach dem Beginn; bitte die Zeiten prüfen.',
    'La fin n’est pas postérieure au début ; veuillez vérifier les dates.',
    'La fine non è successiva all’inizio; si prega di verificare le date.',
    'The end is not after the start; please check the times.',
  ),
  signed_at: said(
    'Zu einer Unterschrift gehört ihr Zeitpunkt, und umgekehrt; bitte beides angeben oder keines.',
    'Une signature a son moment, et inversement ; veuillez indiquer les deux ou aucun.',
    'A una firma appartiene il suo momento, e viceversa; si prega di indicarli entrambi o nessuno.',
    'A signature has its moment, and a moment its signature; please give both or neither.',
  ),
  outside: said(
    'Ein Punkt liegt ausserhalb des Felds; bitte neu zeichnen.',
    'Un point est en dehors du cadre ; veuillez redessiner.',
    'Un punto è fuori dal riquadro; si prega di ridisegnare.',
    'A point lies outside the pad; please draw it again.',
  ),
  due: said(
    'Die Zahlungsfrist endet vor dem Tag des Papiers; bitte einen späteren Tag angeben.',
    'Le délai de paiement finit avant le jour du document ; veuillez indiquer un jour ultérieur.',
    'Il termine di pagamento finisce prima del giorno del documento; si prega di indicare un giorno successivo.',
    'The time to pay ends before the day of the paper; please give a later day.',
  ),
  payment: said(
    'Eine Gutschrift hat keinen Zahlteil; bitte weglassen.',
    'Une note de crédit n’a pas de section paiement ; veuillez l’omettre.',
    'Una nota di credito non ha una sezione pagamento; si prega di ometterla.',
    'A credit note has no payment part; please leave it out.',
  ),
  nothing_open: said(
    'Die Rechnung ist bezahlt oder gutgeschrieben; es braucht keine Mahnung.',
    'La facture est payée ou créditée ; aucun rappel n’est nécessaire.',
    'La fattura è pagata o accreditata; non serve alcun sollecito.',
    'The invoice is paid or credited; no reminder is needed.',
  ),
  not_overdue: said(
    'Die Rechnung ist an diesem Tag noch nicht überfällig; bitte die Frist abwarten.',
    'La facture n’est pas encore échue ce jour-là ; veuillez attendre l’échéance.',
    'La fattura quel giorno non è ancora scaduta; si prega di attendere il termine.',
    'The invoice is not overdue on that day yet; please wait for the term.',
  ),
  step: said(
    'Diese Gebühr ist von einer späteren Mahnung oder steht zweimal; bitte entfernen.',
    'Ces frais sont d’un rappel ultérieur ou figurent deux fois ; veuillez les retirer.',
    'Questa tassa è di un sollecito successivo o figura due volte; si prega di toglierla.',
    'This fee is of a later reminder, or there twice; please remove it.',
  ),
  amount_not_positive: said(
    'Die Zeilen ergeben nicht mehr als null; eine Quittung ist für Geld, das eingegangen ist.',
    'Les lignes ne donnent pas plus que zéro ; une quittance atteste de l’argent reçu.',
    'Le righe non danno più di zero; una ricevuta attesta denaro incassato.',
    'The lines do not come to more than nothing; a receipt is for money that came.',
  ),
  customer_missing: said(
    'Über CHF 400 und in Euro nennt eine Quittung, wer bezahlt hat; bitte Namen und Adresse angeben.',
    'Au-delà de CHF 400 et en euros, une quittance nomme qui a payé ; veuillez indiquer le nom et l’adresse.',
    'Oltre CHF 400 e in euro una ricevuta indica chi ha pagato; si prega di indicare nome e indirizzo.',
    'Above CHF 400 and in euros a receipt names who paid; please give name and address.',
  ),
  not_cash: said(
    'Gegebenes Geld gibt es nur bei Barzahlung; bitte weglassen.',
    'L’argent remis n’existe que pour un paiement en espèces ; veuillez l’omettre.',
    'Il denaro consegnato c’è solo per pagamenti in contanti; si prega di ometterlo.',
    'Money is put on the counter for cash only; please leave it out.',
  ),
  too_little: said(
    'Das gegebene Geld reicht nicht für den Betrag; bitte nachzählen.',
    'L’argent remis ne suffit pas pour le montant ; veuillez recompter.',
    'Il denaro consegnato non basta per l’importo; si prega di ricontare.',
    'The money given is less than the amount; please count again.',
  ),
  kind: {
    de: ({ asked, found }) =>
      `Verlangt ist «${asked}», die Datei ist für «${found}»; bitte die andere Art wählen.`,
    fr: ({ asked, found }) =>
      `On demande « ${asked} », le fichier est pour « ${found} » ; veuillez choisir l’autre type.`,
    it: ({ asked, found }) =>
      `È richiesto «${asked}», il file è per «${found}»; si prega di scegliere l’altro tipo.`,
    en: ({ asked, found }) =>
      `“${asked}” was asked for, the file is for “${found}”; please choose the other kind.`,
  },
};
