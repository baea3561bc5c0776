import { createHash } from 'node:crypto';
import type { PaperCompany, PaperLanguage, PaperLine } from '#shared/parties/paper-fields.ts';
import type { Instant } from '#shared/time/instant.ts';
import { Flow } from './drawing/flow.ts';
import { drawLaterHead, drawLetterhead, letterheadBottom } from './drawing/letterhead.ts';
import { mm } from './drawing/measure.ts';
import { PaperFile } from './drawing/paper-file.ts';
import { type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** What all our papers have. */
export interface PaperHead {
  readonly language: PaperLanguage;
  readonly issuedAt: Instant;
  readonly company: PaperCompany;
}

export interface PaperTitle {
  /** Of the file, and of the head on later pages. */
  readonly title: string;
  /** Whom or what it concerns, in the file's properties. */
  readonly subject: string;
  /** What is billed; without taxed lines the letterhead does not mention VAT. */
  readonly lines?: readonly PaperLine[];
}

/**
 * A paper with letterhead and page numbers; `draw` fills it from top to bottom. The same paper makes the same bytes: the
 * clock is not read, and the names of fonts and file are derived from what stands on it.
 */
export async function makePaper(
  paper: PaperHead,
  { title, subject, lines = [] }: PaperTitle,
  draw: (flow: Flow, texts: PaperTexts) => void,
): Promise<Uint8Array> {
  const texts = paperTexts[paper.language];
  const file = await PaperFile.open({
    title,
    subject,
    author: paper.company.name,
    language: texts.locale,
    createdAt: paper.issuedAt,
    // With photos a paper has megabytes: hashed once here, not once for every font.
    fingerprint: createHash('sha256').update(JSON.stringify(paper)).digest('hex'),
  });
  const letterhead = { company: paper.company, language: paper.language, lines };
  draw(new Flow(file, letterheadBottom(letterhead) + mm(5)), texts);
  for (const [at, sheet] of file.sheets.entries()) {
    const page = texts.page(at + 1, file.sheets.length);
    sheet.atStart(() => {
      if (at === 0) drawLetterhead(sheet, letterhead, page);
      else drawLaterHead(sheet, paper.company, title, page);
    });
  }
  return file.finish();
}
