import { formatPlain } from '#shared/money/format-money.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { formatCreditorReference } from '#shared/numbering/creditor-reference.ts';
import { formatQrReference } from '#shared/numbering/qr-reference.ts';
import { formatIban } from '#shared/qr-bill/iban.ts';
import type { QrBillReference, QrParty, ValidQrBill } from '#shared/qr-bill/qr-bill.ts';
import { a4, black, mm } from './drawing/measure.ts';
import { drawQrCode } from './drawing/qr-code.ts';
import type { Sheet, TextStyle } from './drawing/sheet.ts';
import { wrap } from './drawing/wrap.ts';
import type { FontName } from './fonts/font-files.ts';
import { typeface } from './fonts/typeface.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

type BillTexts = PaperTexts['bill'];

export const paymentPartHeight = mm(105);
/** The line "separate before paying in" stands above the payment part. */
export const separateHintHeight = mm(7);

/**
 * Payment part and receipt of a QR-bill at the foot of an A4 sheet (Implementation Guidelines chapter 3 and Style Guide),
 * 210 × 105 mm.
 *
 * The code itself is made by `swissqrbill`; the texts around it are set here and not by its pdfkit renderer, for three
 * reasons: it lets long names run into the amount and the box of the payer (the receipt has 56 mm for them); a second PDF
 * library would embed the fonts a second time and write its own clock and ids into the file; and it costs more time than
 * the rest of the invoice.
 */
export function drawPaymentPart(sheet: Sheet, bill: ValidQrBill, texts: BillTexts): void {
  const top = a4.height - paymentPartHeight;
  drawCuttingLines(sheet, top, texts.separate);
  drawReceipt(sheet, top, bill, texts);
  drawPayment(sheet, top, bill, texts);
}

function drawCuttingLines(sheet: Sheet, top: number, hint: string): void {
  const style = { font: 'bill', size: 8, colour: black } as const;
  const width = typeface(style.font).width(hint, style.size);
  sheet.text((a4.width - width) / 2, top - 5, hint, style);
  const hairline = { width: 0.5, colour: black, dash: [2, 2] } as const;
  const fold = mm(62);
  sheet.polyline(
    [
      [0, top],
      [a4.width, top],
    ],
    hairline,
  );
  sheet.polyline(
    [
      [fold, top],
      [fold, a4.height],
    ],
    hairline,
  );
}

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Corner marks for handwriting instead of lines, in millimetres. */
  readonly box?: readonly [width: number, height: number];
}

interface SectionSize {
  readonly heading: number;
  readonly value: number;
  /** Baseline to baseline, in points. */
  readonly leading: number;
}

function drawReceipt(sheet: Sheet, top: number, bill: ValidQrBill, texts: BillTexts): void {
  const x = mm(5);
  const size: SectionSize = { heading: 6, value: 8, leading: 9 };
  sheet.text(x, top + mm(5) + 10, texts.receipt, partTitle);

  // The receipt is narrow. Where it gets too tight, street and number may be left out (Implementation Guidelines 3.6.2).
  const sections = (withStreets: boolean): readonly Section[] => [
    { heading: texts.account, lines: [formatIban(bill.account), ...partyLines(bill.creditor, withStreets)] },
    ...referenceSection(bill.reference, texts),
    debtorSection(bill.debtor, texts, withStreets, [52, 20]),
  ];
  const small: SectionSize = { heading: 6, value: 7, leading: 7.8 };
  const smallest: SectionSize = { heading: 6, value: 6, leading: 6.8 };
  const ways = [
    { content: sections(true), as: size },
    { content: sections(false), as: size },
    { content: sections(false), as: small },
    { content: sections(false), as: smallest },
  ];
  const way = ways.find(({ content, as }) => heightOf(content, mm(52), as) <= mm(56)) ?? ways.at(-1);
  if (way) drawSections(sheet, x, top + mm(12), mm(52), way.content, way.as);

  drawAmount(sheet, x, top + mm(68), bill, texts, size, { x: 27, y: 0, width: 30, height: 10 });
  const point = texts.acceptancePoint;
  const pointWidth = typeface('billStrong').width(point, 6);
  sheet.text(mm(57) - pointWidth, top + mm(82) + 6, point, bold(6));
}

function drawPayment(sheet: Sheet, top: number, bill: ValidQrBill, texts: BillTexts): void {
  const x = mm(67);
  sheet.text(x, top + mm(5) + 10, texts.paymentPart, partTitle);
  drawQrCode(sheet, x, top + mm(17), bill);
  const amountSize: SectionSize = { heading: 8, value: 10, leading: 11 };
  drawAmount(sheet, x, top + mm(68), bill, texts, amountSize, { x: 78, y: 4, width: 40, height: 15 });

  const information = [bill.message, bill.billingInformation].filter((text) => text !== '');
  const sections: readonly Section[] = [
    { heading: texts.account, lines: [formatIban(bill.account), ...partyLines(bill.creditor, true)] },
    ...referenceSection(bill.reference, texts),
    ...(information.length > 0 ? [{ heading: texts.additionalInformation, lines: information }] : []),
    debtorSection(bill.debtor, texts, true, [65, 25]),
  ];
  const width = mm(87);
  // 8 and 10 points are recommended; between 6 and 10 is permitted (Style Guide, "Fonts").
  const sizes: readonly SectionSize[] = [
    { heading: 8, value: 10, leading: 11 },
    { heading: 7, value: 9, leading: 10 },
    { heading: 6, value: 8, leading: 8.8 },
    { heading: 6, value: 7, leading: 7.6 },
  ];
  const size = sizes.find((candidate) => heightOf(sections, width, candidate) <= mm(85)) ?? sizes.at(-1);
  if (size) drawSections(sheet, mm(118), top + mm(5), width, sections, size);
  drawSchemes(sheet, x, top + mm(90), bill.alternativeSchemes);
}

