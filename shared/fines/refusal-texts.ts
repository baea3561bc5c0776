import { formatPlate } from '../fleet/plate.ts';
import type { RefusalTexts } from '../result/refusal-texts.ts';
import { formatDay, formatInstant } from '../time/format-time.ts';
import { dayOf } from '../time/instant.ts';
import type { FineRefusal, NeighbourRental } from './fine-refusal.ts';

/** Why a fine leads to nobody. */
export const fineRefusalTexts: RefusalTexts<FineRefusal> = {
  fine_plate: {
    de: () => 'Das Kennzeichen ist so nicht lesbar; bitte Kanton und Nummer angeben, wie ZH 123456.',
    fr: () => 'La plaque n’est pas lisible ; indiquez le canton et le numéro, comme ZH 123456.',
    it: () => 'La targa non è leggibile; indicare il Cantone e il numero, come ZH 123456.',
    en: () => 'The plate cannot be read; give the canton and the number, as in ZH 123456.',
  },
  fine_time: {
    de: ({ time }) => `«${time}» ist keine Uhrzeit; bitte wie 14:30 angeben.`,
    fr: ({ time }) => `« ${time} » n’est pas une heure ; indiquez-la comme 14:30.`,
    it: ({ time }) => `«${time}» non è un’ora; indicarla come 14:30.`,
    en: ({ time }) => `“${time}” is not a time; give it as 14:30.`,
  },
  fine_time_skipped: {
    de: ({ day, time }) =>
      `Am ${formatDay(day)} begann die Sommerzeit: ${time} gab es nicht. Bitte bei der Behörde nachfragen.`,
    fr: ({ day, time }) =>
      `L’heure d’été a commencé le ${formatDay(day)} : ${time} n’a pas existé. Veuillez demander à l’autorité.`,
    it: ({ day, time }) =>
      `Il ${formatDay(day)} è iniziata l’ora legale: le ${time} non sono esistite. Chiedere all’autorità.`,
    en: ({ day, time }) =>
      `Summer time began on ${formatDay(day)}: ${time} did not exist. Please ask the authority.`,
  },
  fine_in_future: {
    de: ({ at }) => `${formatInstant(at)} liegt in der Zukunft; bitte das Datum prüfen.`,
    fr: ({ at }) => `Le ${formatInstant(at)} est dans le futur ; vérifiez la date.`,
    it: ({ at }) => `Il ${formatInstant(at)} è nel futuro; verificare la data.`,
    en: ({ at }) => `${formatInstant(at)} is in the future; please check the date.`,
  },
  fine_too_old: {
    de: ({ at, years }) =>
      `Der ${formatDay(dayOf(at))} liegt mehr als ${years} Jahre zurück; bitte das Datum prüfen.`,
    fr: ({ at, years }) => `Le ${formatDay(dayOf(at))} remonte à plus de ${years} ans ; vérifiez la date.`,
    it: ({ at, years }) => `Il ${formatDay(dayOf(at))} risale a più di ${years} anni fa; verificare la data.`,
    en: ({ at, years }) => `${formatDay(dayOf(at))} is more than ${years} years ago; please check the date.`,
  },
  plate_unknown: {
    de: ({ plate }) => `${formatPlate(plate)} gehört zu keinem Fahrzeug der Flotte.`,
    fr: ({ plate }) => `${formatPlate(plate)} n’appartient à aucun véhicule de la flotte.`,
    it: ({ plate }) => `${formatPlate(plate)} non appartiene a nessun veicolo della flotta.`,
    en: ({ plate }) => `${formatPlate(plate)} belongs to no vehicle of the fleet.`,
  },
  plate_not_in_use: {
    de: ({ plate, at }) => `${formatPlate(plate)} war am ${formatInstant(at)} an keinem Fahrzeug eingelöst.`,
    fr: ({ plate, at }) =>
      `${formatPlate(plate)} n’était attribuée à aucun véhicule le ${formatInstant(at)}.`,
    it: ({ plate, at }) =>
      `${formatPlate(plate)} non era assegnata a nessun veicolo il ${formatInstant(at)}.`,
    en: ({ plate, at }) => `${formatPlate(plate)} was on no vehicle on ${formatInstant(at)}.`,
  },
  several_vehicles: {
    de: ({ plate, vehicles }) =>
      `${formatPlate(plate)} gehörte zu ${vehicles.length} Fahrzeugen; bitte nach dem Modell wählen.`,
    fr: ({ plate, vehicles }) =>
      `${formatPlate(plate)} était attribuée à ${vehicles.length} véhicules ; choisissez d’après le modèle.`,
    it: ({ plate, vehicles }) =>
      `${formatPlate(plate)} era assegnata a ${vehicles.length} veicoli; scegliere in base al modello.`,
    en: ({ plate, vehicles }) =>
      `${formatPlate(plate)} was on ${vehicles.length} vehicles; please choose by the model.`,
  },
  vehicle_without_plate: {
    de: ({ plate }) => `Das gewählte Fahrzeug trug ${formatPlate(plate)} damals nicht.`,
    fr: ({ plate }) => `Le véhicule choisi ne portait pas ${formatPlate(plate)} à ce moment.`,
    it: ({ plate }) => `Il veicolo scelto non portava allora la targa ${formatPlate(plate)}.`,
    en: ({ plate }) => `The vehicle chosen did not carry ${formatPlate(plate)} then.`,
  },
  vehicle_at_company: {
    de: ({ at, before, after }) =>
      sentences(
        '; ',
        `Am ${formatInstant(at)} war das Fahrzeug nicht vermietet`,
        near(before, (number, time) => `${number} endete ${time} vorher`),
        near(after, (number, time) => `${number} begann ${time} nachher`),
      ),
    fr: ({ at, before, after }) =>
      sentences(
        '\u202f; ',
        `Le ${formatInstant(at)}, le véhicule n’était pas loué`,
        near(before, (number, time) => `${number} s’est terminé ${time} avant`),
        near(after, (number, time) => `${number} a commencé ${time} après`),
      ),
    it: ({ at, before, after }) =>
      sentences(
        '; ',
        `Il ${formatInstant(at)} il veicolo non era noleggiato`,
        near(before, (number, time) => `${number} è terminato ${time} prima`),
        near(after, (number, time) => `${number} è iniziato ${time} dopo`),
      ),
    en: ({ at, before, after }) =>
      sentences(
        '; ',
        `On ${formatInstant(at)} the vehicle was not rented out`,
        near(before, (number, time) => `${number} ended ${time} before`),
        near(after, (number, time) => `${number} began ${time} after`),
      ),
  },
  contracts_overlap: {
    de: ({ contracts }) =>
      `Mehrere Verträge für dasselbe Fahrzeug: ${numbers(contracts)}. Bitte zuerst klären.`,
    fr: ({ contracts }) =>
      `Plusieurs contrats pour le même véhicule : ${numbers(contracts)}. À clarifier d’abord.`,
    it: ({ contracts }) => `Più contratti per lo stesso veicolo: ${numbers(contracts)}. Chiarire prima.`,
    en: ({ contracts }) =>
      `Several contracts for the same vehicle: ${numbers(contracts)}. Please settle it first.`,
  },
  fine_time_twice: {
    de: ({ time, found }) =>
      `${time} gab es bei der Zeitumstellung zweimal: ${bothHours(found)}. Bitte nachfragen, welche Stunde gilt.`,
    fr: ({ time, found }) =>
      `${time} a existé deux fois au changement d’heure : ${bothHours(found)}. Demandez quelle heure est la bonne.`,
    it: ({ time, found }) =>
      `Le ${time} sono esistite due volte al cambio dell’ora: ${bothHours(found)}. Chiedere quale ora vale.`,
    en: ({ time, found }) =>
      `${time} happened twice when the clocks changed: ${bothHours(found)}. Please ask which hour is meant.`,
  },
};

function sentences(between: string, first: string, ...more: readonly string[]): string {
  const rest = more.filter((text) => text !== '').join(', ');
  return rest === '' ? `${first}.` : `${first}${between}${rest}.`;
}

function near(rental: NeighbourRental | null, say: (number: string, time: string) => string): string {
  return rental === null ? '' : say(rental.contractNumber, duration(rental.minutesAway));
}

/** `7 min`, `3 h 05 min`, `72 h`: the same in all four languages. */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return hours < 48 ? `${hours} h ${String(minutes % 60).padStart(2, '0')} min` : `${hours} h`;
}

function numbers(of: readonly { readonly contractNumber: string }[]): string {
  return of.map(({ contractNumber }) => contractNumber).join(', ');
}

function bothHours(found: readonly { readonly contractNumber: string | null }[]): string {
  return found.map(({ contractNumber }) => contractNumber ?? '–').join(' / ');
}
