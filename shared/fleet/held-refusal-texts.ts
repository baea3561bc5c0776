import { type RefusalLanguage, type RefusalTexts } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import { holdWords } from './hold-words.ts';
import type { HeldRefusal } from './vehicle-held.ts';

/** Why a vehicle is not handed over though it stands here, and how it could be. */
export const heldRefusalTexts: RefusalTexts<HeldRefusal> = {
  vehicle_held: {
    de: ({ since, until, ...why }) =>
      `Dieser Wagen ist gesperrt (${reasonOf(why, 'de')}), seit ${formatInstant(since)} bis ${until === null ? 'auf Weiteres' : formatInstant(until)}; bitte einen anderen wählen oder zuerst die Sperre beim Wagen aufheben.`,
    fr: ({ since, until, ...why }) =>
      `Ce véhicule est bloqué (${reasonOf(why, 'fr')}), du ${formatInstant(since)} ${until === null ? 'jusqu’à nouvel avis' : `au ${formatInstant(until)}`}\u202f; veuillez en choisir un autre ou lever d’abord le blocage sur la page du véhicule.`,
    it: ({ since, until, ...why }) =>
      `Questo veicolo è bloccato (${reasonOf(why, 'it')}), dal ${formatInstant(since)} ${until === null ? 'fino a nuovo avviso' : `al ${formatInstant(until)}`}; si prega di sceglierne un altro o di togliere prima il blocco nella pagina del veicolo.`,
    en: ({ since, until, ...why }) =>
      `This vehicle is held (${reasonOf(why, 'en')}), from ${formatInstant(since)} ${until === null ? 'until further notice' : `to ${formatInstant(until)}`}; please choose another, or end the hold on the vehicle’s screen first.`,
  },
  vehicle_in_transfer: {
    de: ({ since, to }) =>
      `Dieser Wagen wird seit ${formatInstant(since)} nach ${to} überführt; bitte einen anderen wählen oder zuerst im Plan die Überführung beenden.`,
    fr: ({ since, to }) =>
      `Ce véhicule est en transfert vers ${to} depuis le ${formatInstant(since)}\u202f; veuillez en choisir un autre ou terminer d’abord le transfert dans le plan.`,
    it: ({ since, to }) =>
      `Questo veicolo è in trasferimento a ${to} dal ${formatInstant(since)}; si prega di sceglierne un altro o di terminare prima il trasferimento nel piano.`,
    en: ({ since, to }) =>
      `This vehicle has been on its way to ${to} since ${formatInstant(since)}; please choose another, or end the transfer on the plan first.`,
  },
};

function reasonOf(
  { reason, note }: Pick<Extract<HeldRefusal, { code: 'vehicle_held' }>, 'reason' | 'note'>,
  language: RefusalLanguage,
): string {
  return [holdWords[language][reason], note].filter(Boolean).join(language === 'fr' ? '\u202f: ' : ': ');
}
