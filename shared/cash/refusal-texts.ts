import { formatMoney } from '../money/format-money.ts';
import { rappen } from '../money/rappen.ts';
import type { RefusalTexts } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import type { CashRefusal } from './cash-refusal.ts';

const money = formatMoney;
/** Without its sign: the words say the direction. */
const size = (amount: number) => rappen(Math.abs(amount));

/** Why cash is not recorded or a session not closed. */
export const cashRefusalTexts: RefusalTexts<CashRefusal> = {
  denomination_unknown: {
    de: ({ denomination, currency }) =>
      `${money(denomination, currency)} gibt es weder als Note noch als Münze.`,
    fr: ({ denomination, currency }) => `${money(denomination, currency)} n’existe ni en billet ni en pièce.`,
    it: ({ denomination, currency }) =>
      `${money(denomination, currency)} non esiste né come banconota né come moneta.`,
    en: ({ denomination, currency }) => `${money(denomination, currency)} is neither a note nor a coin.`,
  },
  denomination_twice: {
    de: ({ denomination, currency }) =>
      `${money(denomination, currency)} ist zweimal aufgeführt; bitte zusammenzählen.`,
    fr: ({ denomination, currency }) => `${money(denomination, currency)} figure deux fois ; additionnez.`,
    it: ({ denomination, currency }) => `${money(denomination, currency)} figura due volte; sommare.`,
    en: ({ denomination, currency }) =>
      `${money(denomination, currency)} is listed twice; please add them up.`,
  },
  pieces: {
    de: ({ denomination, currency }) =>
      `Die Anzahl zu ${money(denomination, currency)} ist eine ganze Zahl ab 0.`,
    fr: ({ denomination, currency }) =>
      `Le nombre de pièces à ${money(denomination, currency)} est un entier à partir de 0.`,
    it: ({ denomination, currency }) =>
      `Il numero di pezzi da ${money(denomination, currency)} è un intero a partire da 0.`,
    en: ({ denomination, currency }) =>
      `The number of pieces of ${money(denomination, currency)} is a whole number from 0.`,
  },
  cash_negative: {
    de: ({ amount, currency }) => `${money(amount, currency)} ist negativ; bitte einen Betrag ab 0 angeben.`,
    fr: ({ amount, currency }) =>
      `${money(amount, currency)} est négatif ; indiquez un montant à partir de 0.`,
    it: ({ amount, currency }) =>
      `${money(amount, currency)} è negativo; indicare un importo a partire da 0.`,
    en: ({ amount, currency }) => `${money(amount, currency)} is negative; please give an amount from 0.`,
  },
  cash_not_positive: {
    de: ({ amount, currency }) =>
      `${money(amount, currency)} bewegt nichts; bitte einen Betrag über 0 angeben.`,
    fr: ({ amount, currency }) =>
      `${money(amount, currency)} ne change rien ; indiquez un montant supérieur à 0.`,
    it: ({ amount, currency }) => `${money(amount, currency)} non muove nulla; indicare un importo sopra 0.`,
    en: ({ amount, currency }) => `${money(amount, currency)} moves nothing; please give an amount above 0.`,
  },
  cash_not_coinable: {
    de: ({ amount, currency }) =>
      `${money(amount, currency)} lässt sich nicht bar zahlen; bitte auf 5 Rappen runden.`,
    fr: ({ amount, currency }) =>
      `${money(amount, currency)} ne peut pas être payé en espèces ; arrondissez à 5 centimes.`,
    it: ({ amount, currency }) =>
      `${money(amount, currency)} non si può pagare in contanti; arrotondare a 5 centesimi.`,
    en: ({ amount, currency }) =>
      `${money(amount, currency)} cannot be paid in cash; please round to 5 centimes.`,
  },
  wrong_currency: {
    de: ({ currency, drawer }) => `Diese Kasse führt ${drawer}; ${currency} gehören in ihre eigene.`,
    fr: ({ currency, drawer }) => `Cette caisse est en ${drawer} ; ${currency} a la sienne.`,
    it: ({ currency, drawer }) => `Questa cassa è in ${drawer}; ${currency} ha la propria.`,
    en: ({ currency, drawer }) => `This drawer holds ${drawer}; ${currency} has its own.`,
  },
  session_closed: {
    de: ({ closedAt }) => `Die Kasse ist seit ${formatInstant(closedAt)} abgeschlossen; bitte neu eröffnen.`,
    fr: ({ closedAt }) =>
      `La caisse est close depuis le ${formatInstant(closedAt)} ; ouvrez-en une nouvelle.`,
    it: ({ closedAt }) => `La cassa è chiusa dal ${formatInstant(closedAt)}; aprirne una nuova.`,
    en: ({ closedAt }) => `The drawer was closed on ${formatInstant(closedAt)}; please open a new session.`,
  },
  movement_before_opening: {
    de: ({ openedAt }) => `Die Bewegung liegt vor der Eröffnung der Kasse am ${formatInstant(openedAt)}.`,
    fr: ({ openedAt }) => `Le mouvement précède l’ouverture de la caisse le ${formatInstant(openedAt)}.`,
    it: ({ openedAt }) => `Il movimento precede l’apertura della cassa il ${formatInstant(openedAt)}.`,
    en: ({ openedAt }) => `The movement lies before the drawer was opened on ${formatInstant(openedAt)}.`,
  },
  movement_twice: {
    de: () => 'Diese Bewegung ist schon verbucht.',
    fr: () => 'Ce mouvement est déjà enregistré.',
    it: () => 'Questo movimento è già registrato.',
    en: () => 'This movement is recorded already.',
  },
  reason_missing: {
    de: () => 'Eine Einlage oder Entnahme braucht einen Grund.',
    fr: () => 'Un apport ou un retrait demande un motif.',
    it: () => 'Un versamento o un prelievo richiede un motivo.',
    en: () => 'Money put in or taken out needs a reason.',
  },
  document_missing: {
    de: () => 'Diese Bewegung braucht die Nummer von Quittung, Rechnung oder Vertrag.',
    fr: () => 'Ce mouvement demande le numéro de la quittance, de la facture ou du contrat.',
    it: () => 'Questo movimento richiede il numero di ricevuta, fattura o contratto.',
    en: () => 'This movement needs the number of a receipt, invoice or contract.',
  },
  drawer_too_empty: {
    de: ({ expected, asked, currency }) =>
      `In der Kasse sind ${money(expected, currency)}; ${money(asked, currency)} lassen sich nicht entnehmen. Bitte zuerst die fehlende Einlage verbuchen.`,
    fr: ({ expected, asked, currency }) =>
      `La caisse contient ${money(expected, currency)} ; ${money(asked, currency)} ne peut en sortir. Enregistrez d’abord l’apport qui manque.`,
    it: ({ expected, asked, currency }) =>
      `In cassa ci sono ${money(expected, currency)}; ${money(asked, currency)} non si possono prelevare. Registrare prima il versamento mancante.`,
    en: ({ expected, asked, currency }) =>
      `The drawer holds ${money(expected, currency)}; ${money(asked, currency)} cannot be taken. Please record the missing money first.`,
  },
  closed_too_early: {
    de: ({ latest }) => `Der Abschluss liegt vor der letzten Bewegung am ${formatInstant(latest)}.`,
    fr: ({ latest }) => `La clôture précède le dernier mouvement du ${formatInstant(latest)}.`,
    it: ({ latest }) => `La chiusura precede l’ultimo movimento del ${formatInstant(latest)}.`,
    en: ({ latest }) => `The closing lies before the last movement on ${formatInstant(latest)}.`,
  },
  difference_without_reason: {
    de: ({ difference, currency }) =>
      `Die Kasse hat ${money(size(difference), currency)} zu ${difference < 0 ? 'wenig' : 'viel'}; bitte nachzählen oder begründen.`,
    fr: ({ difference, currency }) =>
      `Il y a ${money(size(difference), currency)} ${difference < 0 ? 'de moins' : 'de trop'} en caisse ; recomptez ou donnez un motif.`,
    it: ({ difference, currency }) =>
      `In cassa ci sono ${money(size(difference), currency)} in ${difference < 0 ? 'meno' : 'più'}; ricontare o indicare un motivo.`,
    en: ({ difference, currency }) =>
      `The drawer is ${money(size(difference), currency)} ${difference < 0 ? 'short' : 'over'}; please count again or give a reason.`,
  },
  left_exceeds_counted: {
    de: ({ leftInDrawer, counted, currency }) =>
      `Es können nicht ${money(leftInDrawer, currency)} in der Kasse bleiben: gezählt sind ${money(counted, currency)}.`,
    fr: ({ leftInDrawer, counted, currency }) =>
      `${money(leftInDrawer, currency)} ne peut rester en caisse : il y a ${money(counted, currency)}.`,
    it: ({ leftInDrawer, counted, currency }) =>
      `In cassa non possono restare ${money(leftInDrawer, currency)}: ne sono contati ${money(counted, currency)}.`,
    en: ({ leftInDrawer, counted, currency }) =>
      `${money(leftInDrawer, currency)} cannot stay in the drawer: ${money(counted, currency)} were counted.`,
  },
};
