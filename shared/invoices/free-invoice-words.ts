import { formatAmount, formatRate } from '../money/format-money.ts';
import type { PriceBasis } from '../money/gross-net.ts';
import type { Rappen } from '../money/rappen.ts';
import type { PaperLanguage } from '../parties/paper-fields.ts';
import type { Discount, FreeItem } from './free-invoice.ts';
import { formatQuantity } from './quantity.ts';

interface Words {
  /** `2.5 Std. zu 120.00` */
  readonly at: string;
  readonly withoutVat: string;
  readonly discount: string;
}

const words: Readonly<Record<PaperLanguage, Words>> = {
  de: { at: 'zu', withoutVat: 'exkl. MWST', discount: 'Rabatt' },
  fr: { at: 'à', withoutVat: 'hors TVA', discount: 'Rabais' },
  it: { at: 'a', withoutVat: 'IVA esclusa', discount: 'Sconto' },
  en: { at: 'at', withoutVat: 'excl. VAT', discount: 'Discount' },
};

/** How an amount comes about: `2.5 Std. zu 120.00 exkl. MWST, Rabatt 10 % −30.00`. VAT is named only where there is some. */
export function explainItem(
  { explanation, quantity, unit, unitPrice, discount }: FreeItem,
  { basis, off }: { readonly basis: PriceBasis; readonly off: Rappen },
  language: PaperLanguage,
): string {
  const { at, withoutVat: excluded } = words[language];
  const counted = [formatQuantity(quantity), unit, at, formatAmount(unitPrice)];
  const priced = [...counted, basis === 'net' ? excluded : null].filter((part) => part !== null).join(' ');
  const reduced = discount === null ? null : `${discountTitle(discount, language)} −${formatAmount(off)}`;
  return [explanation, priced, reduced].filter((part) => part !== null).join(', ');
}

/** `exkl. MWST`: beside a price on a paper whose amounts have the VAT within. */
export function withoutVat(language: PaperLanguage): string {
  return words[language].withoutVat;
}

/** `Rabatt 10 %`; an amount speaks for itself. */
export function discountTitle(discount: Discount, language: PaperLanguage): string {
  const { discount: word } = words[language];
  return discount.kind === 'rate' ? `${word} ${formatRate(discount.rate)}` : word;
}
