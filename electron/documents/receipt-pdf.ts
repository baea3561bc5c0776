import { paperTotals } from '#shared/invoices/invoice-paper-totals.ts';
import { type ReceiptPaper, receiptAmounts } from '#shared/invoices/receipt-paper.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import { accentRow } from './drawing/accent-row.ts';
import { amountRow, linesHead, lineRows, totalRow, vatSummary } from './drawing/bill-lines.ts';
import { type Block, paragraph, space, stack } from './drawing/block.ts';
import { contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import { type HeadFact, letterHead } from './invoice-head.ts';
import { makePaper } from './make-paper.ts';
import { type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** The receipt for a payment at the counter. The same paper makes the same bytes. Expects a parsed `ReceiptPaper`. */
export async function makeReceiptPdf(paper: ReceiptPaper): Promise<Uint8Array> {
  const title = `${paperTexts[paper.language].receipt.title} ${paper.number}`;
  const subject = paper.customer?.name ?? '';
  return makePaper(paper, { title, subject, lines: paper.lines }, (flow, texts) => {
    letterHead(flow, paper, receiptFacts(paper, texts), title);
    const totals = paperTotals(paper.lines);
    const hasVat = totals.vat.some(({ rate }) => rate > 0);
    flow.table(
      linesHead(texts, paper.currency, hasVat),
      lineRows(paper.lines, hasVat),
      stack(
        totalRow(texts.total, totals, paper.currency),
        vatSummary(texts, totals.vat, paper.currency),
        paidRows(paper, texts),
      ),
    );
    if (paper.notes !== null) {
      flow.skip(mm(3));
      flow.placeText(paper.notes, styles.body, mm(140));
    }
  });
}

function paidRows(paper: ReceiptPaper, texts: PaperTexts): Block {
  const { receipt } = texts;
  const { rounding, pay, change } = receiptAmounts(paper);
  const label = `${receipt.received} ${receipt.paidBy[paper.method]}`;
  return stack(
    rounding === 0 ? space(0) : amountRow(receipt.rounding, formatAmount(rounding)),
    accentRow(label, formatMoney(pay, paper.currency), paper.company.accent),
    paper.given === null
      ? space(0)
      : stack(
          space(3),
          amountRow(receipt.given, formatAmount(paper.given)),
          amountRow(receipt.change, formatAmount(change)),
        ),
    space(mm(3)),
    paragraph(receipt.thanks, styles.body, { width: contentWidth }),
  );
}

function receiptFacts(paper: ReceiptPaper, { invoice }: PaperTexts): readonly HeadFact[] {
  const { service, branch } = paper;
  const [from, to] = [formatDay(service.from), formatDay(service.to)];
  return [
    [invoice.date, formatInstant(paper.issuedAt)],
    [invoice.title, paper.invoiceNumber],
    [invoice.contract, paper.contractNumber],
    [invoice.service, from === to ? from : `${from} – ${to}`],
    [invoice.contact, [paper.clerk, branch.name, paper.counter].join(', ')],
  ];
}
