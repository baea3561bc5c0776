import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatDay } from '../time/format-time.ts';
import type { DriverAgeRefusal, DriverRefusal } from './driver-refusal.ts';

/** Why somebody of this age does not drive this category. */
export const driverAgeRefusalTexts: RefusalTexts<DriverAgeRefusal> = {
  driver_too_young: {
    de: ({ limit, age }) => `Der Lenker ist ${age} Jahre alt; das Mindestalter ist ${limit}.`,
    fr: ({ limit, age }) => `Le conducteur a ${age} ans ; l’âge minimal est de ${limit} ans.`,
    it: ({ limit, age }) => `Il conducente ha ${age} anni; l’età minima è ${limit}.`,
    en: ({ limit, age }) => `The driver is ${age} years old; the minimum age is ${limit}.`,
  },
  driver_too_old: {
    de: ({ limit, age }) => `Der Lenker ist ${age} Jahre alt; das Höchstalter ist ${limit}.`,
    fr: ({ limit, age }) => `Le conducteur a ${age} ans ; l’âge maximal est de ${limit} ans.`,
    it: ({ limit, age }) => `Il conducente ha ${age} anni; l’età massima è ${limit}.`,
    en: ({ limit, age }) => `The driver is ${age} years old; the maximum age is ${limit}.`,
  },
  licence_too_new: {
    de: ({ limit, years }) => `Der Führerausweis ist ${years} Jahre alt; nötig sind ${limit}.`,
    fr: ({ limit, years }) => `Le permis de conduire a ${years} ans ; il en faut ${limit}.`,
    it: ({ limit, years }) => `La licenza di condurre ha ${years} anni; ne servono ${limit}.`,
    en: ({ limit, years }) => `The licence has been held for ${years} years; ${limit} are needed.`,
  },
  licence_before_birth: said(
    'Der Führerausweis ist älter als der Lenker; bitte die Daten prüfen.',
    'Le permis est antérieur à la naissance du conducteur ; veuillez vérifier les dates.',
    'La licenza è anteriore alla nascita del conducente; si prega di verificare le date.',
    'The licence is older than the driver; please check the dates.',
  ),
};

/** Why somebody does not drive this vehicle. */
export const driverRefusalTexts: RefusalTexts<DriverRefusal> = {
  ...driverAgeRefusalTexts,
  licence_category_missing: {
    de: ({ needed }) =>
      `Für diesen Wagen braucht es die Kategorie ${needed}; bitte den Führerausweis prüfen.`,
    fr: ({ needed }) => `Ce véhicule exige la catégorie ${needed} ; veuillez vérifier le permis de conduire.`,
    it: ({ needed }) =>
      `Per questo veicolo serve la categoria ${needed}; si prega di verificare la licenza di condurre.`,
    en: ({ needed }) => `This vehicle needs category ${needed}; please check the licence.`,
  },
  licence_expired: {
    de: ({ expiresOn }) =>
      `Der Führerausweis gilt nur bis ${formatDay(expiresOn)}; bitte die Miete kürzen oder einen gültigen Ausweis verlangen.`,
    fr: ({ expiresOn }) =>
      `Le permis n’est valable que jusqu’au ${formatDay(expiresOn)} ; veuillez raccourcir la location ou demander un permis valable.`,
    it: ({ expiresOn }) =>
      `La licenza è valida solo fino al ${formatDay(expiresOn)}; si prega di accorciare il noleggio o di chiedere una licenza valida.`,
    en: ({ expiresOn }) =>
      `The licence is valid only until ${formatDay(expiresOn)}; please shorten the rental or ask for a valid one.`,
  },
};
