import { vehicleFaultTexts } from '../fleet/vehicle-refusal-texts.ts';
import { phoneRefusalTexts, splitAddressRefusalTexts } from '../parties/refusal-texts.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { ImportFault } from './outcome.ts';
import type { CsvRefusal } from './read-csv.ts';

export const csvRefusalTexts: RefusalTexts<CsvRefusal> = {
  csv_empty: said(
    'In dieser Datei stehen keine Zeilen; sie braucht Spaltentitel und darunter mindestens eine Zeile.',
    'Ce fichier ne contient aucune ligne\u202f; il lui faut des titres de colonnes et au moins une ligne.',
    'Questo file non contiene righe; servono i titoli delle colonne e almeno una riga.',
    'There are no rows in this file; it needs column heads and at least one row below.',
  ),
  csv_binary: said(
    'Das ist keine Textdatei; bitte die Tabelle als CSV speichern und nochmals wählen.',
    'Ce n’est pas un fichier texte\u202f; veuillez enregistrer le tableau en CSV et le choisir à nouveau.',
    'Non è un file di testo; salvare la tabella come CSV e sceglierla di nuovo.',
    'This is no text file; please save the table as CSV and choose it again.',
  ),
  csv_too_large: {
    de: ({ limit }) => `Die Datei ist zu gross; höchstens ${megabytes(limit)} MB auf einmal.`,
    fr: ({ limit }) => `Le fichier est trop grand\u202f; ${megabytes(limit)} Mo au plus à la fois.`,
    it: ({ limit }) => `Il file è troppo grande; al massimo ${megabytes(limit)} MB alla volta.`,
    en: ({ limit }) => `The file is too large; at most ${megabytes(limit)} MB at a time.`,
  },
  csv_too_many_rows: {
    de: ({ limit }) => `Die Datei hat zu viele Zeilen; höchstens ${limit} auf einmal, bitte aufteilen.`,
    fr: ({ limit }) => `Le fichier a trop de lignes\u202f; ${limit} au plus à la fois, veuillez le partager.`,
    it: ({ limit }) => `Il file ha troppe righe; al massimo ${limit} alla volta, si prega di dividerlo.`,
    en: ({ limit }) => `The file has too many rows; at most ${limit} at a time, please split it.`,
  },
  csv_quotes: {
    de: ({ line }) => `In Zeile ${line} ist ein Anführungszeichen offen; bitte dort berichtigen.`,
    fr: ({ line }) => `À la ligne ${line}, un guillemet n’est pas fermé\u202f; veuillez le corriger.`,
    it: ({ line }) => `Alla riga ${line} le virgolette non sono chiuse; si prega di correggere.`,
    en: ({ line }) => `In line ${line} a quotation mark is not closed; please correct it there.`,
  },
};

export const importFaultTexts: RefusalTexts<ImportFault> = {
  ...vehicleFaultTexts,
  ...phoneRefusalTexts,
  ...splitAddressRefusalTexts,
  import_required: said(
    'Das fehlt in der Datei.',
    'Cela manque dans le fichier.',
    'Manca nel file.',
    'This is missing in the file.',
  ),
  import_too_long: said('Das ist zu lang.', 'C’est trop long.', 'È troppo lungo.', 'This is too long.'),
  import_characters: said(
    'Ein Zeichen davon lässt sich nicht drucken.',
    'Un de ces caractères ne peut pas être imprimé.',
    'Uno di questi caratteri non si può stampare.',
    'One of its characters cannot be printed.',
  ),
  import_country: said(
    'Dieses Land kennen wir nicht; bitte zwei Buchstaben wie CH.',
    'Ce pays est inconnu\u202f; deux lettres, comme CH.',
    'Questo Paese non è noto; due lettere, come CH.',
    'This country is not known; please two letters, such as CH.',
  ),
  import_day: said(
    'Das ist kein Datum wie 24.12.1990, oder es passt nicht zu den anderen.',
    'Ce n’est pas une date comme 24.12.1990, ou elle ne va pas avec les autres.',
    'Non è una data come 24.12.1990, o non va con le altre.',
    'This is no date like 24.12.1990, or it does not fit the others.',
  ),
  import_email: said(
    'Das ist keine E-Mail-Adresse.',
    'Ce n’est pas une adresse e-mail.',
    'Non è un indirizzo e-mail.',
    'This is no e-mail address.',
  ),
  import_invalid: said(
    'Das passt hier nicht.',
    'Cela ne convient pas ici.',
    'Qui non va bene.',
    'This does not fit here.',
  ),
  import_unknown: {
    de: ({ text, values }) => `«${text}» kennen wir hier nicht; es gibt ${values.join(', ')}.`,
    fr: ({ text, values }) => `«\u202f${text}\u202f» est inconnu ici\u202f; il y a ${values.join(', ')}.`,
    it: ({ text, values }) => `«${text}» qui non è noto; ci sono ${values.join(', ')}.`,
    en: ({ text, values }) => `“${text}” is not known here; there are ${values.join(', ')}.`,
  },
  import_row_length: said(
    'Diese Zeile hat mehr Zellen als Spaltentitel; ein Trennzeichen steht wohl in einem Text ohne Anführungszeichen.',
    'Cette ligne a plus de cellules que de titres\u202f; un séparateur se trouve sans doute dans un texte sans guillemets.',
    'Questa riga ha più celle che titoli; probabilmente un separatore è in un testo senza virgolette.',
    'This row has more cells than heads; a separator probably stands in a text without quotes.',
  ),
};

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);
