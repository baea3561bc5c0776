import type { InvoicePaper } from '#shared/invoices/invoice-paper.ts';
import { invoiceQrBill, openAmount } from '#shared/invoices/invoice-paper-qr-bill.ts';
import { invoiceTotals } from '#shared/invoices/invoice-paper-totals.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, rappen, subtract, zero } from '#shared/money/rappen.ts';
import { must } from '#shared/result/result.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { accentRow } from './drawing/accent-row.ts';
import { type Block, paragraph, rule, space, stack } from './drawing/block.ts';
import { amountRow, linesHead, lineRows, totalRow, vatSummary } from './drawing/bill-lines.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { a4, mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import { invoiceHead } from './invoice-head.ts';
import { makePaper } from './make-paper.ts';
import { drawPaymentPart, paymentPartHeight, separateHintHeight } from './payment-part.ts';
import { type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/**
 * The invoice or credit note as PDF, with the payment part of the QR-bill on its last page. The same paper makes the same
 * bytes. Expects a parsed `InvoicePaper`; a payment part that the QR-bill forbids is refused there, and a bug here.
 */
export async function makeInvoicePdf(paper: InvoicePaper): Promise<Uint8Array> {
  const { title: invoice, creditNote } = paperTexts[paper.language].invoice;
  const title = `${paper.kind === 'invoice' ? invoice : creditNote} ${paper.number}`;
  return makePaper(paper, { title, subject: paper.customer.name, lines: paper.lines }, (flow, texts) =>
    drawBody(flow, paper, texts, title),
  );
}

function drawBody(flow: Flow, paper: InvoicePaper, texts: PaperTexts, title: string): void {
  invoiceHead(flow, paper, texts, title);
  const totals = invoiceTotals(paper);
  const hasVat = totals.vat.some(({ rate }) => rate > 0);
  const total = stack(
    totalRow(texts.total, totals, paper.currency),
    vatSummary(texts, totals.vat, paper.currency),
  );
  const request = stack(
    space(mm(3)),
    paragraph(whatToDo(paper, texts), styles.body, { width: contentWidth }),
  );
  const lines = lineRows(paper.lines, hasVat);
  const head = linesHead(texts, paper.currency, hasVat);
  if (paper.payments.length === 0) {
    flow.table(head, lines, stack(total, request));
  } else {
    flow.table(head, lines, total);
    flow.table(rule(contentWidth), paymentRows(paper, texts), stack(openRow(paper, texts), request));
  }
  if (paper.notes !== null) {
    flow.skip(mm(3));
    flow.placeText(paper.notes, styles.body, mm(140));
  }
  if (paper.payment !== null) placePaymentPart(flow, paper, texts);
}

function paymentRows(paper: InvoicePaper, texts: PaperTexts): readonly Block[] {
  return paper.payments.map(({ label, paidOn, amount }) => {
    const say = amount < 0 ? texts.invoice.refunded : texts.invoice.paid;
    return amountRow(say(label, formatDay(paidOn)), formatAmount(subtract(zero, amount)));
  });
}

function openRow(paper: InvoicePaper, texts: PaperTexts): Block {
  const open = openAmount(paper);
  const label = open < 0 ? texts.invoice.credit : texts.invoice.open;
  return accentRow(label, formatMoney(positive(open), paper.currency), paper.company.accent);
}

function whatToDo(paper: InvoicePaper, texts: PaperTexts): string {
  const open = openAmount(paper);
  const money = formatMoney(positive(open), paper.currency);
  if (paper.kind === 'credit-note') return texts.invoice.creditExplained(money);
  if (open < 0) return texts.invoice.overpaid(money);
  if (open === 0) return texts.invoice.settled;
  return paper.dueOn === null
    ? texts.invoice.pleasePayNow(money)
    : texts.invoice.pleasePay(money, formatDay(paper.dueOn));
}

/** At the foot of the last page, or of a page of its own when the last one has no room for it. */
function placePaymentPart(flow: Flow, paper: InvoicePaper, texts: PaperTexts): void {
  const needed = paymentPartHeight + separateHintHeight;
  if (a4.height - flow.y < needed) {
    flow.turn();
    flow.place(
      paragraph(
        texts.invoice.paymentPartOf(paper.number),
        { ...styles.name, role: 'H2' },
        { width: contentWidth },
      ),
    );
    flow.place(paragraph(whatToDo(paper, texts), styles.body, { width: contentWidth }));
  }
  drawPaymentPart(flow.sheet, must(invoiceQrBill(paper)), texts.bill);
}

function positive(amount: Rappen): Rappen {
  return rappen(Math.abs(amount));
}
