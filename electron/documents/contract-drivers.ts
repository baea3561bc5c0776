import type { ContractPaper } from '#shared/contracts/contract-paper.ts';
import { formatPhone } from '#shared/parties/phone.ts';
import { formatDay } from '#shared/time/format-time.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { ink, mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

type Driver = ContractPaper['drivers'][number];

/** Left edges of name, birth, licence, categories, issued, expires. */
const columns = [mm(0), mm(50), mm(71), mm(109), mm(128), mm(150)] as const;

/** Who may drive, with the licence that was shown. */
export function driversTable(flow: Flow, drivers: readonly Driver[], texts: PaperTexts): void {
  flow.table(head(drivers.length, texts), drivers.map(row));
}

function head(count: number, { contract }: PaperTexts): Block {
  const labels = [
    contract.driver(count),
    contract.born,
    contract.licence,
    contract.licenceCategories,
    contract.issued,
    contract.expires,
  ];
  return stack(
    cells(labels.map((label) => (width) => paragraph(label, styles.label, { width }))),
    space(2),
    rule(contentWidth, 0.8, ink),
  );
}

function row(driver: Driver): Block {
  const plain = (text: string) => (width: number) => paragraph(text, styles.body, { width });
  const withHint = (text: string, hint: string) => (width: number) =>
    stack(paragraph(text, styles.body, { width }), paragraph(hint, styles.small, { width }));
  return stack(
    space(3),
    cells([
      withHint(driver.name, driver.phone === null ? '' : formatPhone(driver.phone)),
      plain(formatDay(driver.birthDate)),
      withHint(driver.licenceNumber, driver.licenceCountry),
      plain(driver.licenceCategories),
      plain(dayOrDash(driver.licenceIssuedOn)),
      plain(dayOrDash(driver.licenceExpiresOn)),
    ]),
    space(3),
    rule(contentWidth),
  );
}

function cells(make: readonly ((width: number) => Block)[]): Block {
  return beside(
    ...make.map((cell, at) => {
      const from = columns[at] ?? 0;
      const to = columns[at + 1] ?? contentWidth + mm(2);
      return { at: from, block: cell(to - from - mm(2)) };
    }),
  );
}

function dayOrDash(day: IsoDay | null): string {
  return day === null ? '–' : formatDay(day);
}
