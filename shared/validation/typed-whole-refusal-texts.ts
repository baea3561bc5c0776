import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { type TypedWholeRefusal, formatWhole } from './parse-typed-whole.ts';

export const typedWholeRefusalTexts: RefusalTexts<TypedWholeRefusal> = {
  whole_format: said(
    'Das ist keine ganze Zahl; bitte nur Ziffern schreiben.',
    'Ce n’est pas un nombre entier\u202f; n’écrivez que des chiffres.',
    'Non è un numero intero; scrivere solo cifre.',
    'This is not a whole number; please write digits only.',
  ),
  whole_range: {
    de: ({ smallest, largest }) => `Erlaubt ist ${formatWhole(smallest)} bis ${formatWhole(largest)}.`,
    fr: ({ smallest, largest }) =>
      `Valeurs admises\u202f: de ${formatWhole(smallest)} à ${formatWhole(largest)}.`,
    it: ({ smallest, largest }) => `Valori ammessi: da ${formatWhole(smallest)} a ${formatWhole(largest)}.`,
    en: ({ smallest, largest }) => `Allowed: ${formatWhole(smallest)} to ${formatWhole(largest)}.`,
  },
};
