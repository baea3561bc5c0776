import { driverRefusalTexts } from '../drivers/refusal-texts.ts';
import { heldRefusalTexts } from '../fleet/held-refusal-texts.ts';
import { pricingRefusalTexts } from '../pricing/refusal-texts.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import type { AmendmentRefusal, SignRefusal } from './amend-contract.ts';
import { statusWords } from './contract-status-words.ts';
import type { FrozenRefusal } from './frozen-contract.ts';

/** Why a contract is not amended like this. */
export const amendmentRefusalTexts: RefusalTexts<AmendmentRefusal> = {
  ...pricingRefusalTexts,
  ...driverRefusalTexts,
  ...heldRefusalTexts,
  nothing_to_amend: said(
    'Der Nachtrag ändert nichts; bitte mindestens eine Änderung wählen.',
    'L’avenant ne change rien ; veuillez choisir au moins une modification.',
    'L’aggiunta non cambia nulla; si prega di scegliere almeno una modifica.',
    'The amendment changes nothing; please choose a change.',
  ),
  contract_not_out: {
    de: ({ status }) =>
      `Der Vertrag ist «${statusWords.de[status]}»; einen Nachtrag gibt es nur, solange der Wagen unterwegs ist.`,
    fr: ({ status }) =>
      `Le contrat est « ${statusWords.fr[status]} » ; un avenant n’est possible que tant que le véhicule est en location.`,
    it: ({ status }) =>
      `Il contratto è «${statusWords.it[status]}»; un’aggiunta è possibile solo finché il veicolo è in noleggio.`,
    en: ({ status }) =>
      `The contract is “${statusWords.en[status]}”; it is amended only while the vehicle is out.`,
  },
  extension_past: {
    de: ({ until }) =>
      `${formatInstant(until)} ist vorbei; eine Verlängerung geht in die Zukunft, sonst ist es eine verspätete Rückgabe.`,
    fr: ({ until }) =>
      `Le ${formatInstant(until)} est passé ; une prolongation va vers l’avenir, sinon c’est une restitution tardive.`,
    it: ({ until }) =>
      `Il ${formatInstant(until)} è passato; una proroga va nel futuro, altrimenti è una riconsegna in ritardo.`,
    en: ({ until }) =>
      `${formatInstant(until)} has gone by; an extension lies ahead, otherwise it is a late return.`,
  },
  same_vehicle: said(
    'Das ist der Wagen, der schon unterwegs ist; bitte einen anderen wählen.',
    'C’est le véhicule déjà en location ; veuillez en choisir un autre.',
    'È il veicolo già in noleggio; si prega di sceglierne un altro.',
    'This is the vehicle that is out already; please choose another.',
  ),
  vehicle_not_rentable: said(
    'Dieser Wagen ist nicht zu vermieten; bitte einen anderen wählen.',
    'Ce véhicule n’est pas à louer ; veuillez en choisir un autre.',
    'Questo veicolo non è da noleggiare; si prega di sceglierne un altro.',
    'This vehicle is not for rent; please choose another.',
  ),
  vehicle_out: {
    de: ({ contract }) => `Dieser Wagen ist mit Vertrag ${contract} unterwegs; bitte einen anderen wählen.`,
    fr: ({ contract }) =>
      `Ce véhicule est en location avec le contrat ${contract} ; veuillez en choisir un autre.`,
    it: ({ contract }) =>
      `Questo veicolo è in noleggio con il contratto ${contract}; si prega di sceglierne un altro.`,
    en: ({ contract }) => `This vehicle is out with contract ${contract}; please choose another.`,
  },
  driver_twice: said(
    'Diese Person fährt schon mit; sie muss nicht noch einmal eingetragen werden.',
    'Cette personne figure déjà parmi les conducteurs ; inutile de l’inscrire à nouveau.',
    'Questa persona è già tra i conducenti; non occorre iscriverla di nuovo.',
    'This person drives already; there is no need to enter them again.',
  ),
  added_backdated: {
    de: ({ at }) =>
      `Lenker und Schutz gelten nie rückwirkend; ${formatInstant(at)} ist vorbei, bitte ab jetzt vereinbaren.`,
    fr: ({ at }) =>
      `Conducteurs et protections ne valent jamais rétroactivement ; le ${formatInstant(at)} est passé, veuillez convenir dès maintenant.`,
    it: ({ at }) =>
      `Conducenti e protezioni non valgono mai retroattivamente; il ${formatInstant(at)} è passato, si prega di convenire da adesso.`,
    en: ({ at }) =>
      `Drivers and protections never hold backwards; ${formatInstant(at)} has gone by, please agree from now on.`,
  },
  nothing_added: said(
    'Es wurde nichts ausgewählt; bitte wählen, was dazukommt.',
    'Rien n’a été choisi ; veuillez choisir ce qui s’ajoute.',
    'Non è stato scelto nulla; si prega di scegliere che cosa si aggiunge.',
    'Nothing was chosen; please choose what is added.',
  ),
  reason_missing: said(
    'Es fehlt, warum der Wagen getauscht wird; bitte den Grund nennen.',
    'La raison de l’échange du véhicule manque ; veuillez l’indiquer.',
    'Manca il motivo del cambio di veicolo; si prega di indicarlo.',
    'It is not said why the vehicle is exchanged; please give the reason.',
  ),
};

