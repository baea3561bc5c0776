import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import type { HoldRefusal } from './lay-hold.ts';

/** Why a vehicle is not held like this, or a hold not ended. */
export const holdRefusalTexts: RefusalTexts<HoldRefusal> = {
  hold_not_permitted: said(
    'Wer nur liest, sperrt keinen Wagen; bitte jemanden am Schalter darum bitten.',
    'Qui ne fait que consulter ne bloque pas de véhicule\u202f; veuillez le demander au guichet.',
    'Chi può solo leggere non blocca veicoli; si prega di chiederlo allo sportello.',
    'Whoever only reads does not hold cars; please ask somebody at the counter.',
  ),
  hold_vehicle_gone: said(
    'Diesen Wagen gibt es auf diesem Gerät nicht; bitte in der Flotte suchen.',
    'Ce véhicule n’existe pas sur cet appareil\u202f; veuillez le chercher dans la flotte.',
    'Questo veicolo non c’è su questo apparecchio; si prega di cercarlo nella flotta.',
    'This car is not on this machine; please look for it in the fleet.',
  ),
  hold_backwards: said(
    'Die Sperre endet, bevor sie beginnt; bitte die Zeiten prüfen.',
    'Le blocage finit avant de commencer\u202f; veuillez vérifier les heures.',
    'Il blocco finisce prima di cominciare; si prega di verificare gli orari.',
    'The hold ends before it begins; please check the times.',
  ),
  hold_while_out: {
    de: ({ contract, until }) =>
      `Der Wagen ist mit Vertrag ${contract} bis ${formatInstant(until)} unterwegs; gesperrt werden kann er erst ab dann.`,
    fr: ({ contract, until }) =>
      `Le véhicule est en location avec le contrat ${contract} jusqu’au ${formatInstant(until)}\u202f; il ne peut être bloqué qu’à partir de là.`,
    it: ({ contract, until }) =>
      `Il veicolo è in noleggio con il contratto ${contract} fino al ${formatInstant(until)}; si può bloccare solo da allora.`,
    en: ({ contract, until }) =>
      `The car is out with contract ${contract} until ${formatInstant(until)}; it can be held only from then on.`,
  },
  hold_twice: {
    de: ({ from, until }) =>
      `Der Wagen ist schon gesperrt, ${formatInstant(from)} bis ${until === null ? 'auf Weiteres' : formatInstant(until)}; bitte zuerst diese Sperre beenden.`,
    fr: ({ from, until }) =>
      `Le véhicule est déjà bloqué, du ${formatInstant(from)} ${until === null ? 'jusqu’à nouvel avis' : `au ${formatInstant(until)}`}\u202f; veuillez d’abord lever ce blocage.`,
    it: ({ from, until }) =>
      `Il veicolo è già bloccato, dal ${formatInstant(from)} ${until === null ? 'fino a nuovo avviso' : `al ${formatInstant(until)}`}; si prega di togliere prima quel blocco.`,
    en: ({ from, until }) =>
      `The car is held already, ${formatInstant(from)} ${until === null ? 'until further notice' : `to ${formatInstant(until)}`}; please end that hold first.`,
  },
  hold_while_transferred: {
    de: ({ from, until }) =>
      `Der Wagen wird ${formatInstant(from)} bis ${formatInstant(until)} überführt; bitte davor oder danach sperren.`,
    fr: ({ from, until }) =>
      `Le véhicule est en transfert du ${formatInstant(from)} au ${formatInstant(until)}\u202f; veuillez le bloquer avant ou après.`,
    it: ({ from, until }) =>
      `Il veicolo è in trasferimento dal ${formatInstant(from)} al ${formatInstant(until)}; si prega di bloccarlo prima o dopo.`,
    en: ({ from, until }) =>
      `The car is being transferred from ${formatInstant(from)} to ${formatInstant(until)}; please hold it before or after.`,
  },
  hold_other_branch: {
    de: ({ customer, branch }) =>
      `Die Reservation von ${customer} gehört der Filiale ${branch}; bitte dort einen anderen Wagen zuteilen lassen.`,
    fr: ({ customer, branch }) =>
      `La réservation de ${customer} est celle de la succursale ${branch}\u202f; veuillez y faire attribuer un autre véhicule.`,
    it: ({ customer, branch }) =>
      `La prenotazione di ${customer} è della filiale ${branch}; si prega di farle assegnare là un altro veicolo.`,
    en: ({ customer, branch }) =>
      `The reservation of ${customer} is of the branch ${branch}; please have another car assigned there.`,
  },
  hold_hits_plans: {
    de: ({ found }) =>
      found === 1
        ? 'Eine Reservation verliert diesen Wagen und ist danach neu zuzuteilen; der Preis bleibt.'
        : `${found} Reservationen verlieren diesen Wagen und sind danach neu zuzuteilen; der Preis bleibt.`,
    fr: ({ found }) =>
      found === 1
        ? 'Une réservation perd ce véhicule et devra être réattribuée\u202f; le prix reste.'
        : `${found} réservations perdent ce véhicule et devront être réattribuées\u202f; le prix reste.`,
    it: ({ found }) =>
      found === 1
        ? 'Una prenotazione perde questo veicolo e andrà riassegnata; il prezzo resta.'
        : `${found} prenotazioni perdono questo veicolo e andranno riassegnate; il prezzo resta.`,
    en: ({ found }) =>
      found === 1
        ? 'One reservation loses this car and has to be assigned again; its price stays.'
        : `${found} reservations lose this car and have to be assigned again; their prices stay.`,
  },
  hold_gone: said(
    'Diese Sperre ist schon zu Ende; es ist nichts zu tun.',
    'Ce blocage est déjà terminé\u202f; il n’y a rien à faire.',
    'Questo blocco è già terminato; non c’è nulla da fare.',
    'This hold has ended already; there is nothing to do.',
  ),
};
