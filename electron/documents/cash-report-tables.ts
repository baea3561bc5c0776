import { denominations } from '#shared/cash/count-cash.ts';
import type { CashReport, CashReportPaper } from '#shared/cash/cash-report-paper.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, add, rappen, subtract, times } from '#shared/money/rappen.ts';
import { accentRow } from './drawing/accent-row.ts';
import { amountRow, formatRate } from './drawing/bill-lines.ts';
import { type Block, beside, paragraph, space, stack, tabled } from './drawing/block.ts';
import { columnsOf } from './drawing/columns.ts';
import { contentWidth } from './drawing/flow.ts';
import { groupThousands } from './drawing/format-kilometres.ts';
import { mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import type { CashReportTexts } from './texts/cash-report.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const sideWidth = contentWidth / 2 - mm(5);
const countColumns = columnsOf([
  { width: mm(26), align: 'right' },
  { width: mm(22), align: 'right' },
  { width: sideWidth - mm(48), align: 'right' },
]);

/** Notes on the left, coins on the right, also those of which there were none: nobody asks whether they were counted. */
export function countBlock(paper: CashReportPaper, { closing }: CashReport, texts: CashReportTexts): Block {
  const { currency, count } = paper;
  const { notes, coins } = denominations[currency];
  const { head, row } = countColumns;
  const side = (label: string, values: readonly Rappen[]) =>
    tabled(
      head([`${label} ${currency}`, texts.pieces, texts.amount]),
      values.map((denomination) => {
        const pieces = count.find((one) => one.denomination === denomination)?.pieces ?? 0;
        return row([
          formatAmount(denomination),
          groupThousands(pieces),
          formatAmount(times(denomination, pieces)),
        ]);
      }),
    );
  const sides = beside(
    { at: 0, block: side(texts.notes, notes) },
    { at: contentWidth - sideWidth, block: side(texts.coins, coins) },
  );
  return section(texts.count, sides, amountRow(texts.counted, formatMoney(closing.counted, currency)));
}

/** What should be there, what is there, and in words by how much they differ. */
export function resultBlock(paper: CashReportPaper, { closing }: CashReport, texts: CashReportTexts): Block {
  const { currency, company } = paper;
  const { expected, counted, difference, differenceReason, leftInDrawer, toBank } = closing;
  const size = formatMoney(rappen(Math.abs(difference)), currency);
  const words = difference === 0 ? texts.right : difference < 0 ? texts.tooLittle(size) : texts.tooMuch(size);
  return section(
    texts.result,
    amountRow(texts.expected, formatMoney(expected, currency)),
    amountRow(texts.counted, formatMoney(counted, currency)),
    accentRow(texts.difference, words, company.accent),
    differenceReason === null
      ? space(0)
      : stack(space(3), paragraph(texts.reason(differenceReason), styles.body, { width: contentWidth })),
    space(3),
    amountRow(texts.left, formatMoney(leftInDrawer, currency)),
    amountRow(texts.toBank, formatMoney(toBank, currency)),
  );
}

const methodColumns = columnsOf([
  { width: contentWidth - mm(20) - 3 * mm(32) },
  { width: mm(20), align: 'right' },
  { width: mm(32), align: 'right' },
  { width: mm(32), align: 'right' },
  { width: mm(32), align: 'right' },
]);

/** What was not cash; nothing when all was. */
export function otherPaymentsBlock(
  { otherPayments, currency }: CashReportPaper,
  texts: CashReportTexts,
): Block {
  if (otherPayments.length === 0) return space(0);
  const { head, row, sum } = methodColumns;
  const money = (received: Rappen, refunded: Rappen) => [
    formatAmount(received),
    formatAmount(refunded),
    formatAmount(subtract(received, refunded)),
  ];
  const count = otherPayments.reduce((total, one) => total + one.count, 0);
  return section(
    texts.otherPayments,
    tabled(head([texts.method, texts.number, texts.received, texts.refunded, `${texts.net} ${currency}`]), [
      ...otherPayments.map(({ method, count: number, received, refunded }) =>
        row([texts.methods[method], groupThousands(number), ...money(received, refunded)]),
      ),
      sum([
        texts.sum,
        groupThousands(count),
        ...money(
          add(...otherPayments.map(({ received }) => received)),
          add(...otherPayments.map(({ refunded }) => refunded)),
        ),
      ]),
    ]),
  );
}

const vatColumns = columnsOf([
  { width: contentWidth - 3 * mm(32) },
  { width: mm(32), align: 'right' },
  { width: mm(32), align: 'right' },
  { width: mm(32), align: 'right' },
]);

/** VAT by rate; without VAT there is no word of it. */
export function soldBlock(
  { vat, currency }: CashReportPaper,
  texts: CashReportTexts,
  common: PaperTexts,
): Block {
  if (vat.every(({ rate }) => rate === 0)) return space(0);
  const { head, row, sum } = vatColumns;
  const shares = vat.toSorted((one, other) => other.rate - one.rate);
  return section(
    texts.sold,
    tabled(head([common.vat.rate, common.vat.net, common.vat.tax, `${common.vat.gross} ${currency}`]), [
      ...shares.map((share) =>
        row([
          formatRate(share.rate),
          formatAmount(share.net),
          formatAmount(share.vat),
          formatAmount(share.gross),
        ]),
      ),
      sum([
        texts.sum,
        formatAmount(add(...vat.map(({ net }) => net))),
        formatAmount(add(...vat.map((share) => share.vat))),
        formatAmount(add(...vat.map(({ gross }) => gross))),
      ]),
    ]),
  );
}

function section(heading: string, ...blocks: readonly Block[]): Block {
  const title = paragraph(heading, { ...styles.name, role: 'H2' }, { width: contentWidth });
  return stack(title, space(3), ...blocks);
}
