import { demoId } from './demo-id.ts';

export interface DemoCustomer {
  readonly id: string;
  readonly kind: 'person' | 'company';
  readonly first_name: string;
  readonly last_name: string;
  readonly company_name: string;
  readonly street: string;
  readonly building_number: string;
  readonly postal_code: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
  readonly language: 'de' | 'fr' | 'it' | 'en';
  readonly born_on: string | null;
  readonly licence_number: string;
  readonly licence_category: string;
  readonly licence_since: string | null;
}

// first name, last name, street, number, postcode, town, language, born; a company has its name before "GmbH" or "AG".
const alpinaList = `
Anna;Meier;Langstrasse;114;8004;Zürich;de;1988-03-14
Beat;Müller;Badenerstrasse;371;8003;Zürich;de;1975-11-02
Claudia;Schmid;Seefeldstrasse;88;8008;Zürich;de;1990-07-21
Daniel;Keller;Schaffhauserstrasse;52;8006;Zürich;de;1969-01-30
Eva;Weber;Limmatstrasse;210;8005;Zürich;de;1995-09-09
Fabian;Huber;Birmensdorferstrasse;19;8004;Zürich;de;1983-05-17
Gabriela;Brunner;Universitätstrasse;46;8006;Zürich;de;1979-12-24
Hans;Baumann;Hofwiesenstrasse;155;8057;Zürich;de;1957-04-08
Isabelle;Frei;Albisriederstrasse;203;8047;Zürich;de;1992-02-29
Jan;Zimmermann;Wehntalerstrasse;330;8046;Zürich;de;1986-08-11
Karin;Moser;Marktgasse;12;8400;Winterthur;de;1981-10-05
Lukas;Widmer;Technikumstrasse;73;8400;Winterthur;de;1998-06-18
Monika;Graf;Bahnhofstrasse;27;8610;Uster;de;1973-03-03
Nico;Roth;Seestrasse;141;8810;Horgen;de;1994-01-12
Olivia;Lüthi;Dorfstrasse;8;8800;Thalwil;de;1989-11-27
Peter;Suter;Kirchgasse;5;8640;Rapperswil SG;de;1964-07-07
Rahel;Bühler;Zürcherstrasse;160;8500;Frauenfeld;de;1991-04-25
Stefan;Gerber;Spitalgasse;34;3011;Bern;de;1977-02-16
Tamara;Wyss;Länggassstrasse;21;3012;Bern;de;1996-12-01
Urs;Hofer;Freiburgstrasse;130;3008;Bern;de;1960-05-29
Vera;Bachmann;Steinenvorstadt;33;4051;Basel;de;1984-09-15
Walter;Kunz;Güterstrasse;189;4053;Basel;de;1955-08-20
Yvonne;Fischer;Pilatusstrasse;15;6003;Luzern;de;1987-06-06
Zeno;Arnold;Gotthardstrasse;61;6460;Altdorf UR;de;1993-03-19
Ursina;Caflisch;Obere Gasse;22;7000;Chur;de;1990-10-10
Gian-Andrea;Cadonau;Quaderstrasse;9;7000;Chur;de;1982-01-23
Seraina;Camenisch;Ringstrasse;146;7000;Chur;de;1999-05-05
Reto;Casutt;Via Principala;40;7130;Ilanz;de;1971-09-30
Flurina;Bezzola;Stradun;318;7550;Scuol;de;1985-12-13
Duri;Pinösch;Via Maistra;25;7500;St. Moritz;de;1978-04-04
Ladina;Tscharner;Promenade;66;7270;Davos Platz;de;1997-07-29
Curdin;Derungs;Poststrasse;11;7050;Arosa;de;1968-02-11
Corina;Hitz;Bahnhofstrasse;3;7302;Landquart;de;1980-11-18
Andri;Flütsch;Landstrasse;95;7250;Klosters;de;1994-08-02
Marie;Dubois;Rue de Bourg;18;1003;Lausanne;fr;1986-03-22
Julien;Favre;Avenue de Cour;47;1007;Lausanne;fr;1991-01-09
Sophie;Rochat;Rue du Rhône;62;1204;Genève;fr;1983-10-31
Nicolas;Jaquet;Rue de Lausanne;89;1202;Genève;fr;1974-06-14
Camille;Perret;Rue du Seyon;10;2000;Neuchâtel;fr;1998-04-17
Philippe;Blanc;Rue de Romont;29;1700;Fribourg;fr;1966-12-08
Élodie;Monnier;Rue du Simplon;37;1800;Vevey;fr;1989-05-20
Grégoire;Bonvin;Rue du Rhône;4;1950;Sion;fr;1995-02-02
Aurélie;Chappuis;Rue de la Plaine;51;1400;Yverdon-les-Bains;fr;1979-09-26
Thierry;Girardin;Rue de la Gare;16;2800;Delémont;fr;1962-07-13
Giulia;Bianchi;Via Nassa;31;6900;Lugano;it;1992-11-11
Luca;Rossi;Via Trevano;97;6900;Lugano;it;1987-08-28
Francesca;Ferrari;Viale Stazione;14;6500;Bellinzona;it;1981-01-19
Davide;Galli;Via alla Ramogna;7;6600;Locarno;it;1976-05-02
Martina;Pedrini;Via San Gottardo;120;6780;Airolo;it;1996-03-08
Paolo;Lardi;Via da la Pesa;18;7742;Poschiavo;it;1970-10-21
Emma;Thompson;Mühlebachstrasse;77;8008;Zürich;en;1988-12-30
Liam;O’Connor;Hardstrasse;201;8005;Zürich;en;1993-06-27
Priya;Nair;Riedtlistrasse;15;8006;Zürich;en;1990-09-03
Łukasz;Nováček;Altstetterstrasse;142;8048;Zürich;en;1985-04-12
;Gartenbau Tobler AG;Industriestrasse;24;8604;Volketswil;de;
;Schreinerei Nägeli GmbH;Zürichstrasse;58;8340;Hinwil;de;
;Rhätia Elektro AG;Kasernenstrasse;92;7007;Chur;de;
;Hotel Steinbock Betriebs AG;Hauptstrasse;41;7078;Lenzerheide;de;
;Lémanique Conseil SA;Avenue de la Gare;33;1003;Lausanne;fr;
;Studio Architetti Valsecchi SA;Via Cantonale;11;6900;Lugano;it;
`;

