import { cashRefusalTexts } from '../cash/refusal-texts.ts';
import { contractBillRefusalTexts } from '../invoices/contract-bill-refusal-texts.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { ReturnRefusal } from './check-in.ts';
import { statusWords } from './contract-status-words.ts';
import { handoverRefusalTexts } from './handover-refusal-texts.ts';

/** Why a car is not taken back like this. */
export const checkInRefusalTexts: RefusalTexts<ReturnRefusal> = {
  ...handoverRefusalTexts,
  ...contractBillRefusalTexts,
  contract_not_out: {
    de: ({ status }) =>
      `Dieser Vertrag ist «${statusWords.de[status]}», nicht unterwegs; bitte den richtigen öffnen.`,
    fr: ({ status }) =>
      `Ce contrat est « ${statusWords.fr[status]} », il n’est pas en location ; veuillez ouvrir le bon.`,
    it: ({ status }) =>
      `Questo contratto è «${statusWords.it[status]}», non in noleggio; si prega di aprire quello giusto.`,
    en: ({ status }) => `This contract is “${statusWords.en[status]}”, not out; please open the right one.`,
  },
  driven_kilometres_missing: said(
    'Der Kilometerstand ist tiefer als bei der Übergabe; bitte prüfen oder die gefahrenen Kilometer von Hand eingeben.',
    'Le kilométrage est inférieur à celui de la remise ; vérifiez-le ou indiquez à la main les kilomètres parcourus.',
    'Il chilometraggio è inferiore a quello della consegna; verificarlo o indicare a mano i chilometri percorsi.',
    'The odometer is below that of the check-out; please check it, or enter the kilometres driven by hand.',
  ),
  first_sync_missing: said(
    'Die Daten sind noch nicht vollständig geladen; bitte kurz warten.',
    'Les données ne sont pas encore entièrement chargées ; veuillez patienter un instant.',
    'I dati non sono ancora del tutto caricati; si prega di attendere un attimo.',
    'The data is not completely loaded yet; please wait a moment.',
  ),
  contract_missing: said(
    'Diesen Vertrag gibt es auf diesem Gerät nicht; bitte die Nummer suchen.',
    'Ce contrat n’est pas sur cet appareil ; veuillez chercher son numéro.',
    'Questo contratto non è su questo apparecchio; si prega di cercarne il numero.',
    'This contract is not on this machine; please search its number.',
  ),
  billed_otherwise: {
    de: ({ number }) =>
      `Die Rückgabe ändert, was Rechnung ${number} schon verrechnet; bitte dazu zuerst eine Gutschrift schreiben.`,
    fr: ({ number }) =>
      `Le retour change ce que la facture ${number} a déjà facturé ; veuillez d’abord établir une note de crédit.`,
    it: ({ number }) =>
      `La riconsegna cambia ciò che la fattura ${number} ha già fatturato; si prega di emettere prima una nota di credito.`,
    en: ({ number }) =>
      `The return changes what invoice ${number} has billed already; please write a credit note for it first.`,
  },
  drawer_closed: said(
    'Die Kasse dieses Schalters ist nicht offen; bitte zuerst öffnen oder anders bezahlen lassen.',
    'La caisse de ce guichet n’est pas ouverte ; ouvrez-la d’abord ou choisissez un autre mode de paiement.',
    'La cassa di questo sportello non è aperta; aprirla prima o scegliere un altro modo di pagamento.',
    'The cash drawer of this counter is not open; open it first, or take another kind of payment.',
  ),
  drawer_too_empty: cashRefusalTexts.drawer_too_empty,
};
