import { driverAgeRefusalTexts } from '../drivers/refusal-texts.ts';
import { type RefusalLanguage, type RefusalTexts, said, sayRefusal } from '../result/refusal-texts.ts';
import { formatDay } from '../time/format-time.ts';
import type { ChangeRefusal } from './change-rental.ts';

/** Why there is no price, as a sentence. */
export function refusalText(refusal: ChangeRefusal, language: RefusalLanguage): string {
  return sayRefusal(pricingRefusalTexts, refusal, language);
}

/** Every code there is, for whoever must show them all. */
export function refusalCodes(): readonly ChangeRefusal['code'][] {
  return Object.keys(pricingRefusalTexts) as ChangeRefusal['code'][];
}

export const pricingRefusalTexts: RefusalTexts<ChangeRefusal> = {
  period_out_of_reach: {
    de: ({ from, until }) =>
      `Preise gibt es nur vom ${formatDay(from)} bis ${formatDay(until)}; bitte das Jahr prüfen.`,
    fr: ({ from, until }) =>
      `Il n’y a de prix que du ${formatDay(from)} au ${formatDay(until)} ; veuillez vérifier l’année.`,
    it: ({ from, until }) =>
      `Ci sono prezzi solo dal ${formatDay(from)} al ${formatDay(until)}; si prega di verificare l’anno.`,
    en: ({ from, until }) =>
      `There are prices only from ${formatDay(from)} to ${formatDay(until)}; please check the year.`,
  },
  voucher_too_long: {
    de: ({ limit }) => `Ein Gutschein hat höchstens ${limit} Zeichen; bitte den Code prüfen.`,
    fr: ({ limit }) => `Un bon a au plus ${limit} caractères ; veuillez vérifier le code.`,
    it: ({ limit }) => `Un buono ha al massimo ${limit} caratteri; si prega di verificare il codice.`,
    en: ({ limit }) => `A voucher has at most ${limit} characters; please check the code.`,
  },
  request_unreadable: said(
    'Mit diesen Angaben lässt sich kein Preis rechnen; bitte Zeitraum und Auswahl prüfen.',
    'Ces indications ne permettent pas de calculer un prix ; veuillez vérifier la période et les choix.',
    'Con queste indicazioni non si può calcolare un prezzo; si prega di verificare il periodo e le scelte.',
    'No price can be worked out from this; please check the period and what was chosen.',
  ),
  period_backwards: {
    de: () => 'Die Rückgabe liegt nicht nach der Abholung.',
    fr: () => 'La restitution n’est pas postérieure à la prise en charge.',
    it: () => 'La riconsegna non è successiva al ritiro.',
    en: () => 'The return is not after the pick-up.',
  },
  period_too_long: {
    de: ({ limitDays }) => `Eine Miete dauert höchstens ${limitDays} Tage.`,
    fr: ({ limitDays }) => `Une location dure au plus ${limitDays} jours.`,
    it: ({ limitDays }) => `Un noleggio dura al massimo ${limitDays} giorni.`,
    en: ({ limitDays }) => `A rental lasts at most ${limitDays} days.`,
  },
  no_rate: {
    de: ({ days }) => `Für diese Kategorie und ${days} Tage gibt es in dieser Zeit keinen Tarif.`,
    fr: ({ days }) => `Il n’y a pas de tarif pour cette catégorie et ${days} jours à cette période.`,
    it: ({ days }) => `Per questa categoria e ${days} giorni non c’è una tariffa in questo periodo.`,
    en: ({ days }) => `There is no rate for this category and ${days} days at that time.`,
  },
  category_unknown: {
    de: ({ id }) => `Die Kategorie «${id}» steht nicht in der Preisliste.`,
    fr: ({ id }) => `La catégorie « ${id} » ne figure pas dans la liste de prix.`,
    it: ({ id }) => `La categoria «${id}» non figura nel listino.`,
    en: ({ id }) => `The category “${id}” is not in the price list.`,
  },
  branch_unknown: {
    de: ({ id }) => `Die Filiale «${id}» steht nicht in der Preisliste.`,
    fr: ({ id }) => `La succursale « ${id} » ne figure pas dans la liste de prix.`,
    it: ({ id }) => `La filiale «${id}» non figura nel listino.`,
    en: ({ id }) => `The branch “${id}” is not in the price list.`,
  },
  extra_unknown: {
    de: ({ id }) => `Das Extra «${id}» steht nicht in der Preisliste.`,
    fr: ({ id }) => `Le supplément « ${id} » ne figure pas dans la liste de prix.`,
    it: ({ id }) => `L’extra «${id}» non figura nel listino.`,
    en: ({ id }) => `The extra “${id}” is not in the price list.`,
  },
  extra_twice: {
    de: ({ id }) => `Das Extra «${id}» ist zweimal aufgeführt; bitte die Anzahl angeben.`,
    fr: ({ id }) => `Le supplément « ${id} » figure deux fois ; indiquez plutôt le nombre.`,
    it: ({ id }) => `L’extra «${id}» figura due volte; indicare la quantità.`,
    en: ({ id }) => `The extra “${id}” is listed twice; give its count instead.`,
  },
  extra_too_many: {
    de: ({ name, maximum }) => `${name}: höchstens ${maximum}.`,
    fr: ({ name, maximum }) => `${name} : au plus ${maximum}.`,
    it: ({ name, maximum }) => `${name}: al massimo ${maximum}.`,
    en: ({ name, maximum }) => `${name}: at most ${maximum}.`,
  },
  protection_unknown: {
    de: ({ id }) => `Der Schutz «${id}» steht nicht in der Preisliste.`,
    fr: ({ id }) => `La protection « ${id} » ne figure pas dans la liste de prix.`,
    it: ({ id }) => `La protezione «${id}» non figura nel listino.`,
    en: ({ id }) => `The protection “${id}” is not in the price list.`,
  },
  protection_twice: {
    de: ({ id }) => `Der Schutz «${id}» deckt, was schon gedeckt ist.`,
    fr: ({ id }) => `La protection « ${id} » couvre ce qui l’est déjà.`,
    it: ({ id }) => `La protezione «${id}» copre quanto è già coperto.`,
    en: ({ id }) => `The protection “${id}” covers what is covered already.`,
  },
  package_unknown: {
    de: ({ id }) => `Das Kilometerpaket «${id}» steht nicht in der Preisliste.`,
    fr: ({ id }) => `Le forfait kilométrique « ${id} » ne figure pas dans la liste de prix.`,
    it: ({ id }) => `Il pacchetto chilometrico «${id}» non figura nel listino.`,
    en: ({ id }) => `The kilometre package “${id}” is not in the price list.`,
  },
  voucher_unknown: {
    de: ({ id }) => `Den Gutschein «${id}» gibt es nicht.`,
    fr: ({ id }) => `Le bon « ${id} » n’existe pas.`,
    it: ({ id }) => `Il buono «${id}» non esiste.`,
    en: ({ id }) => `There is no voucher “${id}”.`,
  },
  voucher_not_valid: {
    de: ({ id }) => `Der Gutschein «${id}» gilt am Tag der Abholung nicht.`,
    fr: ({ id }) => `Le bon « ${id} » n’est pas valable le jour de la prise en charge.`,
    it: ({ id }) => `Il buono «${id}» non è valido il giorno del ritiro.`,
    en: ({ id }) => `The voucher “${id}” is not valid on the day of the pick-up.`,
  },
  voucher_twice: {
    de: ({ id }) => `Der Gutschein «${id}» ist schon eingelöst.`,
    fr: ({ id }) => `Le bon « ${id} » est déjà utilisé.`,
    it: ({ id }) => `Il buono «${id}» è già stato usato.`,
    en: ({ id }) => `The voucher “${id}” is used already.`,
  },
  voucher_needs_longer: {
    de: ({ minimumDays }) => `Der Gutschein gilt ab ${minimumDays} Tagen.`,
    fr: ({ minimumDays }) => `Le bon est valable dès ${minimumDays} jours.`,
    it: ({ minimumDays }) => `Il buono vale a partire da ${minimumDays} giorni.`,
    en: ({ minimumDays }) => `The voucher is for ${minimumDays} days or more.`,
  },
  ...driverAgeRefusalTexts,
  one_way_not_offered: {
    de: ({ from, to }) => `Von ${from} nach ${to} ist keine Einwegmiete möglich.`,
    fr: ({ from, to }) => `L’aller simple de ${from} à ${to} n’est pas proposé.`,
    it: ({ from, to }) => `La sola andata da ${from} a ${to} non è offerta.`,
    en: ({ from, to }) => `One-way from ${from} to ${to} is not offered.`,
  },
  branch_closed: {
    de: ({ branch }) => `${branch} ist zu dieser Zeit geschlossen.`,
    fr: ({ branch }) => `${branch} est fermée à cette heure.`,
    it: ({ branch }) => `${branch} è chiusa a quell’ora.`,
    en: ({ branch }) => `${branch} is closed at that time.`,
  },
  exchange_outside_period: {
    de: () => 'Der Fahrzeugtausch liegt nicht in der Mietzeit oder nicht nach dem vorherigen.',
    fr: () => 'L’échange de véhicule est hors de la location ou précède le précédent.',
    it: () => 'Il cambio di veicolo è fuori dal noleggio o precede quello anteriore.',
    en: () => 'The exchange of vehicle is outside the rental, or not after the one before.',
  },
  added_outside_period: {
    de: () => 'Was unterwegs dazukommt, liegt nicht in der Mietzeit; bitte den Zeitpunkt prüfen.',
    fr: () => 'L’ajout en cours de location est hors de la location ; veuillez vérifier le moment.',
    it: () => 'L’aggiunta durante il noleggio è fuori dal noleggio; si prega di verificare il momento.',
    en: () => 'What joined under way is outside the rental; please check the moment.',
  },
  not_longer: {
    de: () => 'Die Verlängerung endet nicht nach der vereinbarten Rückgabe.',
    fr: () => 'La prolongation ne finit pas après la restitution convenue.',
    it: () => 'La proroga non termina dopo la riconsegna convenuta.',
    en: () => 'The extension does not end after the agreed return.',
  },
  not_early: {
    de: () => 'Die Rückgabe liegt nicht vor der vereinbarten Zeit.',
    fr: () => 'La restitution ne précède pas l’heure convenue.',
    it: () => 'La riconsegna non precede l’ora convenuta.',
    en: () => 'The return is not before the agreed time.',
  },
  not_late: {
    de: () => 'Die Rückgabe liegt nicht nach der vereinbarten Zeit.',
    fr: () => 'La restitution ne suit pas l’heure convenue.',
    it: () => 'La riconsegna non segue l’ora convenuta.',
    en: () => 'The return is not after the agreed time.',
  },
};
