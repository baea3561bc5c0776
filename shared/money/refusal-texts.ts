import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatMoney } from './format-money.ts';
import type { TypedMoneyRefusal } from './parse-typed-money.ts';

export const typedMoneyRefusalTexts: RefusalTexts<TypedMoneyRefusal> = {
  money_format: said(
    'Das ist kein Betrag; bitte wie 1590.50 schreiben.',
    'Ce n’est pas un montant\u202f; écrivez-le comme 1590.50.',
    'Non è un importo; scriverlo come 1590.50.',
    'This is not an amount; please write it like 1590.50.',
  ),
  money_decimals: said(
    'Ein Betrag hat höchstens zwei Stellen nach dem Punkt.',
    'Un montant a au plus deux chiffres après le point.',
    'Un importo ha al massimo due cifre dopo il punto.',
    'An amount has at most two digits after the point.',
  ),
  money_negative: said(
    'Hier gehört kein Minus hin.',
    'Le signe moins n’est pas admis ici.',
    'Qui il segno meno non è ammesso.',
    'No minus sign is allowed here.',
  ),
  money_too_large: {
    de: ({ limit }) => `Höchstens ${formatMoney(limit)}; bitte noch einmal lesen.`,
    fr: ({ limit }) => `Au plus ${formatMoney(limit)}\u202f; veuillez relire.`,
    it: ({ limit }) => `Al massimo ${formatMoney(limit)}; si prega di rileggere.`,
    en: ({ limit }) => `At most ${formatMoney(limit)}; please read it again.`,
  },
};
