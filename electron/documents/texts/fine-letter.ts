import type { PaperLanguage } from '#shared/parties/paper-fields.ts';

/** Every word on the two letters about a fine. A key that a language lacks does not compile. */
export interface FineLetterTexts {
  readonly title: string;
  readonly date: string;
  readonly ourReference: string;
  readonly yourReference: string;
  readonly contact: string;
  readonly salutation: string;
  readonly because: Readonly<Record<'driver' | 'renter', string>>;
  readonly offence: string;
  readonly reported: string;
  readonly plate: string;
  readonly vehicle: string;
  readonly time: string;
  readonly place: string;
  readonly what: string;
  readonly named: Readonly<Record<'driver' | 'renter', string>>;
  readonly name: string;
  readonly address: string;
  readonly born: string;
  readonly licence: string;
  readonly rental: string;
  readonly contract: string;
  readonly handedOver: string;
  readonly returned: string;
  readonly stillOut: string;
  readonly request: string;
  readonly greeting: string;
  readonly signature: string;
  readonly enclosures: (count: number) => string;
  readonly notice: {
    readonly title: string;
    readonly salutation: string;
    readonly authority: string;
    readonly reference: string;
    readonly reported: string;
    /** The renter was named, or, with `driver`, somebody who drove for them. */
    readonly told: (day: string, driver: string | null) => string;
    readonly next: string;
    readonly handling: string;
    readonly fee: string;
    readonly invoice: string;
    readonly invoiceFollows: string;
  };
}

const de: FineLetterTexts = {
  title: 'Lenkerangabe',
  date: 'Datum',
  ourReference: 'Unser Zeichen',
  yourReference: 'Ihr Zeichen',
  contact: 'Kontakt',
  salutation: 'Sehr geehrte Damen und Herren',
  because: {
    driver:
      'Sie haben uns als Halterin des unten genannten Fahrzeugs eine Widerhandlung gemeldet. Zu dieser Zeit war es vermietet. Nach Art.\u00a07\u00a0Abs.\u00a04 des Ordnungsbussengesetzes (OBG, SR\u00a0314.1) nennen wir Ihnen die Person, die es nach unseren Unterlagen gelenkt hat.',
    renter:
      'Sie haben uns als Halterin des unten genannten Fahrzeugs eine Widerhandlung gemeldet. Zu dieser Zeit war es vermietet. Wer von mehreren Berechtigten es gelenkt hat, wissen wir nicht; wir nennen Ihnen nach Art.\u00a07\u00a0Abs.\u00a04 des Ordnungsbussengesetzes (OBG, SR\u00a0314.1), wer es gemietet hatte.',
  },
  offence: 'Widerhandlung',
  reported: 'Ihr Schreiben vom',
  plate: 'Kontrollschild',
  vehicle: 'Fahrzeug',
  time: 'Zeit',
  place: 'Ort',
  what: 'Tatbestand',
  named: { driver: 'Lenkerin oder Lenker', renter: 'Mieterin oder Mieter' },
  name: 'Name',
  address: 'Adresse',
  born: 'Geboren am',
  licence: 'Führerausweis Nr.',
  rental: 'Miete',
  contract: 'Mietvertrag',
  handedOver: 'Übergeben',
  returned: 'Zurückgegeben',
  stillOut: 'noch nicht',
  request: 'Wir bitten Sie, das Verfahren gegen die genannte Person weiterzuführen. Danke.',
  greeting: 'Freundliche Grüsse',
  signature: 'Unterschrift',
  enclosures: (count) => (count === 1 ? 'Beilage' : 'Beilagen'),
  notice: {
    title: 'Busse während Ihrer Miete',
    salutation: 'Sehr geehrte Kundin, sehr geehrter Kunde',
    authority: 'Behörde',
    reference: 'Zeichen der Behörde',
    reported: 'Schreiben vom',
    told: (day, driver) =>
      `Uns wurde als Halterin des unten genannten Fahrzeugs eine Widerhandlung gemeldet, die in Ihre Mietzeit fällt. Am ${day} haben wir der Behörde ${driver === null ? 'Ihren Namen und Ihre Adresse' : `Namen und Adresse von ${driver}`} genannt (Art.\u00a07\u00a0Abs.\u00a04 OBG).`,
    next: 'Die Busse kommt direkt von der Behörde; bitte bezahlen Sie sie nur dort. Ist die Angabe falsch, melden Sie sich bitte sofort bei uns.',
    handling: 'Bearbeitung nach Mietvertrag',
    fee: 'Gebühr',
    invoice: 'Rechnung',
    invoiceFollows: 'folgt',
  },
};

