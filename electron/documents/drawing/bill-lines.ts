import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import type { BasisPoints, Currency } from '#shared/money/rappen.ts';
import { type PaperTotals, type VatShare } from '#shared/invoices/invoice-paper-totals.ts';
import type { PaperLine } from '#shared/parties/paper-fields.ts';
import type { PaperTexts } from '../texts/paper-texts.ts';
import { type Block, beside, paragraph, rule, space, stack, tabled } from './block.ts';
import { contentWidth } from './flow.ts';
import { ink, ink2, mm } from './measure.ts';
import { styles } from './styles.ts';

const titleWidth = mm(112);
const rateAt = mm(114);
const rateWidth = mm(20);
const amountAt = mm(136);
const amountWidth = contentWidth - amountAt;

/** 810 → `8.1 %`, with a space that does not break. */
export function formatRate(rate: BasisPoints): string {
  return `${(rate / 100).toFixed(2).replace(/0$/, '')}\u00a0%`;
}

/** Head of the table of lines. The column for VAT is there only if a line has some. */
export function linesHead(texts: PaperTexts, currency: Currency, hasVat: boolean): Block {
  return stack(
    beside(
      { at: 0, block: paragraph(texts.description, styles.label, { width: titleWidth }) },
      ...(hasVat
        ? [
            {
              at: rateAt,
              block: paragraph(texts.vat.short, styles.label, { width: rateWidth, align: 'right' }),
            },
          ]
        : []),
      {
        at: amountAt,
        block: paragraph(`${texts.amount} ${currency}`, styles.label, { width: amountWidth, align: 'right' }),
      },
    ),
    space(2),
    rule(contentWidth, 0.8, ink),
  );
}

/** Lines: title and amount, how it comes about in small print, and the VAT rate contained in it. */
export function lineRows(lines: readonly PaperLine[], hasVat: boolean): readonly Block[] {
  return lines.map((row) => lineRow(row, hasVat));
}

function lineRow(row: PaperLine, hasVat: boolean): Block {
  const rate = row.vatKind === 'standard' && row.vatRate > 0 ? formatRate(row.vatRate) : '';
  return stack(
    space(2.6),
    beside(
      {
        at: 0,
        block: stack(
          paragraph(row.title, styles.body, { width: titleWidth }),
          paragraph(row.explanation ?? '', styles.small, { width: titleWidth }),
        ),
      },
      ...(hasVat
        ? [
            {
              at: rateAt,
              block: paragraph(rate, { ...styles.body, colour: ink2 }, { width: rateWidth, align: 'right' }),
            },
          ]
        : []),
      {
        at: amountAt,
        block: paragraph(formatAmount(row.amount), styles.body, { width: amountWidth, align: 'right' }),
      },
    ),
    space(2.6),
    rule(contentWidth),
  );
}

/** A labelled amount under the table, such as a payment. */
export function amountRow(label: string, amount: string): Block {
  return stack(
    space(2.5),
    beside(
      { at: 0, block: paragraph(label, styles.body, { width: amountAt - mm(4) }) },
      { at: amountAt, block: paragraph(amount, styles.body, { width: amountWidth, align: 'right' }) },
    ),
    space(2.5),
  );
}

/** `Total` with currency, in the size of what matters. */
export function totalRow(label: string, totals: PaperTotals, currency: Currency): Block {
  return stack(
    rule(contentWidth, 0.8, ink),
    space(4),
    beside(
      { at: 0, block: paragraph(label, styles.total, { width: mm(80) }) },
      {
        at: mm(82),
        block: paragraph(formatMoney(totals.total, currency), styles.total, {
          width: contentWidth - mm(82),
          align: 'right',
        }),
      },
    ),
    space(2),
  );
}

/** VAT by rate. One rate is a sentence, several are a table; without VAT there is no word of it. */
export function vatSummary(texts: PaperTexts, shares: readonly VatShare[], currency: Currency): Block {
  const taxed = shares.filter(({ rate }) => rate > 0);
  const [only] = taxed;
  if (only === undefined) return space(0);
  if (taxed.length === 1 && shares.length === 1) {
    const sentence = texts.vat.included(formatRate(only.rate), formatMoney(only.vat, currency));
    return stack(paragraph(sentence, styles.small, { width: contentWidth, align: 'right' }), space(2));
  }
  const columns = [mm(84), mm(112), mm(140)] as const;
  const width = mm(30);
  const cells = (label: string, values: readonly string[]) =>
    beside(
      { at: mm(60), block: paragraph(label, styles.small, { width: mm(26) }) },
      ...values.map((value, at) => ({
        at: columns[at] ?? 0,
        block: paragraph(value, styles.small, { width, align: 'right' }),
      })),
    );
  const { rate, net, tax, gross } = texts.vat;
  return stack(
    tabled(
      cells(rate, [`${net} ${currency}`, `${tax} ${currency}`, `${gross} ${currency}`]),
      taxed.map((share) =>
        cells(formatRate(share.rate), [
          formatAmount(share.net),
          formatAmount(share.vat),
          formatAmount(share.gross),
        ]),
      ),
    ),
    space(4),
  );
}
