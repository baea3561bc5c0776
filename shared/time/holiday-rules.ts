/**
 * The public holidays of the 26 cantons, as dated rules.
 *
 * Sources: [BV] federal constitution, art. 110(3), 1 August on a par with Sundays; [ArG] labour act, art. 20a: up to
 * eight more days a canton may put on a par with Sundays; [BJ] the Federal Office of Justice's list "Gesetzliche
 * Feiertage und Tage, die in der Schweiz wie gesetzliche Feiertage behandelt werden" (for Swiss time limits); [KT] the
 * canton's own act on rest days.
 *
 * Held in November 2026 against date-holidays 3.37 for 2024 to 2030, and where the two differed against the cantons' own
 * pages and laws: AI (Ruhetagsgesetz art. 2: 8 December and St Maurice are rest days, and 26 December is none when three
 * would follow each other), AR (the same for 26 December), GL (first Thursday of April, a week later in Holy Week), VS
 * (vs.ch: neither Good Friday nor Easter Monday, Whit Monday or 26 December), NE (2 January and 26 December only after a
 * Sunday; Corpus Christi in two communes only, so not here), LU (feiertagskalender.ch: 26 December on a par with Sundays),
 * 1 May (eight cantons). There date-holidays has it otherwise and is not followed. Not confirmed by a second source: 26
 * December in UR, and the communal days of AG, FR, GR, LU, SO.
 *
 * `uncertain` names cantons in which the day is customary, holds in some districts or communes only, or which our
 * sources put differently: it is counted there, but a company should look at it once (`holidaysOf` says so).
 * Sundays that are high feasts (Easter, Whitsun, the Federal Day of Thanksgiving) are Sundays and not repeated here.
 */
export const cantons = [
  'ZH',
  'BE',
  'LU',
  'UR',
  'SZ',
  'OW',
  'NW',
  'GL',
  'ZG',
  'FR',
  'SO',
  'BS',
  'BL',
  'SH',
  'AR',
  'AI',
  'SG',
  'GR',
  'AG',
  'TG',
  'TI',
  'VD',
  'VS',
  'NE',
  'GE',
  'JU',
] as const;

export type Canton = (typeof cantons)[number];

export type HolidayDate =
  | { readonly at: 'date'; readonly month: number; readonly day: number }
  /** Days after Easter Sunday. */
  | { readonly at: 'easter'; readonly days: number }
  /** The nth such weekday (1 Monday … 7 Sunday) of a month, plus some days. */
  | {
      readonly at: 'weekday';
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      readonly plusDays: number;
    }
  /** First Thursday of April; a week later when that is Maundy Thursday. */
  | { readonly at: 'fahrtsfest' }
  /** The third Monday of April; a week earlier when that is in Holy Week, a week later when it is Easter Monday. */
  | { readonly at: 'sechselaeuten' };

export interface HolidayRule {
  readonly id: string;
  readonly date: HolidayDate;
  /** Cantons, or all of them. */
  readonly in: string;
  readonly uncertain?: string;
  readonly kind: 'holiday' | 'half_day';
  readonly source: 'BV' | 'ArG' | 'BJ' | 'KT';
  readonly sinceYear?: number;
  /** Only in these cantons, and not when it would fall on one of these weekdays (1 Monday … 7 Sunday). */
  readonly notOn?: Readonly<Record<string, readonly number[]>>;
  /** In these cantons on one of these weekdays only. */
  readonly onlyOn?: Readonly<Record<string, readonly number[]>>;
  readonly names: readonly [de: string, fr: string, it: string, en: string];
}

const all = cantons.join(' ');
const protestantAndMixed = 'ZH BE GL BS BL SH AR AI SG GR TG TI VD GE JU UR SZ';
const catholic = 'LU UR SZ OW NW ZG FR SO AI TI VS JU';
const date = (month: number, day: number): HolidayDate => ({ at: 'date', month, day });
const easter = (days: number): HolidayDate => ({ at: 'easter', days });

