import { type AmendmentPaper, amendmentDifference } from '#shared/contracts/amendment-paper.ts';
import { paperTotals } from '#shared/invoices/invoice-paper-totals.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { rappen } from '#shared/money/rappen.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { accentRow } from './drawing/accent-row.ts';
import { amountRow, linesHead, lineRows, totalRow, vatSummary } from './drawing/bill-lines.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { ink, mm } from './drawing/measure.ts';
import type { TextStyle } from './drawing/sheet.ts';
import { styles } from './drawing/styles.ts';
import { placeNotes } from './contract-notes.ts';
import { partiesBlock } from './contract-parties.ts';
import { signatureBlock } from './contract-signature.ts';
import { makePaper } from './make-paper.ts';
import { type AmendmentTexts, amendmentTexts } from './texts/amendment.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const gap = mm(3.2);
const heading: TextStyle = { ...styles.name, role: 'H2' };

/** The amendment of a signed contract as PDF. Expects a parsed `AmendmentPaper`. */
export async function makeAmendmentPdf(paper: AmendmentPaper): Promise<Uint8Array> {
  const amendment = amendmentTexts[paper.language];
  const title = `${amendment.title(paper.position)} ${paper.number}`;
  const subject = `${paper.contractNumber}, ${paper.customer.name}`;
  return makePaper(paper, { title, subject, lines: paper.lines }, (flow, texts) =>
    drawBody(flow, paper, texts, title),
  );
}

function drawBody(flow: Flow, paper: AmendmentPaper, texts: PaperTexts, title: string): void {
  const { contract } = texts;
  const amendment = amendmentTexts[paper.language];
  flow.place(paragraph(title, styles.title, { width: contentWidth }));
  const to = amendment.to(paper.contractNumber, formatInstant(paper.contractSignedAt));
  flow.place(paragraph(to, styles.body, { width: contentWidth }));
  const subtitle = contract.subtitle(paper.branch.name, paper.counter, formatInstant(paper.issuedAt));
  const served = contract.servedBy(paper.clerk);
  flow.place(paragraph(`${subtitle} · ${served}`, styles.small, { width: contentWidth }));
  flow.skip(gap);
  flow.place(partiesBlock(paper, texts));
  flow.skip(gap);
  flow.table(changesHead(amendment), paper.changes.map(changeRow));
  flow.skip(gap);
  flow.skip(gap);
  const declaration = `${amendment.declaration} ${amendment.rest}`;
  // Nobody signs a page that has nothing but the line to sign on.
  const signature = stack(space(gap), signatureBlock(paper, texts, declaration));
  placePrice(flow, paper, texts, paper.notes === null ? signature : space(0));
  if (paper.notes !== null) placeNotes(flow, paper.notes, texts, signature);
}

/** The new price, and what it differs by. `foot` stays with them. */
function placePrice(flow: Flow, paper: AmendmentPaper, texts: PaperTexts, foot: Block): void {
  const amendment = amendmentTexts[paper.language];
  const totals = paperTotals(paper.lines);
  const hasVat = totals.vat.some(({ rate }) => rate > 0);
  const difference = amendmentDifference(paper);
  const changed =
    difference === 0
      ? paragraph(amendment.same, styles.body, { width: contentWidth })
      : stack(
          amountRow(amendment.totalBefore, formatAmount(paper.totalBefore)),
          accentRow(
            difference > 0 ? amendment.more : amendment.less,
            formatMoney(rappen(Math.abs(difference))),
            paper.company.accent,
          ),
        );
  const title = stack(paragraph(amendment.price, heading, { width: contentWidth }), space(mm(1.5)));
  // The heading is never alone at the foot of a page.
  flow.need(title.height + mm(20));
  flow.place(title);
  flow.table(
    linesHead(texts, 'CHF', hasVat),
    lineRows(paper.lines, hasVat),
    stack(
      totalRow(texts.total, totals, 'CHF'),
      vatSummary(texts, totals.vat, 'CHF'),
      space(mm(1)),
      changed,
      foot,
    ),
  );
}

const columns = { what: 0, before: mm(38), now: mm(104) } as const;

function changesHead({ what, before, now }: AmendmentTexts): Block {
  return stack(
    changeCells([what, before, now], styles.label, styles.label),
    space(2),
    rule(contentWidth, 0.8, ink),
  );
}

function changeRow({ what, before, now }: AmendmentPaper['changes'][number]): Block {
  return stack(
    space(3),
    changeCells([what, before ?? '–', now], styles.body, styles.strong),
    space(3),
    rule(contentWidth),
  );
}

function changeCells(
  [what, before, now]: readonly [string, string, string],
  plain: TextStyle,
  strong: TextStyle,
): Block {
  const gapWidth = mm(3);
  return beside(
    { at: columns.what, block: paragraph(what, plain, { width: columns.before - gapWidth }) },
    {
      at: columns.before,
      block: paragraph(before, plain, { width: columns.now - columns.before - gapWidth }),
    },
    { at: columns.now, block: paragraph(now, strong, { width: contentWidth - columns.now }) },
  );
}
