import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import type { HandoverComparisonRefusal } from './compare-handovers.ts';
import type { CloseRefusal, HandoverRefusal } from './handover.ts';

/** Why a handover report is not taken, or two cannot be set beside each other. */
export const handoverRefusalTexts: RefusalTexts<HandoverRefusal | CloseRefusal | HandoverComparisonRefusal> =
  {
    odometer_impossible: said(
      'Kilometerstand: bitte eine ganze Zahl von 0 bis 9’999’999 eingeben.',
      'Kilométrage : indiquez un nombre entier de 0 à 9’999’999.',
      'Chilometraggio: indicare un numero intero da 0 a 9’999’999.',
      'Odometer: enter a whole number from 0 to 9’999’999.',
    ),
    fuel_impossible: said(
      'Tank oder Ladung: bitte 0 bis 8 Achtel eingeben.',
      'Réservoir ou charge : indiquez de 0 à 8 huitièmes.',
      'Serbatoio o carica: indicare da 0 a 8 ottavi.',
      'Fuel or charge: enter 0 to 8 eighths.',
    ),
    clerk_missing: said(
      'Bedient von: bitte den Namen eintragen.',
      'Servi par : indiquez le nom.',
      'Servito da: indicare il nome.',
      'Served by: enter the name.',
    ),
    keys_impossible: said(
      'Schlüssel: bitte eine ganze Zahl von 0 bis 20 eingeben.',
      'Clés : indiquez un nombre entier de 0 à 20.',
      'Chiavi: indicare un numero intero da 0 a 20.',
      'Keys: enter a whole number from 0 to 20.',
    ),
    accessory_count: {
      de: ({ name }) => `Zubehör «${name}»: bitte eine ganze Zahl von 0 bis 99 eingeben.`,
      fr: ({ name }) => `Accessoire « ${name} » : indiquez un nombre entier de 0 à 99.`,
      it: ({ name }) => `Accessorio «${name}»: indicare un numero intero da 0 a 99.`,
      en: ({ name }) => `Accessory “${name}”: enter a whole number from 0 to 99.`,
    },
    accessory_twice: {
      de: ({ name }) => `Das Zubehör «${name}» steht zweimal da; bitte die Anzahl angeben.`,
      fr: ({ name }) => `L’accessoire « ${name} » figure deux fois ; indiquez plutôt le nombre.`,
      it: ({ name }) => `L’accessorio «${name}» figura due volte; indicare la quantità.`,
      en: ({ name }) => `The accessory “${name}” is listed twice; give its count instead.`,
    },
    damages_too_many: {
      de: ({ limit }) =>
        `Ein Protokoll fasst höchstens ${limit} Schäden; bitte nahe beieinander liegende zusammenfassen.`,
      fr: ({ limit }) => `Un constat contient au plus ${limit} dommages ; regroupez ceux qui sont voisins.`,
      it: ({ limit }) => `Un verbale contiene al massimo ${limit} danni; raggruppare quelli vicini.`,
      en: ({ limit }) => `A report holds at most ${limit} damages; join those that lie close together.`,
    },
    handover_damage_twice: {
      de: ({ id }) => `Der Schaden ${id} steht zweimal im Protokoll; bitte einen davon entfernen.`,
      fr: ({ id }) => `Le dommage ${id} figure deux fois dans le constat ; retirez-en un.`,
      it: ({ id }) => `Il danno ${id} figura due volte nel verbale; toglierne uno.`,
      en: ({ id }) => `Damage ${id} is in the report twice; remove one of them.`,
    },
    damage_after_handover: {
      de: ({ id }) => `Der Schaden ${id} wurde nach dieser Übergabe gefunden; bitte Datum und Zeit prüfen.`,
      fr: ({ id }) => `Le dommage ${id} a été constaté après cette remise ; vérifiez la date et l’heure.`,
      it: ({ id }) => `Il danno ${id} è stato constatato dopo questa consegna; controllare data e ora.`,
      en: ({ id }) => `Damage ${id} was found after this handover; check date and time.`,
    },
    damage_id_missing: said(
      'Ein Schaden hat keine Kennung; bitte neu erfassen.',
      'Un dommage n’a pas d’identifiant ; saisissez-le à nouveau.',
      'Un danno non ha un identificativo; registrarlo di nuovo.',
      'A damage has no identity; enter it again.',
    ),
    damage_off_sketch: said(
      'Der Schaden liegt ausserhalb der Skizze; bitte die Stelle auf dem Fahrzeug anklicken.',
      'Le dommage est en dehors du croquis ; cliquez sur l’endroit du véhicule.',
      'Il danno è fuori dallo schizzo; cliccare sul punto del veicolo.',
      'The damage lies outside the sketch; click the place on the car.',
    ),
    damage_note_too_long: {
      de: ({ limit }) => `Bemerkung zum Schaden: höchstens ${limit} Zeichen.`,
      fr: ({ limit }) => `Remarque sur le dommage : au plus ${limit} caractères.`,
      it: ({ limit }) => `Osservazione sul danno: al massimo ${limit} caratteri.`,
      en: ({ limit }) => `Note on the damage: at most ${limit} characters.`,
    },
    damage_note_characters: {
      de: ({ characters }) =>
        `Bemerkung zum Schaden: diese Zeichen lassen sich nicht drucken: ${characters}.`,
      fr: ({ characters }) => `Remarque sur le dommage : ces caractères ne s’impriment pas : ${characters}.`,
      it: ({ characters }) =>
        `Osservazione sul danno: questi caratteri non si possono stampare: ${characters}.`,
      en: ({ characters }) => `Note on the damage: these characters cannot be printed: ${characters}.`,
    },
    damage_photo_twice: said(
      'Ein Foto ist dem Schaden zweimal zugeordnet; bitte einmal entfernen.',
      'Une photo est jointe deux fois au dommage ; retirez-la une fois.',
      'Una foto è allegata due volte al danno; toglierla una volta.',
      'A photo is attached to the damage twice; remove it once.',
    ),
    key_box_signed: said(
      'Bei Rückgabe über den Schlüsselkasten unterschreibt niemand; bitte die Unterschrift löschen oder «anwesend» wählen.',
      'Lors d’un retour par la boîte à clés, personne ne signe ; effacez la signature ou choisissez « présent ».',
      'Con la cassetta delle chiavi nessuno firma; cancellare la firma o scegliere «presente».',
      'With the key box nobody signs; clear the signature or choose “present”.',
    ),
    renter_signature_missing: said(
      'Die Unterschrift der Mieterin oder des Mieters fehlt; bitte unterschreiben lassen.',
      'Il manque la signature du ou de la locataire ; faites signer.',
      'Manca la firma del locatario o della locataria; far firmare.',
      'The renter’s signature is missing; have the report signed.',
    ),
    handover_frozen: {
      de: ({ closedAt }) =>
        `Das Protokoll ist seit ${formatInstant(closedAt)} abgeschlossen; bitte ein neues schreiben.`,
      fr: ({ closedAt }) =>
        `Le constat est clos depuis le ${formatInstant(closedAt)} ; établissez-en un nouveau.`,
      it: ({ closedAt }) => `Il verbale è chiuso dal ${formatInstant(closedAt)}; redigerne uno nuovo.`,
      en: ({ closedAt }) => `The report has been closed since ${formatInstant(closedAt)}; write a new one.`,
    },
    damage_twice: {
      de: ({ id }) => `Der Schaden ${id} steht zweimal in einer Liste; bitte einen davon entfernen.`,
      fr: ({ id }) => `Le dommage ${id} figure deux fois dans une liste ; retirez-en un.`,
      it: ({ id }) => `Il danno ${id} figura due volte in un elenco; toglierne uno.`,
      en: ({ id }) => `Damage ${id} is in one list twice; remove one of them.`,
    },
    damage_repaired_but_there: {
      de: ({ id }) => `Der Schaden ${id} gilt als repariert und ist doch noch da; bitte eines davon ändern.`,
      fr: ({ id }) => `Le dommage ${id} est dit réparé mais il est toujours là ; corrigez l’un des deux.`,
      it: ({ id }) => `Il danno ${id} risulta riparato ma c’è ancora; correggere uno dei due.`,
      en: ({ id }) => `Damage ${id} is said to be repaired and is still there; correct one of the two.`,
    },
    damage_repaired_unknown: {
      de: ({ id }) => `Der reparierte Schaden ${id} war vorher nicht verzeichnet; bitte die Auswahl prüfen.`,
      fr: ({ id }) => `Le dommage réparé ${id} n’était pas enregistré auparavant ; vérifiez le choix.`,
      it: ({ id }) => `Il danno riparato ${id} prima non era registrato; controllare la scelta.`,
      en: ({ id }) => `The repaired damage ${id} was not on record before; check the selection.`,
    },
    not_out_and_in: said(
      'Verglichen werden eine Übergabe und eine Rücknahme, in dieser Reihenfolge.',
      'On compare une remise et un retour, dans cet ordre.',
      'Si confrontano una consegna e una riconsegna, in quest’ordine.',
      'A check-out and a check-in are compared, in this order.',
    ),
    other_contract: said(
      'Die beiden Protokolle gehören zu verschiedenen Verträgen; bitte das richtige wählen.',
      'Les deux constats concernent des contrats différents ; choisissez le bon.',
      'I due verbali riguardano contratti diversi; scegliere quello giusto.',
      'The two reports belong to different contracts; choose the right one.',
    ),
    other_vehicle: said(
      'Die beiden Protokolle gehören zu verschiedenen Fahrzeugen; bitte das richtige wählen.',
      'Les deux constats concernent des véhicules différents ; choisissez le bon.',
      'I due verbali riguardano veicoli diversi; scegliere quello giusto.',
      'The two reports belong to different vehicles; choose the right one.',
    ),
    return_before_check_out: {
      de: (facts) =>
        `Die Rücknahme (${formatInstant(facts.in)}) liegt vor der Übergabe (${formatInstant(facts.out)}); bitte die Zeit prüfen.`,
      fr: (facts) =>
        `Le retour (${formatInstant(facts.in)}) précède la remise (${formatInstant(facts.out)}) ; vérifiez l’heure.`,
      it: (facts) =>
        `La riconsegna (${formatInstant(facts.in)}) precede la consegna (${formatInstant(facts.out)}); controllare l’ora.`,
      en: (facts) =>
        `The return (${formatInstant(facts.in)}) lies before the check-out (${formatInstant(facts.out)}); check the time.`,
    },
  };