export const holidayRules: readonly HolidayRule[] = [
  {
    id: 'new_year',
    date: date(1, 1),
    in: all,
    kind: 'holiday',
    source: 'BJ',
    names: ['Neujahr', 'Nouvel An', 'Capodanno', 'New Year'],
  },
  {
    id: 'berchtold',
    date: date(1, 2),
    kind: 'holiday',
    source: 'BJ',
    in: 'BE TG VD JU AG GL LU OW SH SO ZG FR ZH NE',
    uncertain: 'AG GL LU OW SH SO ZG FR ZH',
    // When New Year is a Sunday.
    onlyOn: { NE: [1] },
    names: ['Berchtoldstag', '2 janvier', 'San Bertoldo', 'Berchtold’s Day'],
  },
  {
    id: 'epiphany',
    date: date(1, 6),
    in: 'UR SZ TI',
    kind: 'holiday',
    source: 'BJ',
    names: ['Dreikönigstag', 'Épiphanie', 'Epifania', 'Epiphany'],
  },
  {
    id: 'republic_neuchatel',
    date: date(3, 1),
    in: 'NE',
    kind: 'holiday',
    source: 'KT',
    names: [
      'Tag der Ausrufung der Republik',
      'Instauration de la République',
      'Proclamazione della Repubblica',
      'Republic Day of Neuchâtel',
    ],
  },
  {
    id: 'joseph',
    date: date(3, 19),
    kind: 'holiday',
    source: 'BJ',
    in: 'UR SZ NW TI VS LU',
    uncertain: 'LU',
    names: ['Josefstag', 'Saint-Joseph', 'San Giuseppe', 'Saint Joseph'],
  },
  {
    id: 'good_friday',
    date: easter(-2),
    kind: 'holiday',
    source: 'BJ',
    in: all.replace('TI ', '').replace('VS ', ''),
    uncertain: 'GR',
    names: ['Karfreitag', 'Vendredi saint', 'Venerdì santo', 'Good Friday'],
  },
  {
    id: 'easter_monday',
    date: easter(1),
    kind: 'holiday',
    source: 'BJ',
    in: `${protestantAndMixed} LU OW NW ZG FR SO AG`,
    uncertain: 'LU OW NW ZG FR SO AG',
    names: ['Ostermontag', 'Lundi de Pâques', 'Lunedì di Pasqua', 'Easter Monday'],
  },
  {
    id: 'fahrtsfest',
    date: { at: 'fahrtsfest' },
    in: 'GL',
    kind: 'holiday',
    source: 'KT',
    names: ['Näfelser Fahrt', 'Commémoration de Näfels', 'Commemorazione di Näfels', 'Näfels Commemoration'],
  },
  {
    id: 'sechselaeuten',
    date: { at: 'sechselaeuten' },
    in: 'ZH',
    kind: 'half_day',
    source: 'KT',
    names: ['Sechseläuten', 'Sechseläuten', 'Sechseläuten', 'Sechseläuten'],
  },
  {
    id: 'labour_day',
    date: date(5, 1),
    kind: 'holiday',
    source: 'BJ',
    in: 'ZH BS BL SH TG TI NE JU',
    names: ['Tag der Arbeit', 'Fête du travail', 'Festa del lavoro', 'Labour Day'],
  },
  {
    id: 'labour_day_half',
    date: date(5, 1),
    in: 'SO AG FR',
    kind: 'half_day',
    source: 'KT',
    uncertain: 'AG FR',
    names: ['Tag der Arbeit', 'Fête du travail', 'Festa del lavoro', 'Labour Day'],
  },
  {
    id: 'ascension',
    date: easter(39),
    in: all,
    kind: 'holiday',
    source: 'BJ',
    names: ['Auffahrt', 'Ascension', 'Ascensione', 'Ascension Day'],
  },
  {
    id: 'whit_monday',
    date: easter(50),
    kind: 'holiday',
    source: 'BJ',
    in: `${protestantAndMixed} LU OW NW ZG FR SO AG`,
    uncertain: 'LU OW NW ZG FR SO AG',
    names: ['Pfingstmontag', 'Lundi de Pentecôte', 'Lunedì di Pentecoste', 'Whit Monday'],
  },
  {
    id: 'corpus_christi',
    date: easter(60),
    in: `${catholic} AG`,
    kind: 'holiday',
    source: 'BJ',
    uncertain: 'AG',
    names: ['Fronleichnam', 'Fête-Dieu', 'Corpus Domini', 'Corpus Christi'],
  },
  {
    id: 'plebiscite_jura',
    date: date(6, 23),
    in: 'JU',
    kind: 'holiday',
    source: 'KT',
    names: [
      'Fest der Unabhängigkeit',
      'Commémoration du plébiscite',
      'Commemorazione del plebiscito',
      'Plebiscite Day of Jura',
    ],
  },
  {
    id: 'peter_and_paul',
    date: date(6, 29),
    in: 'TI',
    kind: 'holiday',
    source: 'KT',
    names: ['Peter und Paul', 'Saints Pierre et Paul', 'Santi Pietro e Paolo', 'Saints Peter and Paul'],
  },
  {
    id: 'national_day',
    date: date(8, 1),
    in: all,
    kind: 'holiday',
    source: 'BV',
    sinceYear: 1994,
    names: ['Bundesfeier', 'Fête nationale', 'Festa nazionale', 'Swiss National Day'],
  },
  {
    id: 'assumption',
    date: date(8, 15),
    in: `${catholic} AG`,
    kind: 'holiday',
    source: 'BJ',
    uncertain: 'AG',
    names: ['Mariä Himmelfahrt', 'Assomption', 'Assunzione', 'Assumption'],
  },
  {
    id: 'geneva_fast',
    date: { at: 'weekday', month: 9, weekday: 7, nth: 1, plusDays: 4 },
    in: 'GE',
    kind: 'holiday',
    source: 'KT',
    names: ['Genfer Bettag', 'Jeûne genevois', 'Digiuno ginevrino', 'Geneva Fast'],
  },
  {
    id: 'knabenschiessen',
    date: { at: 'weekday', month: 9, weekday: 7, nth: 2, plusDays: 1 },
    in: 'ZH',
    kind: 'half_day',
    source: 'KT',
    names: ['Knabenschiessen', 'Knabenschiessen', 'Knabenschiessen', 'Knabenschiessen'],
  },
  {
    id: 'fast_monday',
    date: { at: 'weekday', month: 9, weekday: 7, nth: 3, plusDays: 1 },
    in: 'VD',
    kind: 'holiday',
    source: 'KT',
    names: ['Bettagsmontag', 'Lundi du Jeûne fédéral', 'Lunedì del Digiuno federale', 'Federal Fast Monday'],
  },
  {
    id: 'maurice',
    date: date(9, 22),
    in: 'AI',
    uncertain: 'AI',
    kind: 'holiday',
    source: 'KT',
    names: ['Mauritiustag', 'Saint-Maurice', 'San Maurizio', 'Saint Maurice'],
  },
  {
    id: 'brother_klaus',
    date: date(9, 25),
    in: 'OW',
    kind: 'holiday',
    source: 'KT',
    names: ['Bruderklausenfest', 'Saint-Nicolas de Flüe', 'San Nicolao della Flüe', 'Saint Nicholas of Flüe'],
  },
  {
    id: 'all_saints',
    date: date(11, 1),
    in: `${catholic} GL SG AG`,
    kind: 'holiday',
    source: 'BJ',
    uncertain: 'AG',
    names: ['Allerheiligen', 'Toussaint', 'Ognissanti', 'All Saints’ Day'],
  },
  {
    id: 'immaculate',
    date: date(12, 8),
    kind: 'holiday',
    source: 'BJ',
    in: 'LU UR SZ OW NW ZG FR AI TI VS AG',
    uncertain: 'AG',
    names: ['Mariä Empfängnis', 'Immaculée Conception', 'Immacolata', 'Immaculate Conception'],
  },
  {
    id: 'christmas',
    date: date(12, 25),
    in: all,
    kind: 'holiday',
    source: 'BJ',
    names: ['Weihnachten', 'Noël', 'Natale', 'Christmas Day'],
  },
  {
    id: 'stephen',
    date: date(12, 26),
    kind: 'holiday',
    source: 'BJ',
    in: 'ZH BE LU UR SZ OW NW GL ZG FR SO BS BL SH AR AI SG GR AG TG TI NE',
    uncertain: 'UR OW NW ZG FR SO AR AI AG',
    // Not when three days of rest would follow each other: Christmas on a Monday or a Friday.
    notOn: { UR: [2, 6], AR: [2, 6], AI: [2, 6] },
    // When Christmas is a Sunday.
    onlyOn: { NE: [1] },
    names: ['Stephanstag', 'Saint-Étienne', 'Santo Stefano', 'Saint Stephen’s Day'],
  },
  {
    id: 'restoration_geneva',
    date: date(12, 31),
    in: 'GE',
    kind: 'holiday',
    source: 'KT',
    names: [
      'Wiederherstellung der Republik',
      'Restauration de la République',
      'Restaurazione della Repubblica',
      'Restoration of the Republic',
    ],
  },
];
