import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { rappen } from '#shared/money/rappen.ts';
import { type PaperLanguage, describeLine } from '#shared/pricing/describe-line.ts';
import type { Quote } from '#shared/pricing/quote.ts';

/** The explained price for a terminal: one line of text for each line of the price. */
export function quoteText(quote: Quote, language: PaperLanguage): string {
  const lines = quote.lines.map(({ rule, quantity, unitPrice, amount, vatRate }) => {
    const { label, explanation } = describeLine(rule, language);
    const sum = formatAmount(amount).padStart(12);
    const made = quantity === 1 ? '' : `  = ${quantity} × ${formatAmount(unitPrice)}`;
    const vat = `${formatAmount(rappen(vatRate))} %`.padStart(7);
    return `${sum} ${vat}  ${label}${explanation === '' ? '' : ` · ${explanation}`}${made}  [${rule.code}]`;
  });
  const vat = quote.vat.map(
    (row) =>
      `  ${formatAmount(rappen(row.rate))} % (${row.vatKind}): net ${formatAmount(row.net)}, VAT ${formatAmount(row.vat)}, gross ${formatAmount(row.gross)}`,
  );
  const deductibles = Object.entries(quote.deductibles).map(
    ([cover, amount]) => `${cover} ${formatAmount(amount)}`,
  );
  return [
    ...lines,
    `${formatAmount(quote.subtotal).padStart(12)}          sum of the lines, ${quote.basis}`,
    'VAT',
    ...vat,
    `To pay            ${formatMoney(quote.total)}`,
    `Days              ${quote.days}`,
    `Kilometres        ${quote.kilometresIncluded}, then ${formatAmount(quote.extraKilometrePrice)}`,
    `Deposit           ${formatAmount(quote.deposit)}`,
    `Deductibles       ${deductibles.join(', ') || 'none'}`,
  ].join('\n');
}
