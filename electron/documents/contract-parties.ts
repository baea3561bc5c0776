import type { ContractPaper } from '#shared/contracts/contract-paper.ts';
import { addressLines } from '#shared/parties/address.ts';
import { formatPhone } from '#shared/parties/phone.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { type Instant, zoned } from '#shared/time/instant.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { labelled, styles } from './drawing/styles.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const half = contentWidth / 2;
const width = half - mm(5);

/** Renter and branch, side by side. */
export function partiesBlock(
  paper: Pick<ContractPaper, 'customer' | 'branch' | 'company'>,
  texts: PaperTexts,
): Block {
  const { customer, branch, company } = paper;
  const renter = [
    ...(customer.addition === null ? [] : [customer.addition]),
    addressLines(customer.address).join(', '),
    customer.phone === null ? '' : formatPhone(customer.phone),
    customer.email ?? '',
    customer.customerNumber === null ? '' : `${texts.customerNumber} ${customer.customerNumber}`,
  ];
  const lessor = [
    branch.name,
    addressLines(branch.address).join(', '),
    branch.phone === null ? '' : formatPhone(branch.phone),
  ];
  return stack(
    rule(contentWidth),
    space(mm(2)),
    beside(
      { at: 0, block: partyBlock(texts.contract.renter, customer.name, renter) },
      { at: half, block: partyBlock(texts.contract.lessor, company.name, lessor) },
    ),
  );
}

function partyBlock(label: string, name: string, lines: readonly string[]): Block {
  return labelled(
    label,
    stack(
      paragraph(name, styles.name, { width }),
      ...lines.map((text) => paragraph(text, styles.body, { width })),
    ),
    width,
  );
}

/** From, to, and where to. */
export function periodBlock(paper: ContractPaper, texts: PaperTexts): Block {
  const { period, branch } = paper;
  const side = (label: string, moment: Instant, place: string) =>
    labelled(
      label,
      stack(
        paragraph(formatWithWeekday(moment, texts), styles.name, { width }),
        paragraph(place, styles.body, { width }),
      ),
      width,
    );
  return stack(
    rule(contentWidth),
    space(mm(2)),
    beside(
      { at: 0, block: side(texts.contract.pickUp, period.from, branch.name) },
      { at: half, block: side(texts.contract.return, period.to, period.returnTo) },
    ),
  );
}

/** `Fr 20.11.2026 14:30` */
function formatWithWeekday(moment: Instant, texts: PaperTexts): string {
  const weekday = texts.weekdays[zoned(moment).dayOfWeek - 1] ?? '';
  return `${weekday} ${formatInstant(moment)}`;
}
