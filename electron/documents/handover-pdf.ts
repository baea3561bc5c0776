import type { HandoverPaper } from '#shared/contracts/handover-paper.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { placeNotes } from './contract-notes.ts';
import { partiesBlock } from './contract-parties.ts';
import { paragraph, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import type { TextStyle } from './drawing/sheet.ts';
import { styles } from './drawing/styles.ts';
import { placeDamageList } from './handover-damages.ts';
import { placePhotos } from './handover-photos.ts';
import { handoverSignature } from './handover-signature.ts';
import { sketchBlock } from './handover-sketch.ts';
import { placeHandoverState } from './handover-state.ts';
import { handoverVehicle } from './handover-vehicle.ts';
import { makePaper } from './make-paper.ts';
import { type HandoverTexts, handoverTexts } from './texts/handover.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const gap = mm(3.2);
const section: TextStyle = { ...styles.name, role: 'H2' };

/**
 * The report of a handover, out or in, with the sketch of its damages and its photos. The same paper makes the same bytes.
 * Expects a parsed `HandoverPaper`.
 */
export async function makeHandoverPdf(paper: HandoverPaper): Promise<Uint8Array> {
  const handover = handoverTexts[paper.language];
  const title = `${handover.title[paper.direction]} ${paper.contractNumber}`;
  const subject = `${paper.vehicle.plate}, ${paper.customer.name}`;
  return makePaper(paper, { title, subject }, (flow, texts) => {
    const firstPage = flow.sheet;
    flow.place(paragraph(title, styles.title, { width: contentWidth }));
    drawBody(flow, paper, texts, handover);
    placePhotos(flow, paper, handover, flow.sheet === firstPage);
  });
}

function drawBody(flow: Flow, paper: HandoverPaper, texts: PaperTexts, handover: HandoverTexts): void {
  const { contract } = texts;
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
      paragraph(handover.damages, section, { width: contentWidth }),
      space(3),
      sketchBlock(paper.damages, handover),
    ),
  );
  flow.skip(mm(2));
  // Nobody signs a page that has nothing but the line to sign on.
  const signature = stack(space(gap), handoverSignature(paper, texts, handover));
  placeDamageList(flow, paper, handover, paper.notes === null ? signature : space(0));
  if (paper.notes !== null) placeNotes(flow, paper.notes, texts, signature);
}
