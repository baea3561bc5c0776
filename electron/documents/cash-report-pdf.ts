import { type CashReport, type CashReportPaper, cashReportOf } from '#shared/cash/cash-report-paper.ts';
import { signedAmount } from '#shared/cash/cash-movement.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { type Rappen, rappen } from '#shared/money/rappen.ts';
import { formatInstant, formatTime } from '#shared/time/format-time.ts';
import { dayOf } from '#shared/time/instant.ts';
import { type Block, beside, paragraph, space, stack } from './drawing/block.ts';
import { columnsOf } from './drawing/columns.ts';
import { Flow, contentWidth } from './drawing/flow.ts';
import { drawLaterHead, drawLetterhead, letterheadBottom } from './drawing/letterhead.ts';
import { mm } from './drawing/measure.ts';
import { PaperFile } from './drawing/paper-file.ts';
import { labelled, styles } from './drawing/styles.ts';
import { countBlock, otherPaymentsBlock, resultBlock, soldBlock } from './cash-report-tables.ts';
import { signatureLines } from './letter-parts.ts';
import { type CashReportTexts, cashReportTexts } from './texts/cash-report.ts';
import { paperTexts } from './texts/paper-texts.ts';

/** The report of a closed cash session. The same paper makes the same bytes. Expects a parsed `CashReportPaper`. */
export async function makeCashReportPdf(paper: CashReportPaper): Promise<Uint8Array> {
  const texts = cashReportTexts[paper.language];
  const common = paperTexts[paper.language];
  const title = `${texts.title} ${paper.number}`;
  const file = await PaperFile.open({
    title,
    author: paper.company.name,
    subject: `${paper.branch.name}, ${paper.counter}`,
    language: common.locale,
    createdAt: paper.issuedAt,
    fingerprint: JSON.stringify(paper),
  });
  // Without lines the letterhead does not call the company's number a VAT number: this paper goes to nobody outside.
  const letterhead = { company: paper.company, language: paper.language, lines: [] };
  const flow = new Flow(file, letterheadBottom(letterhead) + mm(5));
  flow.place(headBlock(paper, texts, title));
  flow.skip(mm(6));
  const report = cashReportOf(paper);
  placeMovements(flow, paper, report, texts);
  for (const block of [
    countBlock(paper, report, texts),
    resultBlock(paper, report, texts),
    otherPaymentsBlock(paper, texts),
    soldBlock(paper, texts, common),
  ]) {
    if (block.height === 0) continue;
    flow.skip(mm(5));
    flow.place(block);
  }
  if (paper.notes !== null) {
    flow.skip(mm(5));
    flow.placeText(paper.notes, styles.body, mm(140));
  }
  flow.skip(mm(4));
  flow.place(
    signatureLines([
      { label: texts.closedBy, name: paper.closedBy, hint: texts.placeAndDate },
      { label: texts.checkedBy, name: '', hint: texts.placeAndDate },
    ]),
  );
  for (const [at, sheet] of file.sheets.entries()) {
    const page = common.page(at + 1, file.sheets.length);
    sheet.atStart(() => {
      if (at === 0) drawLetterhead(sheet, letterhead, page);
      else drawLaterHead(sheet, paper.company, title, page);
    });
  }
  return file.finish();
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
