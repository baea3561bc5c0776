import { createHash } from 'node:crypto';
import type { HandoverPaper } from '#shared/contracts/handover-paper.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { partiesBlock } from './contract-parties.ts';
import { paragraph, space, stack } from './drawing/block.ts';
import { Flow, contentWidth } from './drawing/flow.ts';
import { drawLaterHead, drawLetterhead, letterheadBottom } from './drawing/letterhead.ts';
import { mm } from './drawing/measure.ts';
import { PaperFile } from './drawing/paper-file.ts';
import type { TextStyle } from './drawing/sheet.ts';
import { styles } from './drawing/styles.ts';
import { placeDamageList } from './handover-damages.ts';
import { placePhotos } from './handover-photos.ts';
import { handoverSignature } from './handover-signature.ts';
import { sketchBlock } from './handover-sketch.ts';
import { placeHandoverState } from './handover-state.ts';
import { handoverVehicle } from './handover-vehicle.ts';
import { type HandoverTexts, handoverTexts } from './texts/handover.ts';
import { type PaperTexts, paperTexts } from './texts/paper-texts.ts';

const gap = mm(3.2);
const heading: TextStyle = { ...styles.name, role: 'H2' };

/**
 * The report of a handover, out or in, with the sketch of its damages and its photos. The same paper makes the same bytes.
 * Expects a parsed `HandoverPaper`.
 */
export async function makeHandoverPdf(paper: HandoverPaper): Promise<Uint8Array> {
  const texts = paperTexts[paper.language];
  const handover = handoverTexts[paper.language];
  const title = `${handover.title[paper.direction]} ${paper.contractNumber}`;
  const file = await PaperFile.open({
    title,
    author: paper.company.name,
    subject: `${paper.vehicle.plate}, ${paper.customer.name}`,
    language: texts.locale,
    createdAt: paper.issuedAt,
    // With its photos a paper has megabytes: hashed once here, not once for every font.
    fingerprint: createHash('sha256').update(JSON.stringify(paper)).digest('hex'),
  });
  const letterhead = { company: paper.company, language: paper.language, lines: [] };
  const flow = new Flow(file, letterheadBottom(letterhead) + mm(5));
  drawBody(flow, paper, texts, handover);
  placePhotos(flow, paper, handover, file.sheets.length === 1);
  for (const [at, sheet] of file.sheets.entries()) {
    const page = texts.page(at + 1, file.sheets.length);
    sheet.atStart(() => {
      if (at === 0) drawLetterhead(sheet, letterhead, page);
      else drawLaterHead(sheet, paper.company, title, page);
    });
  }
  return file.finish();
}

function drawBody(flow: Flow, paper: HandoverPaper, texts: PaperTexts, handover: HandoverTexts): void {
  const { contract } = texts;
  const title = `${handover.title[paper.direction]} ${paper.contractNumber}`;
  flow.place(paragraph(title, styles.title, { width: contentWidth }));
  const subtitle = contract.subtitle(paper.branch.name, paper.counter, formatInstant(paper.state.at));
  const served = contract.servedBy(paper.clerk);
  flow.place(paragraph(`${subtitle} · ${served}`, styles.small, { width: contentWidth }));
  flow.skip(gap);
  flow.place(partiesBlock(paper, texts));
  flow.skip(gap);
  flow.place(handoverVehicle(paper, texts));
  flow.skip(gap);
  placeHandoverState(flow, paper, { texts, handover });
  flow.skip(gap);
  flow.place(
    stack(
      paragraph(handover.damages, heading, { width: contentWidth }),
      space(3),
      sketchBlock(paper.damages, handover),
    ),
  );
  flow.skip(mm(2));
  placeDamageList(flow, paper, handover);
  if (paper.notes !== null) {
    flow.skip(gap);
    flow.place(paragraph(contract.notes, styles.label, { width: contentWidth }));
    flow.placeText(paper.notes, styles.body, contentWidth);
  }
  flow.skip(gap);
  flow.place(handoverSignature(paper, texts, handover));
}