const fr: FineLetterTexts = {
  title: 'Identité du conducteur',
  date: 'Date',
  ourReference: 'Notre référence',
  yourReference: 'Votre référence',
  contact: 'Contact',
  salutation: 'Madame, Monsieur,',
  because: {
    driver:
      'Vous nous avez signalé une infraction en notre qualité de détentrice du véhicule ci-dessous. À ce moment, il était loué. Conformément à l’art.\u00a07,\u00a0al.\u00a04, de la loi sur les amendes d’ordre (LAO, RS\u00a0314.1), nous vous indiquons l’identité de la personne qui, selon nos documents, le conduisait.',
    renter:
      'Vous nous avez signalé une infraction en notre qualité de détentrice du véhicule ci-dessous. À ce moment, il était loué. Nous ignorons laquelle des personnes autorisées conduisait ; conformément à l’art.\u00a07,\u00a0al.\u00a04, de la loi sur les amendes d’ordre (LAO, RS\u00a0314.1), nous vous indiquons l’identité de la personne qui l’avait loué.',
  },
  offence: 'Infraction',
  reported: 'Votre lettre du',
  plate: 'Plaque',
  vehicle: 'Véhicule',
  time: 'Date et heure',
  place: 'Lieu',
  what: 'Faits',
  named: { driver: 'Conductrice ou conducteur', renter: 'Locataire' },
  name: 'Nom',
  address: 'Adresse',
  born: 'Date de naissance',
  licence: 'Permis de conduire n°',
  rental: 'Location',
  contract: 'Contrat de location',
  handedOver: 'Remis',
  returned: 'Restitué',
  stillOut: 'pas encore',
  request: 'Nous vous prions de poursuivre la procédure contre la personne indiquée et vous en remercions.',
  greeting: 'Meilleures salutations',
  signature: 'Signature',
  enclosures: (count) => (count === 1 ? 'Annexe' : 'Annexes'),
  notice: {
    title: 'Amende pendant votre location',
    salutation: 'Chère cliente, cher client,',
    authority: 'Autorité',
    reference: 'Référence de l’autorité',
    reported: 'Lettre du',
    told: (day, driver) =>
      `En notre qualité de détentrice du véhicule ci-dessous, nous avons été informés d’une infraction commise pendant votre location. Le ${day}, nous avons communiqué à l’autorité ${driver === null ? 'votre nom et votre adresse' : `le nom et l’adresse de ${driver}`} (art.\u00a07,\u00a0al.\u00a04, LAO).`,
    next: 'L’amende vous parviendra directement de l’autorité ; veuillez la payer uniquement à celle-ci. Si l’indication est fausse, veuillez nous en informer sans tarder.',
    handling: 'Traitement selon le contrat de location',
    fee: 'Frais',
    invoice: 'Facture',
    invoiceFollows: 'suivra',
  },
};

