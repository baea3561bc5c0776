import { type RefusalLanguage, type RefusalTexts, sayRefusal } from '#shared/result/refusal-texts.ts';
import { type FieldRefusal, sayFieldRefusal } from '#shared/validation/parse-fields.ts';

/** Why a file as a whole is not read, or not written. */
export type FileRefusal =
  | { readonly code: 'file_unreadable'; readonly field: ''; readonly file: string; readonly message: string }
  /** Bytes that are not UTF-8: a replaced letter in a name or reference would be a silent correction. */
  | { readonly code: 'file_encoding'; readonly field: ''; readonly file: string }
  | { readonly code: 'json_format'; readonly field: ''; readonly file: string; readonly message: string }
  | { readonly code: 'file_unwritable'; readonly field: ''; readonly file: string; readonly message: string };

/** Why the input of a command is not taken: the file, or one field of it. */
export type InputRefusal = FileRefusal | FieldRefusal<'json_field'>;

export const fileRefusalTexts: RefusalTexts<FileRefusal> = {
  file_unreadable: {
    de: ({ file, message }) => `${file} lässt sich nicht lesen (${message}); bitte Namen und Rechte prüfen.`,
    fr: ({ file, message }) =>
      `${file} ne peut pas être lu (${message}) ; veuillez vérifier le nom et les droits.`,
    it: ({ file, message }) =>
      `${file} non si può leggere (${message}); si prega di verificare nome e diritti.`,
    en: ({ file, message }) => `${file} cannot be read (${message}); please check its name and permissions.`,
  },
  file_encoding: {
    de: ({ file }) =>
      `${file} ist nicht in UTF-8 geschrieben; bitte so speichern oder neu von der Quelle holen.`,
    fr: ({ file }) =>
      `${file} n’est pas écrit en UTF-8 ; veuillez l’enregistrer ainsi ou le reprendre à la source.`,
    it: ({ file }) =>
      `${file} non è scritto in UTF-8; si prega di salvarlo così o di riprenderlo dalla fonte.`,
    en: ({ file }) =>
      `${file} is not written in UTF-8; please save it so, or fetch it again from its source.`,
  },
  json_format: {
    de: ({ file, message }) =>
      `${file} ist kein JSON (${message}); bitte Klammern, Kommas und Anführungszeichen prüfen.`,
    fr: ({ file, message }) =>
      `${file} n’est pas du JSON (${message}) ; veuillez vérifier accolades, virgules et guillemets.`,
    it: ({ file, message }) =>
      `${file} non è JSON (${message}); si prega di verificare parentesi, virgole e virgolette.`,
    en: ({ file, message }) =>
      `${file} is not JSON (${message}); please check brackets, commas and quotation marks.`,
  },
  file_unwritable: {
    de: ({ file, message }) =>
      `${file} lässt sich nicht schreiben (${message}); bitte Ordner und Rechte prüfen.`,
    fr: ({ file, message }) =>
      `${file} ne peut pas être écrit (${message})\u202f; veuillez vérifier le dossier et les droits.`,
    it: ({ file, message }) =>
      `${file} non si può scrivere (${message}); si prega di verificare cartella e diritti.`,
    en: ({ file, message }) =>
      `${file} cannot be written (${message}); please check its folder and permissions.`,
  },
};

export function sayInputRefusal(refusal: InputRefusal, language: RefusalLanguage): string {
  return refusal.code === 'json_field'
    ? sayFieldRefusal(refusal, language)
    : sayRefusal<FileRefusal>(fileRefusalTexts, refusal, language);
}
