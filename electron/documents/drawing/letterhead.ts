import { addressLines } from '#shared/parties/address.ts';
import type { PaperCompany, PaperLanguage, PaperLine } from '#shared/parties/paper-fields.ts';
import { formatPhone } from '#shared/parties/phone.ts';
import { formatUid, formatVatNumber } from '#shared/parties/uid.ts';
import { typeface } from '../fonts/typeface.ts';
import { paragraph, stack } from './block.ts';
import { contentWidth, left, right } from './flow.ts';
import { colourOf, mm } from './measure.ts';
import type { Sheet } from './sheet.ts';
import { styles } from './styles.ts';
import { wrap } from './wrap.ts';

/** The head of the first page: an accent, the company, how to reach it, and what page this is. */
export function drawLetterhead(
  sheet: Sheet,
  company: PaperCompany,
  words: { readonly language: PaperLanguage; readonly page: string; readonly mentionsVat: boolean },
): void {
  drawAccent(sheet, company.accent);
  const width = mm(110);
  const contact = [
    ...addressLines(company.address),
    ...(company.phone === null ? [] : [formatPhone(company.phone)]),
    ...(company.email === null ? [] : [company.email]),
    ...(company.website === null ? [] : [company.website]),
    ...(company.uid === null
      ? []
      : [words.mentionsVat ? formatVatNumber(company.uid, words.language) : formatUid(company.uid)]),
  ];
  const head = stack(
    paragraph(company.name, { ...styles.name, size: 11 }, { width }),
    paragraph(joinedWhole(contact, width), styles.small, { width }),
  );
  head.draw(sheet, left, mm(15));
  drawPage(sheet, words.page);
}

/** A paper about damage alone must not mention VAT (MWSTG 18(2)(i)), not even beside the company's number. */
export function mentionsVat(company: PaperCompany, lines: readonly PaperLine[]): boolean {
  return company.vatRegistered && lines.some(({ vatKind }) => vatKind === 'standard');
}

/** The head of later pages: whose paper, which one, which page. */
export function drawLaterHead(sheet: Sheet, company: PaperCompany, paper: string, page: string): void {
  drawAccent(sheet, company.accent);
  const name = `${paper} · ${company.name}`;
  const [first = ''] = wrap(name, styles.small.font, styles.small.size, contentWidth - mm(30));
  sheet.text(left, mm(18), first, styles.small);
  drawPage(sheet, page);
}

function drawAccent(sheet: Sheet, accent: string): void {
  sheet.rectangle(left, mm(11), mm(12), mm(1.2), colourOf(accent));
}

function drawPage(sheet: Sheet, page: string): void {
  const width = typeface(styles.small.font).width(page, styles.small.size);
  sheet.text(right - width, mm(18), page, styles.small);
}

/** Joins with dots and breaks only between the parts. */
function joinedWhole(parts: readonly string[], width: number): string {
  const { font, size } = styles.small;
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last} · ${part}`;
    if (last !== undefined && typeface(font).width(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.join('\n');
}
