import { formatAmount } from '../money/format-money.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatDay } from '../time/format-time.ts';
import type { FreeInvoiceRefusal } from './free-invoice-refusal.ts';
import type { QuantityRefusal } from './quantity.ts';

/** Why an invoice without a contract is not made. Lines count from 1, as on the invoice. */
export const freeInvoiceRefusalTexts: RefusalTexts<FreeInvoiceRefusal> = {
  no_items: said(
    'Die Rechnung hat keine Zeile; bitte mindestens eine erfassen.',
    'La facture n’a aucune ligne ; veuillez en saisir au moins une.',
    'La fattura non ha righe; inserirne almeno una.',
    'The invoice has no line; please enter at least one.',
  ),
  too_many_items: {
    de: ({ limit }) => `Eine Rechnung hat höchstens ${limit} Zeilen; bitte aufteilen.`,
    fr: ({ limit }) => `Une facture a au plus ${limit} lignes ; veuillez la diviser.`,
    it: ({ limit }) => `Una fattura ha al massimo ${limit} righe; suddividerla.`,
    en: ({ limit }) => `An invoice has at most ${limit} lines; please split it.`,
  },
  price_negative: {
    de: ({ position }) => `Zeile ${position + 1}: Der Preis ist negativ; bitte einen Rabatt erfassen.`,
    fr: ({ position }) => `Ligne ${position + 1} : le prix est négatif ; veuillez saisir un rabais.`,
    it: ({ position }) => `Riga ${position + 1}: il prezzo è negativo; inserire uno sconto.`,
    en: ({ position }) => `Line ${position + 1}: the price is negative; please enter a discount.`,
  },
  discount_negative: {
    de: ({ position }) => `${where(position).de}Ein Rabatt ist nicht negativ.`,
    fr: ({ position }) => `${where(position).fr}Un rabais n’est pas négatif.`,
    it: ({ position }) => `${where(position).it}Uno sconto non è negativo.`,
    en: ({ position }) => `${where(position).en}A discount is not negative.`,
  },
  discount_too_large: {
    de: ({ position, most, asked }) =>
      `${where(position).de}Der Rabatt ${formatAmount(asked)} ist grösser als der Betrag ${formatAmount(most)}.`,
    fr: ({ position, most, asked }) =>
      `${where(position).fr}Le rabais ${formatAmount(asked)} dépasse le montant ${formatAmount(most)}.`,
    it: ({ position, most, asked }) =>
      `${where(position).it}Lo sconto ${formatAmount(asked)} supera l’importo ${formatAmount(most)}.`,
    en: ({ position, most, asked }) =>
      `${where(position).en}The discount ${formatAmount(asked)} exceeds the amount ${formatAmount(most)}.`,
  },
  service_too_old: {
    de: ({ position, servedOn, from }) =>
      `Zeile ${position + 1}: Für den ${formatDay(servedOn)} ist kein MWST-Satz bekannt, erst ab ${formatDay(from)}.`,
    fr: ({ position, servedOn, from }) =>
      `Ligne ${position + 1} : aucun taux de TVA n’est connu pour le ${formatDay(servedOn)}, seulement dès le ${formatDay(from)}.`,
    it: ({ position, servedOn, from }) =>
      `Riga ${position + 1}: per il ${formatDay(servedOn)} non è nota un’aliquota IVA, solo dal ${formatDay(from)}.`,
    en: ({ position, servedOn, from }) =>
      `Line ${position + 1}: no VAT rate is known for ${formatDay(servedOn)}, only from ${formatDay(from)}.`,
  },
  invoice_too_large: said(
    'Der Betrag ist zu gross für eine Rechnung; bitte Mengen und Preise prüfen.',
    'Le montant est trop élevé pour une facture ; vérifiez les quantités et les prix.',
    'L’importo è troppo alto per una fattura; verificare quantità e prezzi.',
    'The amount is too large for an invoice; please check quantities and prices.',
  ),
};

/** Why a typed quantity is not taken. */
export const quantityRefusalTexts: RefusalTexts<QuantityRefusal> = {
  quantity_format: {
    de: ({ text }) => `«${text}» ist keine Menge; bitte wie 2 oder 1.5 angeben, mit höchstens drei Stellen.`,
    fr: ({ text }) =>
      `« ${text} » n’est pas une quantité ; indiquez-la comme 2 ou 1.5, avec au plus trois décimales.`,
    it: ({ text }) => `«${text}» non è una quantità; indicarla come 2 o 1.5, con al massimo tre decimali.`,
    en: ({ text }) => `“${text}” is not a quantity; give it as 2 or 1.5, with at most three decimals.`,
  },
  quantity_not_positive: said(
    'Die Menge ist null; bitte eine Menge über null angeben.',
    'La quantité est nulle ; indiquez-en une supérieure à zéro.',
    'La quantità è zero; indicarne una superiore a zero.',
    'The quantity is zero; please give one above zero.',
  ),
  quantity_too_large: {
    de: ({ limit }) => `Die Menge ist zu gross; höchstens ${limit}.`,
    fr: ({ limit }) => `La quantité est trop grande ; au plus ${limit}.`,
    it: ({ limit }) => `La quantità è troppo grande; al massimo ${limit}.`,
    en: ({ limit }) => `The quantity is too large; at most ${limit}.`,
  },
};

function where(position: number | null) {
  if (position === null) return { de: '', fr: '', it: '', en: '' };
  const line = position + 1;
  return {
    de: `Zeile ${line}: `,
    fr: `Ligne ${line} : `,
    it: `Riga ${line}: `,
    en: `Line ${line}: `,
  };
}
