import type { BasisPoints, Rappen } from '../money/rappen.ts';
import { withVatWithin } from '../invoices/vat-within.ts';
import { type PaperLanguage, describeLine } from '../pricing/describe-line.ts';
import type { PriceLine } from '../pricing/price-line.ts';
import type { Quote } from '../pricing/quote.ts';
import type { VatKind } from '../vat/vat-rates.ts';

/** A line as a contract keeps it: in words, with VAT within, quantity × unit price to the Rappen. */
export interface ContractLine {
  readonly kind: PriceLine['kind'];
  readonly label: string;
  readonly explanation: string;
  readonly quantity: number;
  readonly unitPrice: Rappen;
  readonly amount: Rappen;
  readonly vatKind: VatKind;
  readonly vatRate: BasisPoints;
}

/** The price of a contract, line by line. Net prices are shown with the VAT of their rate within, as one piece each. */
export function contractLines(
  { lines, basis }: Pick<Quote, 'lines' | 'basis'>,
  language: PaperLanguage,
): readonly ContractLine[] {
  const described = lines.map(({ rule, ...line }) => ({ ...line, ...describeLine(rule, language) }));
  if (basis === 'gross') return described;
  return withVatWithin(described).map((line) => ({ ...line, quantity: 1, unitPrice: line.amount }));
}