const lagoList = `
Alessandro;Bernasconi;Via Pessina;16;6900;Lugano;it;1984-02-14
Beatrice;Cattaneo;Via Zurigo;35;6900;Lugano;it;1991-06-30
Carlo;Fontana;Via Motta;22;6830;Chiasso;it;1968-09-12
Diana;Soldini;Via Lavizzari;8;6850;Mendrisio;it;1996-01-27
Enrico;Albisetti;Via Cantonale;54;6928;Manno;it;1977-11-05
Federica;Poretti;Via Besso;41;6900;Lugano;it;1989-04-18
Giorgio;Maspoli;Via Maggio;29;6900;Lugano;it;1959-08-08
Hanna;Burkhardt;Riva Caccia;3;6900;Lugano;de;1993-12-21
;Edilceresio SA;Via Industria;17;6934;Bioggio;it;
`;

/** 60 renters of Alpina: 54 people and 6 companies, in four languages. Invented; towns and postcodes are real. */
export const alpinaCustomers = parse(alpinaList, 'alpina');

/** The renters of Lago, whom nobody at Alpina may ever see. */
export const lagoCustomers = parse(lagoList, 'lago');

function parse(list: string, company: string): readonly DemoCustomer[] {
  return list
    .trim()
    .split('\n')
    .map((line, index) => {
      const fields = line.split(';');
      const isCompany = fields[0] === '';
      const [name = '', street = '', number = '', postcode = '', town = '', language = 'de', born = ''] =
        fields.slice(1);
      const key = `${isCompany ? '' : `${fields[0]} `}${name}`;
      return {
        id: demoId(`customer/${company}/${key}`),
        kind: isCompany ? 'company' : 'person',
        first_name: fields[0] ?? '',
        last_name: isCompany ? '' : name,
        company_name: isCompany ? name : '',
        street,
        building_number: number,
        postal_code: postcode,
        town,
        phone: `+4179555${String(1_000 + index).padStart(4, '0')}`,
        email: `${mailName(key)}@post.example`,
        language: isLanguage(language) ? language : 'de',
        born_on: isCompany ? null : born,
        licence_number: isCompany ? '' : String(100_482_000_000 + index * 7_919).slice(0, 12),
        licence_category: isCompany ? '' : 'B',
        licence_since: isCompany
          ? null
          : `${Number(born.slice(0, 4)) + 19}${born.slice(4).replace('-02-29', '-03-01')}`,
      };
    });
}

function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^\p{L} ]/gu, '')
    .replaceAll('Ł', 'L')
    .toLowerCase()
    .replaceAll(' ', '.');
}

function isLanguage(text: string): text is DemoCustomer['language'] {
  return text === 'de' || text === 'fr' || text === 'it' || text === 'en';
}
