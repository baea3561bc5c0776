import type { FineLetterPaper } from '#shared/fines/fine-letter-paper.ts';
import type { FineNoticePaper } from '#shared/fines/fine-notice-paper.ts';
import { formatMoney } from '#shared/money/format-money.ts';
import { addressLines } from '#shared/parties/address.ts';
import type { PaperCustomer } from '#shared/parties/paper-fields.ts';
import { formatPhone } from '#shared/parties/phone.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import { paragraph, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { formatPlate } from './drawing/plate.ts';
import { styles } from './drawing/styles.ts';
import { type HeadFact, letterHead } from './invoice-head.ts';
import { factsSection, letterText, signatureLines } from './letter-parts.ts';
import { makePaper } from './make-paper.ts';
import { type FineLetterTexts, fineLetterTexts } from './texts/fine-letter.ts';
import { paperTexts } from './texts/paper-texts.ts';

type FinePaper = FineLetterPaper | FineNoticePaper;

interface Letter {
  readonly title: string;
  readonly subject: string;
  readonly to: PaperCustomer;
  readonly facts: readonly HeadFact[];
  readonly body: (flow: Flow) => void;
}

/**
 * The holder's letter to the authority that names who drove. No amount and no word of VAT is on it. The same paper makes
 * the same bytes. Expects a parsed `FineLetterPaper`.
 */
export async function makeFineLetterPdf(paper: FineLetterPaper): Promise<Uint8Array> {
  const texts = fineLetterTexts[paper.language];
  return makeLetter(paper, {
    title: texts.title,
    subject: paper.offence.reference,
    to: { ...paper.authority, phone: null, email: null, customerNumber: null },
    facts: [
      [texts.date, formatDay(paper.issuedOn)],
      [texts.yourReference, paper.offence.reference],
      [texts.ourReference, paper.number],
      [texts.contact, contactOf(paper)],
    ],
    body(flow) {
      const { named, enclosures } = paper;
      placeText(flow, texts.salutation, mm(2));
      placeText(flow, texts.because[named.role], mm(5));
      flow.place(offenceSection(paper, texts, [[texts.reported, reportedOf(paper)]]));
      flow.place(
        factsSection(texts.named[named.role], [
          [texts.name, named.name],
          [texts.address, addressLines(named.address).join(', ')],
          [texts.born, named.birthDate === null ? null : formatDay(named.birthDate)],
          [texts.licence, named.licenceNumber],
        ]),
      );
      flow.place(rentalSection(paper, texts));
      placeText(flow, texts.request, mm(4));
      flow.place(
        stack(
          paragraph(texts.greeting, letterText, { width: contentWidth }),
          signatureLines([
            {
              label: texts.signature,
              name: `${paper.clerk}, ${paper.company.name}`,
              hint: `${paper.place}, ${formatDay(paper.issuedOn)}`,
            },
          ]),
        ),
      );
      if (enclosures.length === 0) return;
      flow.skip(mm(5));
      const heading = paragraph(texts.enclosures(enclosures.length), styles.strong, { width: contentWidth });
      for (const [at, enclosure] of enclosures.entries()) {
        const one = paragraph(enclosure, styles.body, { width: contentWidth });
        flow.place(at === 0 ? stack(heading, one) : one);
      }
    },
  });
}

/** Tells the renter who was named, and what handling costs. The same paper makes the same bytes. Expects a parsed paper. */
export async function makeFineNoticePdf(paper: FineNoticePaper): Promise<Uint8Array> {
  const texts = fineLetterTexts[paper.language];
  const { notice } = texts;
  return makeLetter(paper, {
    title: notice.title,
    subject: paper.rental.contractNumber,
    to: paper.customer,
    facts: [
      [texts.date, formatDay(paper.issuedOn)],
      [texts.ourReference, paper.number],
      [texts.contract, paper.rental.contractNumber],
      [paperTexts[paper.language].customerNumber, paper.customer.customerNumber],
      [texts.contact, contactOf(paper)],
    ],
    body(flow) {
      placeText(flow, notice.salutation, mm(2));
      placeText(flow, notice.told(formatDay(paper.namedOn), paper.driverName), mm(5));
      flow.place(
        offenceSection(paper, texts, [
          [notice.authority, paper.authorityName],
          [notice.reference, paper.offence.reference],
          [notice.reported, reportedOf(paper)],
        ]),
      );
      flow.place(rentalSection(paper, texts));
      const { fee } = paper;
      if (fee !== null) {
        flow.place(
          factsSection(notice.handling, [
            [notice.fee, formatMoney(fee.amount, fee.currency)],
            [notice.invoice, fee.invoiceNumber ?? notice.invoiceFollows],
          ]),
        );
      }
      placeText(flow, notice.next, mm(2));
      flow.place(
        stack(
          space(mm(2)),
          paragraph(texts.greeting, letterText, { width: contentWidth }),
          space(mm(2)),
          paragraph(`${paper.clerk}, ${paper.company.name}`, letterText, { width: contentWidth }),
          paragraph(`${paper.place}, ${formatDay(paper.issuedOn)}`, styles.small, { width: contentWidth }),
        ),
      );
    },
  });
}

async function makeLetter(paper: FinePaper, letter: Letter): Promise<Uint8Array> {
  const { title, subject, to, facts, body } = letter;
  const named = `${title} ${paper.number}`;
  // Without lines the letterhead does not call the company's number a VAT number.
  return makePaper(paper, { title: named, subject, lines: [] }, (flow) => {
    letterHead(flow, { company: paper.company, customer: to }, facts, title);
    body(flow);
  });
}

function placeText(flow: Flow, text: string, below: number): void {
  flow.place(paragraph(text, letterText, { width: mm(160), leading: 1.45 }));
  flow.skip(below);
}

function offenceSection({ offence }: FinePaper, texts: FineLetterTexts, first: readonly HeadFact[]) {
  return factsSection(texts.offence, [
    ...first,
    [texts.plate, formatPlate(offence.plate)],
    [texts.vehicle, offence.vehicle],
    [texts.time, `${formatDay(offence.day)} ${offence.time}`],
    [texts.place, offence.place],
    [texts.what, offence.what],
  ]);
}

function rentalSection({ rental }: FinePaper, texts: FineLetterTexts) {
  return factsSection(texts.rental, [
    [texts.contract, rental.contractNumber],
    [texts.handedOver, formatInstant(rental.from)],
    [texts.returned, rental.to === null ? texts.stillOut : formatInstant(rental.to)],
  ]);
}

function reportedOf({ offence }: FinePaper): string | null {
  return offence.reportedOn === null ? null : formatDay(offence.reportedOn);
}

function contactOf({ clerk, branch }: FinePaper): string {
  return [clerk, branch.name, ...(branch.phone === null ? [] : [formatPhone(branch.phone)])].join(', ');
}
