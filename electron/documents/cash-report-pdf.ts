import { type CashReport, type CashReportPaper, cashReportOf } from '#shared/cash/cash-report-paper.ts';
import { signedAmount } from '#shared/cash/cash-movement.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { type Rappen, rappen } from '#shared/money/rappen.ts';
import { formatInstant, formatTime } from '#shared/time/format-time.ts';
import { dayOf } from '#shared/time/instant.ts';
import { type Block, beside, paragraph, space, stack } from './drawing/block.ts';
import { columnsOf } from './drawing/columns.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { labelled, styles } from './drawing/styles.ts';
import { countBlock, otherPaymentsBlock, resultBlock, soldBlock } from './cash-report-tables.ts';
import { signatureLines } from './letter-parts.ts';
import { makePaper } from './make-paper.ts';
import { type CashReportTexts, cashReportTexts } from './texts/cash-report.ts';

/** The report of a closed cash session. The same paper makes the same bytes. Expects a parsed `CashReportPaper`. */
export async function makeCashReportPdf(paper: CashReportPaper): Promise<Uint8Array> {
  const texts = cashReportTexts[paper.language];
  const title = `${texts.title} ${paper.number}`;
  const subject = `${paper.branch.name}, ${paper.counter}`;
  // Without lines the letterhead does not call the company's number a VAT number: this paper goes to nobody outside.
  return makePaper(paper, { title, subject, lines: [] }, (flow, common) => {
    flow.place(headBlock(paper, texts, title));
    flow.skip(mm(6));
    const report = cashReportOf(paper);
    placeMovements(flow, paper, report, texts);
    const blocks = [
      countBlock(paper, report, texts),
      resultBlock(paper, report, texts),
      otherPaymentsBlock(paper, texts),
      soldBlock(paper, texts, common),
    ].filter(({ height }) => height > 0);
    const signatures = stack(
      space(mm(4)),
      signatureLines([
        { label: texts.closedBy, name: paper.closedBy, hint: texts.placeAndDate },
        { label: texts.checkedBy, name: '', hint: texts.placeAndDate },
      ]),
    );
    // Nobody signs a page that has nothing but the line to sign on.
    for (const [at, block] of blocks.entries()) {
      flow.skip(mm(5));
      flow.place(at === blocks.length - 1 && paper.notes === null ? stack(block, signatures) : block);
    }
    if (paper.notes !== null) {
      flow.skip(mm(5));
      flow.placeText(paper.notes, styles.body, mm(140), { foot: signatures });
    }
  });
}

/** No address: the title starts where a letter has its window. */
function headBlock(paper: CashReportPaper, texts: CashReportTexts, title: string): Block {
  const facts = [
    [texts.branch, `${paper.branch.name}, ${paper.counter}`],
    [texts.opened, `${formatInstant(paper.openedAt)}, ${paper.openedBy}`],
    [texts.drawer, paper.currency],
    [texts.closed, `${formatInstant(paper.closedAt)}, ${paper.closedBy}`],
  ] as const;
  const half = contentWidth / 2;
  const fact = (at: number) => {
    const [label, value] = facts[at] ?? ['', ''];
    return labelled(label, value, half - mm(5));
  };
  return stack(
    space(mm(6)),
    paragraph(title, styles.title, { width: contentWidth }),
    space(mm(4)),
    beside({ at: 0, block: fact(0) }, { at: half, block: fact(1) }),
    space(mm(2)),
    beside({ at: 0, block: fact(2) }, { at: half, block: fact(3) }),
  );
}

const movementColumns = columnsOf([
  { width: mm(28) },
  { width: contentWidth - mm(28) - 3 * mm(24) },
  { width: mm(24), align: 'right' },
  { width: mm(24), align: 'right' },
  { width: mm(24), align: 'right' },
]);

/** Every movement with what was in the drawer after it; the sums never stand alone on a page. */
function placeMovements(
  flow: Flow,
  paper: CashReportPaper,
  { closing, balances }: CashReport,
  texts: CashReportTexts,
): void {
  const { head, row, sum } = movementColumns;
  const isOneDay = dayOf(paper.openedAt) === dayOf(paper.closedAt);
  const time = isOneDay ? formatTime : formatInstant;
  const opening = row([time(paper.openedAt), texts.openingFloat, '', '', formatAmount(paper.openingFloat)]);
  const rows = paper.movements.map((movement, at): Block => {
    const { kind, amount, document, reason, by } = movement;
    const money = formatAmount(amount);
    const isIn = signedAmount(movement) > 0;
    const hint = [reason, by].filter((text) => text !== null).join(' · ');
    const text = [texts.kinds[kind], ...(document === null ? [] : [document])].join(' ');
    return row([
      time(movement.at),
      { text, hint },
      isIn ? money : '',
      isIn ? '' : money,
      formatAmount(balances[at] ?? paper.openingFloat),
    ]);
  });
  const sumOf = (direction: 1 | -1): Rappen =>
    rappen(
      paper.movements
        .map(signedAmount)
        .filter((amount) => Math.sign(amount) === direction)
        .reduce((total, amount) => total + Math.abs(amount), 0),
    );
  const foot = sum([
    '',
    `${texts.sum} ${paper.currency}`,
    formatAmount(sumOf(1)),
    formatAmount(sumOf(-1)),
    formatAmount(closing.expected),
  ]);
  flow.place(
    stack(paragraph(texts.movements, { ...styles.name, role: 'H2' }, { width: contentWidth }), space(3)),
  );
  flow.table(
    head([texts.time, texts.movement, texts.in, texts.out, `${texts.balance} ${paper.currency}`]),
    [opening, ...rows],
    foot,
  );
}
