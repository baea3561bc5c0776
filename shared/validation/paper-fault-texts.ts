import { formatAmount } from '../money/format-money.ts';
import { rappen } from '../money/rappen.ts';
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
    'Die Reihenfolge der Zeiten stimmt nicht; bitte Beginn und Ende prüfen.',
    'L’ordre des dates n’est pas juste ; veuillez vérifier le début et la fin.',
    'L’ordine dei tempi non è giusto; si prega di verificare inizio e fine.',
    'The order of the times is wrong; please check start and end.',
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
  vat_of_lines: said(
    'Die MWST-Übersicht passt nicht zu den Zeilen; bitte jeden Satz einmal, den höchsten zuerst, mit der Summe seiner Zeilen angeben.',
    'Le récapitulatif de TVA ne correspond pas aux lignes ; veuillez indiquer chaque taux une fois, le plus élevé d’abord, avec la somme de ses lignes.',
    'Il riepilogo IVA non corrisponde alle righe; si prega di indicare ogni aliquota una volta, la più alta per prima, con la somma delle sue righe.',
    'The VAT summary is not that of the lines; please give each rate once, the highest first, with the sum of its lines.',
  ),
  vat_differs: {
    de: ({ limit, computed }) =>
      `Diese MWST weicht um mehr als ${limit} Rp. von der berechneten ab, ${formatAmount(rappen(computed))}; bitte prüfen.`,
    fr: ({ limit, computed }) =>
      `Cette TVA s’écarte de plus de ${limit} ct. de la TVA calculée, ${formatAmount(rappen(computed))} ; veuillez vérifier.`,
    it: ({ limit, computed }) =>
      `Questa IVA si scosta di oltre ${limit} ct. da quella calcolata, ${formatAmount(rappen(computed))}; si prega di verificare.`,
    en: ({ limit, computed }) =>
      `This VAT differs by more than ${limit} Rappen from the computed ${formatAmount(rappen(computed))}; please check it.`,
  },
  vat_sum: said(
    'Netto und MWST ergeben nicht das Brutto; bitte nachrechnen.',
    'Le net et la TVA ne donnent pas le brut ; veuillez recalculer.',
    'Netto e IVA non danno il lordo; si prega di ricalcolare.',
    'Net and VAT do not add up to gross; please compute it again.',
  ),
  in_future: said(
    'Das liegt nach dem Tag des Briefs; bitte das Datum prüfen.',
    'C’est postérieur au jour de la lettre ; veuillez vérifier la date.',
    'È successivo al giorno della lettera; si prega di verificare la data.',
    'This lies after the day of the letter; please check the date.',
  ),
  time_skipped: said(
    'Diese Uhrzeit gab es an jenem Tag nicht (Umstellung auf Sommerzeit); bitte bei der Behörde nachfragen.',
    'Cette heure n’a pas existé ce jour-là (passage à l’heure d’été) ; veuillez vous renseigner auprès de l’autorité.',
    'Quell’ora quel giorno non è esistita (passaggio all’ora legale); si prega di chiedere all’autorità.',
    'The clock never showed this time on that day (change to summer time); please ask the authority.',
  ),
  not_in_rental: said(
    'Die Übertretung liegt nicht in dieser Mietzeit; bitte den richtigen Vertrag suchen.',
    'L’infraction n’est pas dans cette durée de location ; veuillez chercher le bon contrat.',
    'L’infrazione non è in questa durata del noleggio; si prega di cercare il contratto giusto.',
    'The offence lies outside this rental; please find the right contract.',
  ),
  birth_date: said(
    'Das Geburtsdatum liegt nicht vor der Übertretung; bitte prüfen.',
    'La date de naissance ne précède pas l’infraction ; veuillez vérifier.',
    'La data di nascita non precede l’infrazione; si prega di verificare.',
    'The date of birth is not before the offence; please check it.',
  ),
  check_out_missing: said(
    'Neben einer Rücknahme steht der Zustand bei der Übergabe; bitte angeben.',
    'Une reprise montre aussi l’état à la remise ; veuillez l’indiquer.',
    'Accanto a un ritiro sta lo stato alla consegna; si prega di indicarlo.',
    'A check-in stands beside its check-out; please give that state.',
  ),
  check_out_twice: said(
    'Vor einer Übergabe steht keine andere; bitte weglassen.',
    'Une remise n’en a pas d’autre avant elle ; veuillez l’omettre.',
    'Prima di una consegna non ce n’è un’altra; si prega di ometterla.',
    'A check-out has none before it; please leave it out.',
  ),
  damage_known: said(
    'Bei der Übergabe ist jeder Schaden bekannt; bitte so angeben.',
    'À la remise, chaque dommage est connu ; veuillez l’indiquer ainsi.',
    'Alla consegna ogni danno è noto; si prega di indicarlo così.',
    'On a check-out every damage is known; please give it so.',
  ),
  unknown_damage: said(
    'Einen Schaden dieser Nummer gibt es nicht; bitte die Nummern auf der Skizze vergleichen.',
    'Il n’y a pas de dommage de ce numéro ; veuillez comparer les numéros du croquis.',
    'Non c’è un danno con questo numero; si prega di confrontare i numeri dello schizzo.',
    'There is no damage of this number; please compare the numbers on the sketch.',
  ),
  key_box: said(
    'Beim Schlüsselkasten war niemand da, um zu unterschreiben; bitte die Unterschrift weglassen.',
    'À la boîte à clés, personne n’était là pour signer ; veuillez omettre la signature.',
    'Alla cassetta delle chiavi nessuno era presente per firmare; si prega di omettere la firma.',
    'At the key box nobody was there to sign; please leave the signature out.',
  ),
  off_sketch: said(
    'Der Punkt liegt nicht auf der Skizze; möglich sind ganze Zahlen von 0 bis 1000.',
    'Le point n’est pas sur le croquis ; sont possibles les nombres entiers de 0 à 1000.',
    'Il punto non è sullo schizzo; sono possibili numeri interi da 0 a 1000.',
    'The point is not on the sketch; whole numbers from 0 to 1000 are possible.',
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
