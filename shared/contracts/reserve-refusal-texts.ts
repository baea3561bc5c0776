import { pricingRefusalTexts } from '../pricing/refusal-texts.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import { stepRefusalTexts } from './refusal-texts.ts';
import type { ReserveRefusal } from './reserve.ts';

/** Why something is not reserved like this. */
export const reserveRefusalTexts: RefusalTexts<ReserveRefusal> = {
  ...pricingRefusalTexts,
  ...stepRefusalTexts,
  start_past: said(
    'Die Übergabe liegt in der Vergangenheit; bitte die Zeit prüfen.',
    'La remise se situe dans le passé ; veuillez vérifier l’heure.',
    'La consegna è nel passato; si prega di verificare l’ora.',
    'The pick-up lies in the past; please check the time.',
  ),
  vehicle_not_rentable: said(
    'Dieser Wagen ist nicht zu vermieten; bitte einen anderen wählen.',
    'Ce véhicule n’est pas à louer ; veuillez en choisir un autre.',
    'Questo veicolo non è a noleggio; si prega di sceglierne un altro.',
    'This vehicle is not for rent; please choose another one.',
  ),
  vehicle_of_another_category: said(
    'Dieser Wagen gehört zu einer anderen Kategorie; bitte diese zuerst wählen.',
    'Ce véhicule est d’une autre catégorie ; veuillez d’abord la choisir.',
    'Questo veicolo è di un’altra categoria; si prega di sceglierla prima.',
    'This vehicle is of another category; please choose that one first.',
  ),
  vehicle_taken: {
    de: ({ title, from, until }) =>
      `Der Wagen ist vergeben: ${title}, ${formatInstant(from)} bis ${until === null ? 'auf Weiteres' : formatInstant(until)}; bitte einen anderen Wagen oder eine andere Zeit wählen.`,
    fr: ({ title, from, until }) =>
      `Le véhicule est pris : ${title}, du ${formatInstant(from)} ${until === null ? 'jusqu’à nouvel avis' : `au ${formatInstant(until)}`} ; veuillez choisir un autre véhicule ou un autre moment.`,
    it: ({ title, from, until }) =>
      `Il veicolo è occupato: ${title}, dal ${formatInstant(from)} ${until === null ? 'fino a nuovo avviso' : `al ${formatInstant(until)}`}; si prega di scegliere un altro veicolo o un altro momento.`,
    en: ({ title, from, until }) =>
      `The vehicle is taken: ${title}, ${formatInstant(from)} ${until === null ? 'until further notice' : `to ${formatInstant(until)}`}; please choose another vehicle or another time.`,
  },
};
