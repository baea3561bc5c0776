import { cashRefusalTexts } from '../cash/refusal-texts.ts';
import { photoFaultTexts } from '../photos/refusal-texts.ts';
import { phoneRefusalTexts, uidRefusalTexts } from '../parties/refusal-texts.ts';
import { qrBillRefusalTexts } from '../qr-bill/refusal-texts.ts';
import { nameCharacters } from '../result/name-characters.ts';
import { type RefusalLanguage, type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatDay } from '../time/format-time.ts';
import { typedRefusalTexts } from '../time/refusal-texts.ts';
import type { Fault, FieldType, ShapeFault, ValueFault } from './fault.ts';
import { paperFaultTexts } from './paper-fault-texts.ts';

const typeNames: Readonly<Record<RefusalLanguage, Readonly<Record<FieldType, string>>>> = {
  de: {
    text: 'einen Text',
    number: 'eine Zahl',
    whole: 'eine ganze Zahl',
    boolean: 'ja oder nein (true oder false)',
    list: 'eine Liste',
    object: 'ein Objekt mit Feldern',
  },
  fr: {
    text: 'un texte',
    number: 'un nombre',
    whole: 'un nombre entier',
    boolean: 'oui ou non (true ou false)',
    list: 'une liste',
    object: 'un objet avec des champs',
  },
  it: {
    text: 'un testo',
    number: 'un numero',
    whole: 'un numero intero',
    boolean: 'sì o no (true o false)',
    list: 'un elenco',
    object: 'un oggetto con campi',
  },
  en: {
    text: 'a text',
    number: 'a number',
    whole: 'a whole number',
    boolean: 'yes or no (true or false)',
    list: 'a list',
    object: 'an object with fields',
  },
};

const shapeTexts: RefusalTexts<ShapeFault> = {
  missing: said(
    'Das fehlt; bitte angeben.',
    'Cela manque ; veuillez l’indiquer.',
    'Manca; si prega di indicarlo.',
    'This is missing; please give it.',
  ),
  wrong_type: {
    de: ({ expected }) => `Hier braucht es ${typeNames.de[expected]}; bitte so angeben.`,
    fr: ({ expected }) => `Il faut ici ${typeNames.fr[expected]} ; veuillez l’indiquer ainsi.`,
    it: ({ expected }) => `Qui va ${typeNames.it[expected]}; si prega di indicarlo così.`,
    en: ({ expected }) => `This must be ${typeNames.en[expected]}; please give it so.`,
  },
  unknown_field: {
    de: ({ name }) => `Ein Feld «${name}» gibt es hier nicht; bitte weglassen oder den Namen prüfen.`,
    fr: ({ name }) => `Il n’y a pas ici de champ « ${name} » ; veuillez l’omettre ou vérifier son nom.`,
    it: ({ name }) => `Qui non c’è un campo «${name}»; si prega di ometterlo o di verificarne il nome.`,
    en: ({ name }) => `There is no field “${name}” here; please leave it out, or check its name.`,
  },
  not_one_of: {
    de: ({ values }) => `Möglich ist nur: ${values.join(', ')}.`,
    fr: ({ values }) => `Sont seuls possibles : ${values.join(', ')}.`,
    it: ({ values }) => `È possibile solo: ${values.join(', ')}.`,
    en: ({ values }) => `Only these are possible: ${values.join(', ')}.`,
  },
  too_small: {
    de: ({ limit }) => `Die Zahl ist zu klein; mindestens ${limit} ist möglich.`,
    fr: ({ limit }) => `Le nombre est trop petit ; ${limit} au moins est possible.`,
    it: ({ limit }) => `Il numero è troppo piccolo; è possibile almeno ${limit}.`,
    en: ({ limit }) => `The number is too small; ${limit} is the least.`,
  },
  too_large: {
    de: ({ limit }) => `Die Zahl ist zu gross; höchstens ${limit} ist möglich.`,
    fr: ({ limit }) => `Le nombre est trop grand ; ${limit} au plus est possible.`,
    it: ({ limit }) => `Il numero è troppo grande; è possibile al massimo ${limit}.`,
    en: ({ limit }) => `The number is too large; ${limit} is the most.`,
  },
  too_short: {
    de: ({ limit }) => `Das ist zu kurz; es braucht mindestens ${limit} Zeichen.`,
    fr: ({ limit }) => `C’est trop court ; il faut au moins ${limit} caractères.`,
    it: ({ limit }) => `È troppo corto; servono almeno ${limit} caratteri.`,
    en: ({ limit }) => `This is too short; at least ${limit} characters are needed.`,
  },
  too_few: {
    de: ({ limit }) => `Das sind zu wenige Einträge; es braucht mindestens ${limit}.`,
    fr: ({ limit }) => `Il y a trop peu d’entrées ; il en faut au moins ${limit}.`,
    it: ({ limit }) => `Le voci sono troppo poche; ne servono almeno ${limit}.`,
    en: ({ limit }) => `These are too few entries; at least ${limit} are needed.`,
  },
  too_many: {
    de: ({ limit }) => `Das sind zu viele Einträge; höchstens ${limit} sind möglich.`,
    fr: ({ limit }) => `Il y a trop d’entrées ; ${limit} au plus sont possibles.`,
    it: ({ limit }) => `Le voci sono troppe; ne sono possibili al massimo ${limit}.`,
    en: ({ limit }) => `These are too many entries; at most ${limit} are possible.`,
  },
  too_long: qrBillRefusalTexts.too_long,
  empty: qrBillRefusalTexts.empty,
  invalid: said(
    'Das hat nicht die Form, die es hier braucht; bitte prüfen.',
    'Cela n’a pas la forme requise ici ; veuillez vérifier.',
    'Non ha la forma richiesta qui; si prega di verificare.',
    'This is not of the form that is needed here; please check it.',
  ),
};

