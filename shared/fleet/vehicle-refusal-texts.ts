import { nameCharacters } from '../result/name-characters.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import type { VehicleRefusal } from './change-vehicle.ts';
import type { PlateRefusal } from './plate.ts';
import { plateRefusalTexts } from './refusal-texts.ts';
import type { VehicleFault } from './vehicle-form.ts';
import type { VinRefusal } from './vin.ts';

export const vinRefusalTexts: RefusalTexts<VinRefusal> = {
  vin_length: {
    de: ({ actual }) => `Eine Fahrgestellnummer hat 17 Zeichen, diese hat ${actual}.`,
    fr: ({ actual }) => `Un numéro de châssis compte 17 caractères, celui-ci en a ${actual}.`,
    it: ({ actual }) => `Un numero di telaio ha 17 caratteri, questo ne ha ${actual}.`,
    en: ({ actual }) => `A VIN has 17 characters, this one has ${actual}.`,
  },
  vin_characters: {
    de: ({ characters }) =>
      `In einer Fahrgestellnummer stehen Buchstaben ohne I, O und Q, und Ziffern; nicht ${nameCharacters(characters)}.`,
    fr: ({ characters }) =>
      `Un numéro de châssis contient des lettres sans I, O ni Q, et des chiffres\u202f; pas ${nameCharacters(characters)}.`,
    it: ({ characters }) =>
      `Un numero di telaio contiene lettere senza I, O e Q, e cifre; non ${nameCharacters(characters)}.`,
    en: ({ characters }) =>
      `A VIN has letters without I, O and Q, and digits; not ${nameCharacters(characters)}.`,
  },
};

type OwnFault = Exclude<VehicleFault, VinRefusal | PlateRefusal>;
const ownFaultTexts: RefusalTexts<OwnFault> = {
  vehicle_field_missing: said(
    'Das fehlt; bitte ausfüllen.',
    'Ce champ est vide\u202f; veuillez le remplir.',
    'Manca; si prega di compilare.',
    'This is missing; please fill it in.',
  ),
  vehicle_field_long: {
    de: ({ limit }) => `Das ist zu lang; ${limit} Zeichen haben Platz.`,
    fr: ({ limit }) => `C’est trop long\u202f; il y a de la place pour ${limit} caractères.`,
    it: ({ limit }) => `È troppo lungo; c’è posto per ${limit} caratteri.`,
    en: ({ limit }) => `This is too long; there is room for ${limit} characters.`,
  },
  vehicle_field_characters: {
    de: ({ characters }) => `Das lässt sich nicht drucken: ${nameCharacters(characters)}.`,
    fr: ({ characters }) => `Cela ne peut pas être imprimé\u202f: ${nameCharacters(characters)}.`,
    it: ({ characters }) => `Questo non si può stampare: ${nameCharacters(characters)}.`,
    en: ({ characters }) => `This cannot be printed: ${nameCharacters(characters)}.`,
  },
  vehicle_kilometres: said(
    'Bitte den Kilometerstand als ganze Zahl angeben, wie 31846.',
    'Veuillez indiquer le kilométrage en nombre entier, comme 31846.',
    'Si prega di indicare i chilometri come numero intero, come 31846.',
    'Please give the kilometres as a whole number, such as 31846.',
  ),
};

/** What is wrong with a field of a vehicle. */
export const vehicleFaultTexts: RefusalTexts<VehicleFault> = {
  ...vinRefusalTexts,
  ...plateRefusalTexts,
  ...ownFaultTexts,
};

export const vehicleRefusalTexts: RefusalTexts<VehicleRefusal> = {
  vehicle_is_out: {
    de: ({ contract }) =>
      `Der Wagen ist mit Vertrag ${contract} unterwegs; erst nach der Rücknahme geht das.`,
    fr: ({ contract }) =>
      `Le véhicule est en location avec le contrat ${contract}\u202f; possible après son retour.`,
    it: ({ contract }) => `Il veicolo è in noleggio con il contratto ${contract}; possibile dopo il rientro.`,
    en: ({ contract }) => `The car is out with contract ${contract}; this is possible once it is back.`,
  },
  vehicle_is_reserved: {
    de: ({ found }) => `Der Wagen ist noch ${found} Mal reserviert; bitte zuerst andere Wagen zuteilen.`,
    fr: ({ found }) =>
      `Le véhicule est encore réservé ${found} fois\u202f; veuillez d’abord en attribuer d’autres.`,
    it: ({ found }) => `Il veicolo è ancora prenotato ${found} volte; assegnare prima altri veicoli.`,
    en: ({ found }) => `The car is still reserved ${found} times; please assign other cars first.`,
  },
  vin_known: said(
    'Ein Wagen mit dieser Fahrgestellnummer ist schon erfasst.',
    'Un véhicule portant ce numéro de châssis est déjà enregistré.',
    'Un veicolo con questo numero di telaio è già registrato.',
    'A car with this VIN is there already.',
  ),
  vehicle_gone: said(
    'Diesen Wagen gibt es auf diesem Gerät nicht.',
    'Ce véhicule n’existe pas sur cet appareil.',
    'Questo veicolo non c’è su questo apparecchio.',
    'This car is not on this machine.',
  ),
  vehicle_not_permitted: said(
    'Das darf nur die Leitung, und nur für Wagen der eigenen Filiale.',
    'Seule la direction peut le faire, et pour les véhicules de sa succursale.',
    'Può farlo solo la direzione, e per i veicoli della propria filiale.',
    'Only managers may do this, and for cars of their own branch.',
  ),
  plate_in_future: said(
    'Ein Kennzeichen gilt ab einem Zeitpunkt, der vorbei ist; künftige bitte am Tag selbst eintragen.',
    'Une plaque vaut dès un moment passé\u202f; inscrivez les futures le jour même.',
    'Una targa vale da un momento passato; inserire quelle future il giorno stesso.',
    'A plate holds from a moment that is past; please enter future ones on the day itself.',
  ),
  plate_before_current: {
    de: ({ startsAt }) =>
      `Das heutige Kennzeichen gilt seit ${formatInstant(startsAt)}; das neue muss danach beginnen.`,
    fr: ({ startsAt }) =>
      `La plaque actuelle vaut depuis le ${formatInstant(startsAt)}\u202f; la nouvelle doit commencer après.`,
    it: ({ startsAt }) =>
      `La targa attuale vale dal ${formatInstant(startsAt)}; la nuova deve iniziare dopo.`,
    en: ({ startsAt }) =>
      `The current plate holds since ${formatInstant(startsAt)}; the new one has to begin after that.`,
  },
  plate_the_same: said(
    'Dieses Kennzeichen trägt der Wagen schon.',
    'Le véhicule porte déjà cette plaque.',
    'Il veicolo porta già questa targa.',
    'The car bears this plate already.',
  ),
};
