import { reserveRefusalTexts } from '#shared/contracts/reserve-refusal-texts.ts';
import { holdRefusalTexts } from '#shared/fleet/hold-refusal-texts.ts';
import type { HoldRefusal } from '#shared/fleet/lay-hold.ts';
import { formatMoney } from '#shared/money/format-money.ts';
import { type RefusalTexts, said } from '#shared/result/refusal-texts.ts';
import type { CancelRefusal } from './change-reservation.ts';
import type { GatherRefusal } from './gather-reservation.ts';
import type { TransferRefusal } from './transfer-vehicle.ts';

export type PlanRefusal = GatherRefusal | CancelRefusal | HoldRefusal | TransferRefusal;

/** Why a plan is not made, changed or given up like this. */
export const planRefusalTexts: RefusalTexts<PlanRefusal> = {
  ...reserveRefusalTexts,
  ...holdRefusalTexts,
  customer_missing: said(
    'Diese Kundin oder dieser Kunde ist nicht mehr da; bitte neu suchen.',
    'Cette cliente ou ce client n’existe plus ; veuillez refaire la recherche.',
    'Questa cliente o questo cliente non c’è più; si prega di cercare di nuovo.',
    'This customer is no longer there; please search again.',
  ),
  reservation_gone: said(
    'Die Reservation wurde inzwischen übergeben oder storniert; bitte im Plan nachsehen.',
    'La réservation a entre-temps été remise ou annulée ; veuillez consulter le plan.',
    'La prenotazione è stata nel frattempo consegnata o annullata; si prega di guardare nel piano.',
    'The reservation was handed over or cancelled meanwhile; please look at the plan.',
  ),
  other_branch: {
    de: ({ branch }) => `Diese Reservation gehört der Filiale ${branch}; bitte dort ändern lassen.`,
    fr: ({ branch }) =>
      `Cette réservation est celle de la succursale ${branch} ; veuillez la faire modifier là-bas.`,
    it: ({ branch }) => `Questa prenotazione è della filiale ${branch}; si prega di farla modificare là.`,
    en: ({ branch }) => `This reservation is of the branch ${branch}; please have it changed there.`,
  },
  price_changed: {
    de: ({ total }) =>
      `Der Preis ist inzwischen ${formatMoney(total)}; bitte noch einmal prüfen und bestätigen.`,
    fr: ({ total }) =>
      `Le prix est maintenant de ${formatMoney(total)} ; veuillez vérifier et confirmer de nouveau.`,
    it: ({ total }) =>
      `Il prezzo è ora di ${formatMoney(total)}; si prega di verificare e confermare di nuovo.`,
    en: ({ total }) => `The price is now ${formatMoney(total)}; please check and confirm again.`,
  },
  reason_missing: said(
    'Der Grund fehlt; bitte eintragen.',
    'Le motif manque ; veuillez l’indiquer.',
    'Manca il motivo; si prega di indicarlo.',
    'The reason is missing; please enter it.',
  ),
  already_there: said(
    'Der Wagen steht dann schon in dieser Filiale; bitte eine andere wählen.',
    'Le véhicule sera déjà dans cette succursale ; veuillez en choisir une autre.',
    'Il veicolo sarà già in questa filiale; si prega di sceglierne un’altra.',
    'The vehicle stands in this branch by then; please choose another one.',
  ),
  transfer_gone: said(
    'Diese Überführung ist schon angekommen; es ist nichts zu tun.',
    'Ce transfert est déjà arrivé ; il n’y a rien à faire.',
    'Questo trasferimento è già arrivato; non c’è nulla da fare.',
    'This transfer has arrived already; there is nothing to do.',
  ),
  transfer_not_begun: said(
    'Diese Überführung hat noch nicht begonnen; bitte warten, bis der Wagen da ist.',
    'Ce transfert n’a pas encore commencé ; veuillez attendre l’arrivée du véhicule.',
    'Questo trasferimento non è ancora cominciato; si prega di attendere l’arrivo del veicolo.',
    'This transfer has not begun yet; please wait until the vehicle is there.',
  ),
};