const it: FineLetterTexts = {
  title: 'Indicazione del conducente',
  date: 'Data',
  ourReference: 'Nostro riferimento',
  yourReference: 'Vostro riferimento',
  contact: 'Contatto',
  salutation: 'Gentili signore, egregi signori,',
  because: {
    driver:
      'Ci avete segnalato un’infrazione nella nostra qualità di detentrice del veicolo qui indicato. In quel momento il veicolo era noleggiato. Secondo l’art.\u00a07\u00a0cpv.\u00a04 della legge sulle multe disciplinari (LMD, RS\u00a0314.1) vi comunichiamo le generalità della persona che, in base ai nostri documenti, lo guidava.',
    renter:
      'Ci avete segnalato un’infrazione nella nostra qualità di detentrice del veicolo qui indicato. In quel momento il veicolo era noleggiato. Non sappiamo quale delle persone autorizzate lo guidasse; secondo l’art.\u00a07\u00a0cpv.\u00a04 della legge sulle multe disciplinari (LMD, RS\u00a0314.1) vi comunichiamo le generalità della persona che lo aveva noleggiato.',
  },
  offence: 'Infrazione',
  reported: 'Vostra lettera del',
  plate: 'Targa',
  vehicle: 'Veicolo',
  time: 'Data e ora',
  place: 'Luogo',
  what: 'Fatti',
  named: { driver: 'Conducente', renter: 'Locatario o locataria' },
  name: 'Nome',
  address: 'Indirizzo',
  born: 'Data di nascita',
  licence: 'Licenza di condurre n.',
  rental: 'Noleggio',
  contract: 'Contratto di noleggio',
  handedOver: 'Consegnato',
  returned: 'Riconsegnato',
  stillOut: 'non ancora',
  request: 'Vi preghiamo di proseguire la procedura contro la persona indicata e vi ringraziamo.',
  greeting: 'Cordiali saluti',
  signature: 'Firma',
  enclosures: (count) => (count === 1 ? 'Allegato' : 'Allegati'),
  notice: {
    title: 'Multa durante il vostro noleggio',
    salutation: 'Gentile cliente,',
    authority: 'Autorità',
    reference: 'Riferimento dell’autorità',
    reported: 'Lettera del',
    told: (day, driver) =>
      `Quale detentrice del veicolo qui indicato siamo stati informati di un’infrazione commessa durante il vostro noleggio. Il ${day} abbiamo comunicato all’autorità ${driver === null ? 'il vostro nome e il vostro indirizzo' : `il nome e l’indirizzo di ${driver}`} (art.\u00a07\u00a0cpv.\u00a04 LMD).`,
    next: 'La multa arriverà direttamente dall’autorità; vi preghiamo di pagarla solo a quest’ultima. Se l’indicazione è errata, vi preghiamo di informarci subito.',
    handling: 'Gestione secondo il contratto di noleggio',
    fee: 'Spese',
    invoice: 'Fattura',
    invoiceFollows: 'seguirà',
  },
};

const en: FineLetterTexts = {
  title: 'Naming of the driver',
  date: 'Date',
  ourReference: 'Our reference',
  yourReference: 'Your reference',
  contact: 'Contact',
  salutation: 'Dear Sir or Madam,',
  because: {
    driver:
      'You reported an offence to us as holder of the vehicle named below. It was rented out at that time. Under art.\u00a07(4) of the Fixed Penalties Act (OBG, SR\u00a0314.1) we name to you the person who, according to our records, was driving it.',
    renter:
      'You reported an offence to us as holder of the vehicle named below. It was rented out at that time. We do not know which of the persons entitled was driving; under art.\u00a07(4) of the Fixed Penalties Act (OBG, SR\u00a0314.1) we name to you who had rented it.',
  },
  offence: 'Offence',
  reported: 'Your letter of',
  plate: 'Plate',
  vehicle: 'Vehicle',
  time: 'Date and time',
  place: 'Place',
  what: 'Facts',
  named: { driver: 'Driver', renter: 'Renter' },
  name: 'Name',
  address: 'Address',
  born: 'Date of birth',
  licence: 'Driving licence no.',
  rental: 'Rental',
  contract: 'Rental agreement',
  handedOver: 'Handed over',
  returned: 'Returned',
  stillOut: 'not yet',
  request: 'Please continue the proceedings against the person named. Thank you.',
  greeting: 'Kind regards',
  signature: 'Signature',
  enclosures: (count) => (count === 1 ? 'Enclosure' : 'Enclosures'),
  notice: {
    title: 'Fine during your rental',
    salutation: 'Dear customer,',
    authority: 'Authority',
    reference: 'Authority’s reference',
    reported: 'Letter of',
    told: (day, driver) =>
      `As holder of the vehicle named below, we were told of an offence during your rental. On ${day} we gave the authority ${driver === null ? 'your name and address' : `the name and address of ${driver}`} (art.\u00a07(4) OBG).`,
    next: 'The fine will come directly from the authority; please pay it only there. If what we said is wrong, please tell us at once.',
    handling: 'Handling under the rental agreement',
    fee: 'Fee',
    invoice: 'Invoice',
    invoiceFollows: 'will follow',
  },
};

export const fineLetterTexts: Readonly<Record<PaperLanguage, FineLetterTexts>> = { de, fr, it, en };
