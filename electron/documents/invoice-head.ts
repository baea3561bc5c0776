import type { InvoicePaper } from '#shared/invoices/invoice-paper.ts';
import { addressLines, streetLine, townLine } from '#shared/parties/address.ts';
import type { PaperCompany, PaperCustomer } from '#shared/parties/paper-fields.ts';
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

/** What stands beside the address: label and value, nothing where there is no value. */
export type HeadFact = readonly [label: string, value: string | null];

/** Title, facts on the left, the customer's address in the window on the right. */
export function invoiceHead(flow: Flow, paper: InvoicePaper, texts: PaperTexts, title: string): void {
  letterHead(flow, paper, invoiceFacts(paper, texts), title);
}

/** The same for any letter; without a customer there is no address. */
export function letterHead(
  flow: Flow,
  parties: { readonly company: PaperCompany; readonly customer: PaperCustomer | null },
  given: readonly HeadFact[],
  title: string,
): void {
  const address = parties.customer === null ? space(0) : addressBlock(parties.company, parties.customer);
  // In the window, unless a long letterhead needs the room.
  const top = Math.max(windowTop, flow.y);
  address.draw(flow.sheet, rightColumn, top);
  const facts = factsBlock(given);
  facts.draw(flow.sheet, left, top);
  flow.y = Math.max(titleTop, top + Math.max(address.height, facts.height) + mm(4));
  flow.place(paragraph(title, styles.title, { width: contentWidth }));
  flow.y += mm(3);
}

function addressBlock(company: PaperCompany, customer: PaperCustomer) {
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

function invoiceFacts(paper: InvoicePaper, texts: PaperTexts): readonly HeadFact[] {
  const { invoice } = texts;
  const { service, vehicle, branch } = paper;
  const period =
    service.from === service.to
      ? formatDay(service.from)
      : `${formatDay(service.from)} – ${formatDay(service.to)}`;
  const driven = vehicle?.kilometresDriven ?? null;
  return [
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
}

function factsBlock(facts: readonly HeadFact[]) {
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