const valueTexts: RefusalTexts<ValueFault> = {
  characters: {
    de: ({ characters }) =>
      `Diese Zeichen sind hier nicht möglich: ${nameCharacters(characters)}; bitte anders schreiben.`,
    fr: ({ characters }) =>
      `Ces caractères ne sont pas possibles ici : ${nameCharacters(characters)} ; veuillez écrire autrement.`,
    it: ({ characters }) =>
      `Questi caratteri qui non sono possibili: ${nameCharacters(characters)}; si prega di scrivere diversamente.`,
    en: ({ characters }) =>
      `These characters are not possible here: ${nameCharacters(characters)}; please write it otherwise.`,
  },
  instant: said(
    'Das ist kein Zeitpunkt; er lautet wie 2026-11-20T13:30:00.000Z.',
    'Ce n’est pas un moment ; il s’écrit comme 2026-11-20T13:30:00.000Z.',
    'Non è un momento; si scrive come 2026-11-20T13:30:00.000Z.',
    'This is not a moment; it is written like 2026-11-20T13:30:00.000Z.',
  ),
  moment: said(
    'Das ist kein Zeitpunkt; er lautet wie 2026-11-20T14:30:00+01:00.',
    'Ce n’est pas un moment ; il s’écrit comme 2026-11-20T14:30:00+01:00.',
    'Non è un momento; si scrive come 2026-11-20T14:30:00+01:00.',
    'This is not a moment; it is written like 2026-11-20T14:30:00+01:00.',
  ),
  day: said(
    'Das ist kein Tag, den es gibt; er lautet wie 2026-11-20.',
    'Ce n’est pas un jour qui existe ; il s’écrit comme 2026-11-20.',
    'Non è un giorno che esiste; si scrive come 2026-11-20.',
    'This is not a day that exists; it is written like 2026-11-20.',
  ),
  time: typedRefusalTexts.time,
  colour: said(
    'Das ist keine Farbe; sie lautet wie #ffd000.',
    'Ce n’est pas une couleur ; elle s’écrit comme #ffd000.',
    'Non è un colore; si scrive come #ffd000.',
    'This is not a colour; it is written like #ffd000.',
  ),
  email: said(
    'Das ist keine E-Mail-Adresse; sie lautet wie name@firma.ch.',
    'Ce n’est pas une adresse e-mail ; elle s’écrit comme nom@entreprise.ch.',
    'Non è un indirizzo e-mail; si scrive come nome@ditta.ch.',
    'This is not an e-mail address; it is written like name@company.ch.',
  ),
  vin: said(
    'Eine Fahrgestellnummer hat 17 Ziffern und Grossbuchstaben, ohne I, O und Q; bitte vergleichen.',
    'Un numéro de châssis a 17 chiffres et majuscules, sans I, O ni Q ; veuillez comparer.',
    'Un numero di telaio ha 17 cifre e maiuscole, senza I, O e Q; si prega di confrontare.',
    'A VIN has 17 digits and capital letters, without I, O and Q; please compare.',
  ),
  number: {
    de: ({ kind }) => `Das ist keine Nummer dieser Reihe; sie lautet wie ${examples[kind]}.`,
    fr: ({ kind }) => `Ce n’est pas un numéro de cette série ; il s’écrit comme ${examples[kind]}.`,
    it: ({ kind }) => `Non è un numero di questa serie; si scrive come ${examples[kind]}.`,
    en: ({ kind }) => `This is not a number of this series; it is written like ${examples[kind]}.`,
  },
  before_vat: {
    de: ({ from }) =>
      `Vor dem ${formatDay(from)} ist kein MWST-Satz bekannt; bitte einen späteren Tag angeben.`,
    fr: ({ from }) =>
      `Avant le ${formatDay(from)}, aucun taux de TVA n’est connu ; veuillez indiquer un jour ultérieur.`,
    it: ({ from }) =>
      `Prima del ${formatDay(from)} non è nota alcuna aliquota IVA; si prega di indicare un giorno successivo.`,
    en: ({ from }) => `No VAT rate is known before ${formatDay(from)}; please give a later day.`,
  },
  hexadecimal: {
    de: ({ digits }) => `Das sind nicht ${digits} hexadezimale Ziffern in Kleinbuchstaben.`,
    fr: ({ digits }) => `Ce ne sont pas ${digits} chiffres hexadécimaux en minuscules.`,
    it: ({ digits }) => `Non sono ${digits} cifre esadecimali in minuscolo.`,
    en: ({ digits }) => `This is not ${digits} hexadecimal digits in small letters.`,
  },
  reference: said(
    'Das ist weder eine QR-Referenz mit 27 Ziffern noch eine Creditor Reference (RF…); bitte vergleichen.',
    'Ce n’est ni une référence QR à 27 chiffres ni une Creditor Reference (RF…) ; veuillez comparer.',
    'Non è né un riferimento QR di 27 cifre né una Creditor Reference (RF…); si prega di confrontare.',
    'This is neither a QR reference of 27 digits nor a creditor reference (RF…); please compare.',
  ),
  group_and_voucher: said(
    'Ein Rabatt gilt für eine Kundengruppe oder einen Gutschein, nicht für beides; bitte eines davon weglassen.',
    'Un rabais vaut pour un groupe de clients ou un bon, pas pour les deux ; veuillez en omettre un.',
    'Uno sconto vale per un gruppo di clienti o per un buono, non per entrambi; si prega di ometterne uno.',
    'A discount is for a customer group or for a voucher, not for both; please leave one of them out.',
  ),
  id_unknown: {
    de: ({ id }) => `«${id}» ist nirgends aufgeführt; bitte ergänzen oder berichtigen.`,
    fr: ({ id }) => `« ${id} » ne figure nulle part ; veuillez compléter ou corriger.`,
    it: ({ id }) => `«${id}» non figura da nessuna parte; si prega di completare o correggere.`,
    en: ({ id }) => `“${id}” is listed nowhere; please add or correct it.`,
  },
  twice: {
    de: ({ id }) => `«${id}» steht zweimal in der Liste; bitte eines davon entfernen.`,
    fr: ({ id }) => `« ${id} » figure deux fois dans la liste ; veuillez en retirer une.`,
    it: ({ id }) => `«${id}» figura due volte nell’elenco; si prega di toglierne una.`,
    en: ({ id }) => `“${id}” is in the list twice; please remove one of them.`,
  },
};

const examples = {
  contract: 'ZRH-A-26-00042',
  invoice: 'ZRH-A-26-R00017',
  receipt: 'ZRH-A-26-Q00009',
  fine: 'ZRH-A-26-B00004',
  cash_session: 'ZRH-A-26-K00031',
  amendment: 'ZRH-A-26-N00002',
} as const;

/** Why a field is not taken. The field is named before it: see `sayFieldRefusal`. */
export const faultTexts: RefusalTexts<Fault> = {
  ...uidRefusalTexts,
  ...phoneRefusalTexts,
  ...qrBillRefusalTexts,
  ...shapeTexts,
  ...valueTexts,
  ...paperFaultTexts,
  ...cashRefusalTexts,
  ...photoFaultTexts,
};