/** Why an amendment is not signed. */
export const signRefusalTexts: RefusalTexts<SignRefusal> = {
  amendment_stale: {
    de: ({ contract }) =>
      `Vertrag ${contract} hat inzwischen einen anderen Nachtrag; bitte den Vorschlag neu rechnen und zeigen.`,
    fr: ({ contract }) =>
      `Le contrat ${contract} a reçu entre-temps un autre avenant ; veuillez recalculer et montrer la proposition.`,
    it: ({ contract }) =>
      `Il contratto ${contract} ha ricevuto nel frattempo un’altra aggiunta; si prega di ricalcolare e mostrare la proposta.`,
    en: ({ contract }) =>
      `Contract ${contract} was amended meanwhile; please work the proposal out again and show it.`,
  },
  amendment_number: said(
    'Das ist keine Nachtragsnummer dieses Schalters, wie ZRH-A-26-N00003.',
    'Ce n’est pas un numéro d’avenant, comme ZRH-A-26-N00003.',
    'Non è un numero di aggiunta, come ZRH-A-26-N00003.',
    'This is no number of an amendment, such as ZRH-A-26-N00003.',
  ),
  amendment_number_twice: said(
    'Diese Nachtragsnummer ist schon vergeben; bitte die nächste nehmen.',
    'Ce numéro d’avenant est déjà pris ; veuillez utiliser le suivant.',
    'Questo numero di aggiunta è già assegnato; si prega di usare il successivo.',
    'This amendment number is taken; please use the next.',
  ),
  amendment_backdated: {
    de: ({ after }) =>
      `Der Nachtrag ist nicht vor ${formatInstant(after)} unterschrieben; bitte die Uhr des Schalters prüfen.`,
    fr: ({ after }) =>
      `L’avenant n’est pas signé avant le ${formatInstant(after)} ; veuillez vérifier l’heure du guichet.`,
    it: ({ after }) =>
      `L’aggiunta non è firmata prima del ${formatInstant(after)}; si prega di verificare l’orologio dello sportello.`,
    en: ({ after }) =>
      `The amendment is not signed before ${formatInstant(after)}; please check the counter’s clock.`,
  },
  signature_missing: said(
    'Die Unterschrift fehlt; bitte unterschreiben lassen.',
    'La signature manque ; veuillez faire signer.',
    'Manca la firma; si prega di far firmare.',
    'The signature is missing; please have it signed.',
  ),
};

/** Why a signed contract is not written like this. */
export const frozenRefusalTexts: RefusalTexts<FrozenRefusal> = {
  signed_contract_changed: {
    de: ({ field, signedAt }) =>
      `Der Vertrag ist seit ${formatInstant(signedAt)} unterschrieben, und «${field}» weicht davon ab; bitte einen Nachtrag schreiben.`,
    fr: ({ field, signedAt }) =>
      `Le contrat est signé depuis le ${formatInstant(signedAt)} et « ${field} » s’en écarte ; veuillez rédiger un avenant.`,
    it: ({ field, signedAt }) =>
      `Il contratto è firmato dal ${formatInstant(signedAt)} e «${field}» se ne discosta; si prega di redigere un’aggiunta.`,
    en: ({ field, signedAt }) =>
      `The contract was signed on ${formatInstant(signedAt)}, and “${field}” differs from it; please write an amendment.`,
  },
  amendment_broken: {
    de: ({ number }) =>
      `Nachtrag ${number} gehört nicht zum Vertrag, wie er davor war; bitte die Leitung beiziehen.`,
    fr: ({ number }) =>
      `L’avenant ${number} ne correspond pas au contrat tel qu’il était avant ; veuillez avertir la direction.`,
    it: ({ number }) =>
      `L’aggiunta ${number} non corrisponde al contratto com’era prima; si prega di avvisare la direzione.`,
    en: ({ number }) =>
      `Amendment ${number} does not belong to the contract as it was before; please tell the management.`,
  },
  illegal_status: {
    de: ({ from, to }) =>
      `Der Vertrag ist «${statusWords.de[from]}» und wird nicht «${statusWords.de[to]}»; bitte die möglichen Schritte prüfen.`,
    fr: ({ from, to }) =>
      `Le contrat est « ${statusWords.fr[from]} » et ne devient pas « ${statusWords.fr[to]} » ; veuillez vérifier les étapes possibles.`,
    it: ({ from, to }) =>
      `Il contratto è «${statusWords.it[from]}» e non diventa «${statusWords.it[to]}»; si prega di verificare i passi possibili.`,
    en: ({ from, to }) =>
      `The contract is “${statusWords.en[from]}” and does not become “${statusWords.en[to]}”; please look at the possible steps.`,
  },
};
