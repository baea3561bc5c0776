import { driverRefusalTexts } from '../drivers/refusal-texts.ts';
import { heldRefusalTexts } from '../fleet/held-refusal-texts.ts';
import { pricingRefusalTexts } from '../pricing/refusal-texts.ts';
import { type RefusalLanguage, type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import type { CheckOutRefusal, CheckOutWarning } from './check-out.ts';
import type { ContractStatus, StepRefusal } from './contract-state.ts';
import { statusWords } from './contract-status-words.ts';

const signature = said(
  'Die Unterschrift fehlt; bitte unterschreiben lassen.',
  'La signature manque ; veuillez faire signer.',
  'Manca la firma; si prega di far firmare.',
  'The signature is missing; please have it signed.',
);

/** Why a contract does not go there. */
export const stepRefusalTexts: RefusalTexts<StepRefusal> = {
  illegal_step: {
    de: ({ from, to, legal }) =>
      `Der Vertrag ist «${statusWords.de[from]}» und wird nicht «${statusWords.de[to]}»; ${possible(legal, 'de', 'möglich ist', 'er bleibt, wie er ist')}.`,
    fr: ({ from, to, legal }) =>
      `Le contrat est « ${statusWords.fr[from]} » et ne devient pas « ${statusWords.fr[to]} » ; ${possible(legal, 'fr', 'est possible :', 'il reste comme il est')}.`,
    it: ({ from, to, legal }) =>
      `Il contratto è «${statusWords.it[from]}» e non diventa «${statusWords.it[to]}»; ${possible(legal, 'it', 'è possibile:', 'resta com’è')}.`,
    en: ({ from, to, legal }) =>
      `The contract is “${statusWords.en[from]}” and does not become “${statusWords.en[to]}”; ${possible(legal, 'en', 'it may become', 'it stays as it is')}.`,
  },
  vehicle_missing: said(
    'Dem Vertrag ist kein Wagen zugeteilt; bitte einen wählen.',
    'Aucun véhicule n’est attribué au contrat ; veuillez en choisir un.',
    'Al contratto non è assegnato alcun veicolo; si prega di sceglierne uno.',
    'No vehicle is assigned to the contract; please choose one.',
  ),
  signature_missing: signature,
  contract_frozen: {
    de: ({ signedAt }) =>
      `Der Vertrag ist seit ${formatInstant(signedAt)} unterschrieben und wird nicht storniert; bitte einen Nachtrag schreiben.`,
    fr: ({ signedAt }) =>
      `Le contrat est signé depuis le ${formatInstant(signedAt)} et ne s’annule plus ; veuillez rédiger un avenant.`,
    it: ({ signedAt }) =>
      `Il contratto è firmato dal ${formatInstant(signedAt)} e non si annulla più; si prega di redigere un’aggiunta.`,
    en: ({ signedAt }) =>
      `The contract was signed on ${formatInstant(signedAt)} and is not made void; please write an amendment.`,
  },
  return_missing: said(
    'Es fehlt, wann der Wagen zurückkam; bitte die Rückgabe erfassen.',
    'L’heure du retour du véhicule manque ; veuillez saisir la restitution.',
    'Manca quando il veicolo è rientrato; si prega di registrare la riconsegna.',
    'It is not said when the vehicle came back; please enter the return.',
  ),
  return_before_start: {
    de: ({ startsAt, returnedAt }) =>
      `Die Rückgabe (${formatInstant(returnedAt)}) liegt vor der Übergabe (${formatInstant(startsAt)}); bitte die Zeiten prüfen.`,
    fr: ({ startsAt, returnedAt }) =>
      `La restitution (${formatInstant(returnedAt)}) précède la remise (${formatInstant(startsAt)}) ; veuillez vérifier les heures.`,
    it: ({ startsAt, returnedAt }) =>
      `La riconsegna (${formatInstant(returnedAt)}) precede la consegna (${formatInstant(startsAt)}); si prega di verificare gli orari.`,
    en: ({ startsAt, returnedAt }) =>
      `The return (${formatInstant(returnedAt)}) lies before the hand-over (${formatInstant(startsAt)}); please check the times.`,
  },
};

/** Why a vehicle is not handed over. */
export const checkOutRefusalTexts: RefusalTexts<CheckOutRefusal> = {
  ...pricingRefusalTexts,
  ...driverRefusalTexts,
  ...heldRefusalTexts,
  signature_missing: signature,
  vehicle_out: {
    de: ({ contract }) =>
      `Dieser Wagen ist mit Vertrag ${contract} unterwegs; bitte einen anderen wählen oder ihn zuerst zurücknehmen.`,
    fr: ({ contract }) =>
      `Ce véhicule est en location avec le contrat ${contract} ; choisissez-en un autre ou reprenez-le d’abord.`,
    it: ({ contract }) =>
      `Questo veicolo è in noleggio con il contratto ${contract}; sceglierne un altro o ritirarlo prima.`,
    en: ({ contract }) =>
      `This vehicle is out with contract ${contract}; choose another, or take it back first.`,
  },
  vehicle_not_rentable: said(
    'Dieser Wagen ist nicht im Verleih; bitte einen anderen wählen.',
    'Ce véhicule n’est pas en location ; veuillez en choisir un autre.',
    'Questo veicolo non è a noleggio; si prega di sceglierne un altro.',
    'This vehicle is not for rent; please choose another.',
  ),
  odometer_impossible: said(
    'Der Kilometerstand ist eine ganze Zahl zwischen 0 und 9’999’999; bitte noch einmal ablesen.',
    'Le kilométrage est un nombre entier entre 0 et 9’999’999 ; veuillez relire le compteur.',
    'Il chilometraggio è un numero intero tra 0 e 9’999’999; si prega di rileggere il contachilometri.',
    'The odometer is a whole number between 0 and 9’999’999; please read it again.',
  ),
  fuel_impossible: said(
    'Der Tank steht zwischen 0 und 8 Achteln.',
    'Le réservoir est compris entre 0 et 8 huitièmes.',
    'Il serbatoio è compreso tra 0 e 8 ottavi.',
    'The tank is between 0 and 8 eighths.',
  ),
  start_too_far: {
    de: ({ limitMinutes }) =>
      `Die Übergabe ist jetzt: höchstens ${limitMinutes / 60} Stunden früher oder später; für später bitte reservieren.`,
    fr: ({ limitMinutes }) =>
      `La remise a lieu maintenant : au plus ${limitMinutes / 60} heures plus tôt ou plus tard ; pour plus tard, veuillez réserver.`,
    it: ({ limitMinutes }) =>
      `La consegna è adesso: al massimo ${limitMinutes / 60} ore prima o dopo; per più tardi, si prega di prenotare.`,
    en: ({ limitMinutes }) =>
      `The hand-over is now: at most ${limitMinutes / 60} hours earlier or later; for later, please reserve.`,
  },
};

/** What the clerk should look at, and may overrule. */
export const checkOutWarningTexts: RefusalTexts<CheckOutWarning> = {
  odometer_back: {
    de: ({ lastKnown }) =>
      `Das ist weniger als der letzte Stand von ${lastKnown} km; stimmt es, wird es vermerkt.`,
    fr: ({ lastKnown }) =>
      `C’est moins que le dernier relevé de ${lastKnown} km ; si c’est juste, ce sera consigné.`,
    it: ({ lastKnown }) => `È meno dell’ultima lettura di ${lastKnown} km; se è giusto, sarà annotato.`,
    en: ({ lastKnown }) =>
      `This is less than the last reading of ${lastKnown} km; if it is right, it will be noted.`,
  },
  odometer_jump: {
    de: ({ lastKnown }) =>
      `Das ist viel mehr als der letzte Stand von ${lastKnown} km; bitte noch einmal ablesen.`,
    fr: ({ lastKnown }) =>
      `C’est bien plus que le dernier relevé de ${lastKnown} km ; veuillez relire le compteur.`,
    it: ({ lastKnown }) =>
      `È molto più dell’ultima lettura di ${lastKnown} km; si prega di rileggere il contachilometri.`,
    en: ({ lastKnown }) =>
      `This is much more than the last reading of ${lastKnown} km; please read it again.`,
  },
};

function possible(
  legal: readonly ContractStatus[],
  language: RefusalLanguage,
  before: string,
  nothing: string,
): string {
  if (legal.length === 0) return nothing;
  const [open, close] = language === 'en' ? ['“', '”'] : language === 'fr' ? ['« ', ' »'] : ['«', '»'];
  return `${before} ${legal.map((status) => `${open}${statusWords[language][status]}${close}`).join(', ')}`;
}
