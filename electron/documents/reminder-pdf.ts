import { type ReminderPaper, reminderAmount, reminderQrBill } from '#shared/invoices/reminder-paper.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { subtract, zero } from '#shared/money/rappen.ts';
import { formatPhone } from '#shared/parties/phone.ts';
import { must } from '#shared/result/result.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { accentRow } from './drawing/accent-row.ts';
import { amountRow, linesHead } from './drawing/bill-lines.ts';
import { paragraph, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { a4, mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import { type HeadFact, letterHead } from './invoice-head.ts';
import { makePaper } from './make-paper.ts';
import { drawPaymentPart, paymentPartHeight, separateHintHeight } from './payment-part.ts';
import { type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/**
 * The payment reminder of an invoice, with a QR-bill for what is open and the fees. It does not mention VAT: the invoice
 * does. The same paper makes the same bytes. Expects a parsed `ReminderPaper`.
 */
export async function makeReminderPdf(paper: ReminderPaper): Promise<Uint8Array> {
  const { titles } = paperTexts[paper.language].reminder;
  const title = titles[paper.step - 1] ?? titles[2];
  const subject = `${paper.invoice.number}, ${paper.customer.name}`;
  return makePaper(paper, { title, subject }, (flow, texts) => {
    letterHead(flow, paper, reminderFacts(paper, texts), title);
    drawClaim(flow, paper, texts);
    if (a4.height - flow.y < paymentPartHeight + separateHintHeight) {
      flow.turn();
      const heading = texts.invoice.paymentPartOf(paper.invoice.number);
      flow.place(paragraph(heading, { ...styles.name, role: 'H2' }, { width: contentWidth }));
    }
    drawPaymentPart(flow.sheet, must(reminderQrBill(paper)), texts.bill);
  });
}

function drawClaim(flow: Flow, paper: ReminderPaper, texts: PaperTexts): void {
  const { reminder } = texts;
  const { invoice, settled, fees, currency } = paper;
  const body = reminder.bodies[paper.step - 1] ?? reminder.bodies[2];
  flow.place(paragraph(body, styles.body, { width: mm(150) }));
  flow.skip(mm(3));
  const claim = reminder.invoice(invoice.number, formatDay(invoice.issuedOn), formatDay(invoice.dueOn));
  flow.table(
    linesHead({ ...texts, description: reminder.item }, currency, false),
    [
      amountRow(claim, formatAmount(invoice.total)),
      ...(settled === 0 ? [] : [amountRow(reminder.settled, formatAmount(subtract(zero, settled)))]),
      ...fees
        .filter(({ amount }) => amount > 0)
        .map(({ on, amount }) => amountRow(reminder.fee(formatDay(on)), formatAmount(amount))),
    ],
    stack(
      accentRow(reminder.toPay, formatMoney(reminderAmount(paper), currency), paper.company.accent),
      space(mm(3)),
      paragraph(reminder.crossed, styles.small, { width: contentWidth }),
    ),
  );
}

function reminderFacts(paper: ReminderPaper, { invoice, customerNumber }: PaperTexts): readonly HeadFact[] {
  const { branch } = paper;
  const phone = branch.phone === null ? [] : [formatPhone(branch.phone)];
  return [
    [invoice.date, formatDay(paper.issuedOn)],
    [invoice.due, formatDay(paper.payUntil)],
    [invoice.title, paper.invoice.number],
    [invoice.contract, paper.contractNumber],
    [customerNumber, paper.customer.customerNumber],
    [invoice.contact, [paper.clerk, branch.name, ...phone].join(', ')],
  ];
}