/** Where an amount is written by hand, in millimetres: from the left of the page and from the top of the section. */
interface AmountField {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawAmount(
  sheet: Sheet,
  x: number,
  top: number,
  bill: ValidQrBill,
  texts: BillTexts,
  size: SectionSize,
  blank: AmountField,
): void {
  const amountAt = mm(22);
  const headingAt = top + size.heading;
  const valueAt = headingAt + size.leading + 1;
  sheet.text(x, headingAt, texts.currency, bold(size.heading));
  sheet.text(x, valueAt, bill.currency, regular(size.value));
  sheet.text(x + amountAt, headingAt, texts.amount, bold(size.heading));
  if (bill.amount !== null) {
    sheet.text(x + amountAt, valueAt, billAmount(bill.amount), regular(size.value));
    return;
  }
  drawCorners(sheet, mm(blank.x), top + mm(blank.y), mm(blank.width), mm(blank.height));
}

function drawSchemes(sheet: Sheet, x: number, top: number, schemes: readonly string[]): void {
  for (const [at, scheme] of schemes.entries()) {
    const [name = '', rest = ''] = scheme.split(/(\/.*)/s);
    const baseline = top + 7 + at * mm(3.5);
    sheet.text(x, baseline, name, bold(7));
    sheet.text(x + typeface('billStrong').width(name, 7), baseline, rest, regular(7));
  }
}

function referenceSection(reference: QrBillReference, texts: BillTexts): readonly Section[] {
  if (reference.type === 'NON') return [];
  const value =
    reference.type === 'QRR' ? formatQrReference(reference.value) : formatCreditorReference(reference.value);
  return [{ heading: texts.reference, lines: [value] }];
}

function debtorSection(
  debtor: QrParty | null,
  texts: BillTexts,
  withStreet: boolean,
  box: readonly [number, number],
): Section {
  return debtor === null
    ? { heading: texts.payableByName, lines: [], box }
    : { heading: texts.payableBy, lines: partyLines(debtor, withStreet) };
}

/** As on the bill: a country before the postcode only abroad. */
function partyLines(party: QrParty, withStreet: boolean): readonly string[] {
  const street = `${party.street} ${party.houseNumber}`.trim();
  const country = party.country === 'CH' ? '' : `${party.country} - `;
  return [
    party.name,
    ...(withStreet && street !== '' ? [street] : []),
    `${country}${party.postcode} ${party.town}`,
  ];
}

function heightOf(sections: readonly Section[], width: number, size: SectionSize): number {
  const heights = sections.map(({ lines, box }) => {
    const count = lines.flatMap((text) => wrap(text, 'bill', size.value, width)).length;
    return (count + 1) * size.leading + (box ? mm(box[1]) : 0);
  });
  return heights.reduce((sum, height) => sum + height, 0) + (sections.length - 1) * size.leading;
}

function drawSections(
  sheet: Sheet,
  x: number,
  top: number,
  width: number,
  sections: readonly Section[],
  size: SectionSize,
): void {
  let y = top;
  for (const { heading, lines, box } of sections) {
    sheet.text(x, y + size.heading, heading, bold(size.heading));
    y += size.leading;
    if (box) drawCorners(sheet, x, y + 1.5, mm(box[0]), mm(box[1]));
    for (const text of lines.flatMap((content) => wrap(content, 'bill', size.value, width))) {
      sheet.text(x, y + size.heading, text, regular(size.value));
      y += size.leading;
    }
    y += size.leading;
  }
}

/** Corner marks of a field to fill in by hand: 3 mm, 0.75 pt. */
function drawCorners(sheet: Sheet, x: number, y: number, width: number, height: number): void {
  const [long, right, bottom] = [mm(3), x + width, y + height];
  const style = { width: 0.75, colour: black } as const;
  sheet.polyline(
    [
      [x + long, y],
      [x, y],
      [x, y + long],
    ],
    style,
  );
  sheet.polyline(
    [
      [right - long, y],
      [right, y],
      [right, y + long],
    ],
    style,
  );
  sheet.polyline(
    [
      [x, bottom - long],
      [x, bottom],
      [x + long, bottom],
    ],
    style,
  );
  sheet.polyline(
    [
      [right, bottom - long],
      [right, bottom],
      [right - long, bottom],
    ],
    style,
  );
}

/** `1 590.00`: on a QR-bill thousands are set apart by a space (Implementation Guidelines 3.5.3). */
function billAmount(amount: Rappen): string {
  return formatPlain(amount).replace(/\B(?=(\d{3})+\.)/g, ' ');
}

const partTitle: TextStyle = { ...bold(11), role: 'H2' };

function regular(size: number): TextStyle {
  return inBlack('bill', size);
}

function bold(size: number): TextStyle {
  return inBlack('billStrong', size);
}

function inBlack(font: FontName, size: number): TextStyle {
  return { font, size, colour: black };
}
