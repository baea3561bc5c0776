import type { InvoicePaper } from '#shared/invoices/invoice-paper.ts';
import { addressLines, streetLine, townLine } from '#shared/parties/address.ts';
import { formatPhone } from '#shared/parties/phone.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { beside, paragraph, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth, left, rightColumn } from './drawing/flow.ts';
import { formatKilometres } from './drawing/format-kilometres.ts';
import { mm } from './drawing/measure.ts';
import { formatPlate } from './drawing/plate.ts';
import { styles } from './drawing/styles.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

/** The window of a C5 or C6/5 envelope with the address on the right (SN 010130). */
const windowTop = mm(42);
const titleTop = mm(78);

/** Title, facts on the left, the customer's address in the window on the right. */
export function invoiceHead(flow: Flow, paper: InvoicePaper, texts: PaperTexts, title: string): void {
  const address = addressBlock(paper);
  // In the window, unless a long letterhead needs the room.
  const top = Math.max(windowTop, flow.y);
  address.draw(flow.sheet, rightColumn, top);
  const facts = factsBlock(paper, texts);
  facts.draw(flow.sheet, left, top);
  flow.y = Math.max(titleTop, top + Math.max(address.height, facts.height) + mm(4));
  flow.place(paragraph(title, styles.title, { width: contentWidth }));
  flow.y += mm(3);
}

function addressBlock(paper: InvoicePaper) {
  const { company, customer } = paper;
  const width = contentWidth - (rightColumn - left);
  const sender = [company.name, streetLine(company.address), townLine(company.address)]
    .filter((part) => part !== '')
    .join(', ');
  return stack(
    paragraph(sender, { ...styles.small, size: 6.5 }, { width }),
    space(mm(2.5)),
    ...[customer.name, customer.addition ?? '', ...addressLines(customer.address)].map((text) =>
      paragraph(text, { ...styles.body, size: 10.5 }, { width }),
    ),
  );
}

function factsBlock(paper: InvoicePaper, texts: PaperTexts) {
  const { invoice } = texts;
  const { service, vehicle, branch } = paper;
  const period =
    service.from === service.to
      ? formatDay(service.from)
      : `${formatDay(service.from)} – ${formatDay(service.to)}`;
  const driven = vehicle?.kilometresDriven ?? null;
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [invoice.date, formatDay(paper.issuedOn)],
    [invoice.due, paper.dueOn === null ? null : formatDay(paper.dueOn)],
    [invoice.corrects, paper.correctsNumber],
    [invoice.contract, paper.contractNumber],
    [invoice.service, period],
    [invoice.vehicle, vehicle === null ? null : `${formatPlate(vehicle.plate)}, ${vehicle.model}`],
    [invoice.driven, driven === null ? null : formatKilometres(driven)],
    [texts.customerNumber, paper.customer.customerNumber],
    [invoice.reference, paper.customerReference],
    [
      invoice.contact,
      [paper.clerk, branch.name, ...(branch.phone === null ? [] : [formatPhone(branch.phone)])].join(', '),
    ],
  ];
  const labelWidth = mm(31);
  const valueWidth = rightColumn - left - labelWidth - mm(6);
  return stack(
    ...facts.flatMap(([label, value]) =>
      value === null
        ? []
        : [
            beside(
              {
                at: 0,
                block: paragraph(
                  label,
                  { ...styles.label, size: 8 },
                  { width: labelWidth - mm(1), leading: 1.5 },
                ),
              },
              {
                at: labelWidth,
                block: paragraph(value, { ...styles.body, size: 8 }, { width: valueWidth, leading: 1.5 }),
              },
            ),
          ],
    ),
  );
}
