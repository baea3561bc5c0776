import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { PhoneRefusal } from './phone.ts';
import type { PostcodeRefusal } from './postcodes.ts';
import type { SplitAddressRefusal } from './split-address.ts';
import type { UidRefusal } from './uid.ts';

export const uidRefusalTexts: RefusalTexts<UidRefusal> = {
  uid_format: said(
    'Das ist keine UID; sie lautet wie CHE-123.456.788.',
    'Ce n’est pas un numéro IDE ; il s’écrit comme CHE-123.456.788.',
    'Non è un numero IDI; si scrive come CHE-123.456.788.',
    'This is not a UID; it is written like CHE-123.456.788.',
  ),
  uid_check_digit: {
    de: ({ expected }) =>
      `Die letzte Ziffer der UID stimmt nicht${digitAfter(expected, '; sie wäre ')}. Bitte vergleichen.`,
    fr: ({ expected }) =>
      `Le dernier chiffre du numéro IDE est faux${digitAfter(expected, ' ; ce serait ')}. Veuillez comparer.`,
    it: ({ expected }) =>
      `L’ultima cifra del numero IDI è errata${digitAfter(expected, '; sarebbe ')}. Si prega di confrontare.`,
    en: ({ expected }) =>
      `The last digit of the UID is wrong${digitAfter(expected, '; it would be ')}. Please compare.`,
  },
};

export const phoneRefusalTexts: RefusalTexts<PhoneRefusal> = {
  phone_characters: said(
    'Eine Telefonnummer besteht aus Ziffern, mit + davor für das Ausland.',
    'Un numéro de téléphone se compose de chiffres, précédés de + pour l’étranger.',
    'Un numero di telefono è composto di cifre, con + davanti per l’estero.',
    'A phone number is made of digits, with + before it for other countries.',
  ),
  phone_length: said(
    'Diese Telefonnummer ist zu kurz oder zu lang; bitte mit Landesvorwahl angeben, wie +49 171 2345678.',
    'Ce numéro de téléphone est trop court ou trop long ; indiquez-le avec l’indicatif du pays, comme +49 171 2345678.',
    'Questo numero di telefono è troppo corto o troppo lungo; indicarlo con il prefisso del Paese, come +49 171 2345678.',
    'This phone number is too short or too long; give it with its country code, like +49 171 2345678.',
  ),
  phone_not_swiss: said(
    'Das ist keine Schweizer Telefonnummer wie 079 123 45 67; eine ausländische beginnt mit + und der Landesvorwahl.',
    'Ce n’est pas un numéro suisse comme 079 123 45 67 ; un numéro étranger commence par + et l’indicatif du pays.',
    'Non è un numero svizzero come 079 123 45 67; un numero estero inizia con + e il prefisso del Paese.',
    'This is not a Swiss phone number like 079 123 45 67; a foreign one begins with + and its country code.',
  ),
};

export const splitAddressRefusalTexts: RefusalTexts<SplitAddressRefusal> = {
  address_lines: said(
    'Die Adresse hat nicht eine oder zwei Zeilen; bitte Strasse, Postleitzahl und Ort einzeln erfassen.',
    'L’adresse n’a pas une ou deux lignes ; saisissez la rue, le NPA et la localité séparément.',
    'L’indirizzo non ha una o due righe; inserire via, NPA e località separatamente.',
    'The address is not in one or two lines; please enter street, postcode and town one by one.',
  ),
  address_town: said(
    'Am Ende steht nicht Postleitzahl und Ort aus der Schweiz oder Liechtenstein; bitte die Teile einzeln erfassen.',
    'À la fin ne figurent pas un NPA et une localité de Suisse ou du Liechtenstein ; saisissez les parties séparément.',
    'Alla fine non figurano NPA e località della Svizzera o del Liechtenstein; inserire le parti separatamente.',
    'It does not end with a postcode and town in Switzerland or Liechtenstein; please enter the parts one by one.',
  ),
};

export const postcodeRefusalTexts: RefusalTexts<PostcodeRefusal> = {
  postcode_unknown: {
    de: ({ postcode, country }) =>
      `Die Postleitzahl «${postcode}» steht nicht im Verzeichnis (${country}); bitte vergleichen.`,
    fr: ({ postcode, country }) =>
      `Le NPA « ${postcode} » ne figure pas dans le répertoire (${country}) ; veuillez comparer.`,
    it: ({ postcode, country }) =>
      `Il NPA «${postcode}» non figura nell’elenco (${country}); si prega di confrontare.`,
    en: ({ postcode, country }) =>
      `The postcode “${postcode}” is not in the directory (${country}); please compare.`,
  },
  town_not_at_postcode: {
    de: ({ postcode, town, towns }) =>
      `Zu ${postcode} gehört ${towns.join(', ')}, nicht «${town}»; bitte vergleichen.`,
    fr: ({ postcode, town, towns }) =>
      `Le NPA ${postcode} est celui de ${towns.join(', ')}, non de « ${town} » ; veuillez comparer.`,
    it: ({ postcode, town, towns }) =>
      `Il NPA ${postcode} è di ${towns.join(', ')}, non di «${town}»; si prega di confrontare.`,
    en: ({ postcode, town, towns }) =>
      `${postcode} is the postcode of ${towns.join(', ')}, not of “${town}”; please compare.`,
  },
};

/** A UID whose check digit would be 10 is never issued: then there is no digit to name. */
function digitAfter(expected: number | null, before: string): string {
  return expected === null ? '' : `${before}${expected}`;
}
