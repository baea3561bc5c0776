import type { ContractPaper } from '#shared/contracts/contract-paper.ts';
import { paperTotals } from '#shared/invoices/invoice-paper-totals.ts';
import { formatMoney } from '#shared/money/format-money.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { linesHead, lineRows, totalRow, vatSummary } from './drawing/bill-lines.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { groupThousands } from './drawing/format-kilometres.ts';
import { ink, mm } from './drawing/measure.ts';
import { labelled, styles } from './drawing/styles.ts';
import { driversTable } from './contract-drivers.ts';
import { placeNotes } from './contract-notes.ts';
import { partiesBlock, periodBlock } from './contract-parties.ts';
import { signatureBlock } from './contract-signature.ts';
import { placeGeneralTerms } from './contract-terms.ts';
import { placeVehicle } from './contract-vehicle.ts';
import { makePaper } from './make-paper.ts';
import { type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** The rental contract as PDF. The same paper makes the same bytes. Expects a parsed `ContractPaper`. */
export async function makeContractPdf(paper: ContractPaper): Promise<Uint8Array> {
  const title = `${paperTexts[paper.language].contract.title} ${paper.number}`;
  return makePaper(paper, { title, subject: paper.customer.name, lines: paper.lines }, (flow, texts) =>
    drawBody(flow, paper, texts, title),
  );
}

const gap = mm(3.2);

function drawBody(flow: Flow, paper: ContractPaper, texts: PaperTexts, title: string): void {
  const { contract } = texts;
  flow.place(paragraph(title, styles.title, { width: contentWidth }));
  const subtitle = contract.subtitle(paper.branch.name, paper.counter, formatInstant(paper.issuedAt));
  const served = contract.servedBy(paper.clerk);
  flow.place(paragraph(`${subtitle} · ${served}`, styles.small, { width: contentWidth }));
  flow.skip(gap);
  flow.place(partiesBlock(paper, texts));
  flow.skip(gap);
  flow.place(periodBlock(paper, texts));
  flow.skip(gap);
  placeVehicle(flow, paper, texts);
  flow.skip(gap);
  driversTable(flow, paper.drivers, texts);
  flow.skip(gap);
  const totals = paperTotals(paper.lines);
  const hasVat = totals.vat.some(({ rate }) => rate > 0);
  const declaration = contract.declaration(paper.generalTerms !== null);
  const signature = stack(space(gap), signatureBlock(paper, texts, declaration));
  // Nobody signs a page that has nothing but the line to sign on.
  flow.table(
    linesHead(texts, 'CHF', hasVat),
    lineRows(paper.lines, hasVat),
    stack(
      totalRow(texts.total, totals, 'CHF'),
      vatSummary(texts, totals.vat, 'CHF'),
      space(mm(2)),
      conditionsBlock(paper, texts),
      ...(paper.notes === null ? [signature] : []),
    ),
  );
  if (paper.notes !== null) placeNotes(flow, paper.notes, texts, signature);
  if (paper.generalTerms !== null) placeGeneralTerms(flow, paper.generalTerms, texts);
}

/** Deposit, deductible and kilometres: what a renter looks for again when something happens. */
function conditionsBlock(paper: ContractPaper, texts: PaperTexts): Block {
  const { contract } = texts;
  const { deposit, deductible, kilometres } = paper;
  const third = contentWidth / 3;
  const width = third - mm(5);
  const fact = (label: string, value: string, hint: string) =>
    labelled(
      label,
      stack(paragraph(value, styles.strong, { width }), paragraph(hint, styles.small, { width })),
      width,
    );
  const { included, pricePerExtra } = kilometres;
  return stack(
    rule(contentWidth, 0.8, ink),
    space(mm(2)),
    beside(
      {
        at: 0,
        block: fact(
          contract.deposit,
          deposit === null ? contract.noDeposit : formatMoney(deposit.amount),
          deposit?.method ?? '',
        ),
      },
      {
        at: third,
        block: fact(
          contract.deductible,
          deductible === null ? contract.noDeductible : formatMoney(deductible),
          deductible === null ? '' : contract.deductibleHint,
        ),
      },
      {
        at: third * 2,
        block: fact(
          contract.kilometres,
          included === null ? contract.unlimited : contract.included(groupThousands(included)),
          included === null || pricePerExtra === null
            ? ''
            : contract.extraKilometre(formatMoney(pricePerExtra)),
        ),
      },
    ),
  );
}
