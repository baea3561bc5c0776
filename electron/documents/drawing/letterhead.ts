import { addressLines } from '#shared/parties/address.ts';
import type { PaperCompany, PaperLanguage, PaperLine } from '#shared/parties/paper-fields.ts';
import { formatPhone } from '#shared/parties/phone.ts';
import { formatUid, formatVatNumber } from '#shared/parties/uid.ts';
import { typeface } from '../fonts/typeface.ts';
import { type Block, beside, paragraph, stack } from './block.ts';
import { left, right } from './flow.ts';
import { colourOf, mm } from './measure.ts';
import { picture } from './picture.ts';
import type { Sheet } from './sheet.ts';
import { styles } from './styles.ts';

const letterheadTop = mm(15);
const headWidth = mm(145);
const logoRoom = { width: mm(40), height: mm(14) };

/** The head of the first page: an accent, the company, how to reach it, and what page this is. */
export function drawLetterhead(sheet: Sheet, paper: LetterheadPaper, page: string): void {
  drawAccent(sheet, paper.company.accent);
  letterheadBlock(paper).draw(sheet, left, letterheadTop);
  drawPage(sheet, page);
}

/** Where the letterhead ends, from the top of the page: long names need more lines. */
export function letterheadBottom(paper: LetterheadPaper): number {
  return letterheadTop + letterheadBlock(paper).height;
}

export interface LetterheadPaper {
  readonly company: PaperCompany;
  readonly language: PaperLanguage;
  readonly lines: readonly PaperLine[];
}

function letterheadBlock(paper: LetterheadPaper): Block {
  const { logo, name } = paper.company;
  if (logo === null) return senderBlock(paper, headWidth);
  const mark = picture(logo, { ...logoRoom, alternative: name });
  const at = mark.width + mm(5);
  return beside({ at: 0, block: mark }, { at, block: senderBlock(paper, headWidth - at) });
}

function senderBlock({ company, language, lines }: LetterheadPaper, width: number): Block {
  const { uid } = company;
  const number = mentionsVat(company, lines) ? formatVatNumber : formatUid;
  const contact = [
    ...addressLines(company.address),
    ...(company.phone === null ? [] : [formatPhone(company.phone)]),
    ...(company.email === null ? [] : [company.email]),
    ...(company.website === null ? [] : [company.website]),
    ...(uid === null ? [] : [number(uid, language)]),
  ];
  return stack(
    paragraph(company.name, { ...styles.name, size: 11 }, { width }),
    paragraph(joinedWhole(contact, Math.min(width, mm(110))), styles.small, { width }),
  );
}

/** A paper about damage alone must not mention VAT (MWSTG 18(2)(i)), not even beside the company's number. */
function mentionsVat(company: PaperCompany, lines: readonly PaperLine[]): boolean {
  return company.vatRegistered && lines.some(({ vatKind }) => vatKind === 'standard');
}

/** The head of later pages: whose paper, which one, which page. */
export function drawLaterHead(sheet: Sheet, company: PaperCompany, paper: string, page: string): void {
  drawAccent(sheet, company.accent);
  const head = paragraph(`${paper} · ${company.name}`, styles.small, { width: headWidth });
  sheet.artifact(() => head.draw(sheet, left, mm(18) - styles.small.size * 1.05));
  drawPage(sheet, page);
}

function drawAccent(sheet: Sheet, accent: string): void {
  sheet.rectangle(left, mm(11), mm(12), mm(1.2), colourOf(accent));
}

function drawPage(sheet: Sheet, page: string): void {
  const width = typeface(styles.small.font).width(page, styles.small.size);
  sheet.artifact(() => sheet.text(right - width, mm(18), page, styles.small));
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
