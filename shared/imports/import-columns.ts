/** What a column of a file can be, of customers. */
export const customerColumns = [
  'kind',
  'firstName',
  'lastName',
  'fullName',
  'companyName',
  'street',
  'buildingNumber',
  'streetAndNumber',
  'postalCode',
  'town',
  'address',
  'country',
  'phone',
  'email',
  'language',
  'bornOn',
  'licenceNumber',
  'licenceCategory',
  'licenceSince',
  'licenceExpiresOn',
  'licenceCountry',
  'customerGroup',
  'note',
] as const;
export type CustomerColumn = (typeof customerColumns)[number];

/** What a column of a file can be, of vehicles. */
export const fleetColumns = [
  'vin',
  'plate',
  'make',
  'model',
  'colour',
  'energy',
  'category',
  'branch',
  'odometer',
  'parkingPlace',
] as const;
export type FleetColumn = (typeof fleetColumns)[number];

export type ImportColumn = CustomerColumn | FleetColumn;

/** Which column of the file is what; null for one that is not read. One thing is read from one column. */
export type Mapping<Column extends ImportColumn> = readonly (Column | null)[];

/** Heads as programs and people write them in German, French, Italian and English; without accents, spaces and signs. */
const names: Readonly<Record<ImportColumn, string>> = {
  kind: 'art typ kundentyp type genre tipo kind',
  firstName: 'vorname prenom nome firstname givenname',
  lastName: 'nachname familienname nom nomdefamille cognome lastname surname familyname',
  fullName: 'name kunde vornamename namevorname nomprenom nomecognome fullname customer client cliente',
  companyName:
    'firma firmenname unternehmen entreprise societe raisonsociale ditta azienda ragionesociale company companyname',
  street: 'strasse rue via street',
  buildingNumber: 'nr hausnummer hausnr numero no num numerocivico housenumber buildingnumber',
  streetAndNumber:
    'strassenr strasseundnr strassehausnummer ruenumero rueetnumero viaenumero vianumero streetandnumber addressline1 adresszeile1',
  postalCode: 'plz postleitzahl npa codepostal cap zip zipcode postcode postalcode',
  town: 'ort stadt wohnort localite ville lieu localita citta luogo town city',
  address: 'adresse anschrift indirizzo address',
  country: 'land pays paese country',
  phone: 'telefon tel mobile handy natel telephone telefono cellulare phone phonenumber',
  email: 'email mail courriel emailadresse emailaddress',
  language: 'sprache langue lingua language',
  bornOn:
    'geburtsdatum geboren geburtstag datedenaissance naissance datadinascita nascita dateofbirth birthdate born',
  licenceNumber:
    'fuhrerausweis fuhrerausweisnr ausweisnr fuhrerscheinnr fuhrerschein permis permisdeconduire numerodepermis nopermis patente licenzadicondurre numeropatente licence licencenumber license licensenumber drivinglicence',
  licenceCategory:
    'ausweiskategorie fuhrerausweiskategorie categoriepermis categoriedepermis categoriapatente licencecategory licensecategory',
  licenceSince:
    'ausgestelltam fuhrerausweisseit ausweisseit delivrele permisdepuis rilasciatail patentedal licencesince licenseissued licenceissued',
  licenceExpiresOn:
    'gultigbis ausweisgultigbis valablejusquau validafinoal licenceexpires licenseexpires validuntil',
  licenceCountry: 'ausweisland landdesausweises paysdupermis paesedellapatente licencecountry licensecountry',
  customerGroup: 'gruppe kundengruppe groupe groupedeclients gruppo gruppodiclienti group customergroup',
  note: 'notiz bemerkung bemerkungen note remarque remarques nota osservazioni notes remark comment',
  vin: 'vin fahrgestellnummer fahrgestellnr chassisnummer nochassis nchassis numerodechassis telaio numeroditelaio chassisnumber',
  plate:
    'kennzeichen kontrollschild nummernschild schild plaque immatriculation targa plate licenseplate licenceplate registration',
  make: 'marke hersteller marque marca make manufacturer brand',
  model: 'modell modele modello model',
  colour: 'farbe couleur colore colour color',
  energy: 'antrieb treibstoff kraftstoff energie carburant alimentazione carburante energia energy fuel',
  category: 'kategorie klasse fahrzeugkategorie categorie classe categoria category class',
  branch: 'filiale standort station succursale agence agenzia sede branch location',
  odometer: 'kilometer kilometerstand km kilometres kilometrage chilometri chilometraggio odometer mileage',
  parkingPlace: 'platz parkplatz stellplatz place placedeparc posto posteggio parking parkingplace space',
};

const known = new Map(
  Object.entries(names).flatMap(([column, words]) => words.split(' ').map((word) => [word, column] as const)),
);

/** `Führerausweis-Nr.` is `fuhrerausweisnr`. */
function plain(head: string): string {
  return head
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Guesses what each column is by its head. What is found twice is taken the first time. */
export function guessMapping<Column extends ImportColumn>(
  head: readonly string[],
  columns: readonly Column[],
): Mapping<Column> {
  const taken = new Set<Column>();
  const guesses = head.map((name) => {
    const column = columnOf(plain(name), columns);
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
  // Beside a first name, `Name` is the family name; `Nom` alone is the whole.
  const at = (column: string): number => guesses.findIndex((one) => one === column);
  return guesses.map((guess, index) => {
    if (guess === 'fullName' && at('firstName') >= 0 && at('lastName') < 0) return 'lastName' as Column;
    if (guess === 'address' && at('postalCode') >= 0 && index === at('address'))
      return 'streetAndNumber' as Column;
    return guess;
  });
}

function columnOf<Column extends ImportColumn>(name: string, columns: readonly Column[]): Column | null {
  const found = known.get(name);
  const exact = columns.find((column) => column === found || column.toLowerCase() === name);
  return exact ?? null;
}

/** Chooses what a column is; what another column was so far, it no longer is. */
export function changeMapping<Column extends ImportColumn>(
  mapping: Mapping<Column>,
  index: number,
  column: Column | null,
): Mapping<Column> {
  return mapping.map((one, at) => (at === index ? column : one === column ? null : one));
}

/** The cell of a row that is that thing; empty where no column is. */
export function cellOf<Column extends ImportColumn>(
  mapping: Mapping<Column>,
  cells: readonly string[],
  column: Column,
): string {
  const index = mapping.indexOf(column);
  return index < 0 ? '' : (cells[index] ?? '');
}
