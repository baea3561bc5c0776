import type { HandoverPaper, HandoverState } from '#shared/contracts/handover-paper.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { formatKilometres } from './drawing/format-kilometres.ts';
import { ink, line, mm } from './drawing/measure.ts';
import { gaugeBlock } from './drawing/plate.ts';
import type { TextStyle } from './drawing/sheet.ts';
import { styles } from './drawing/styles.ts';
import type { HandoverTexts } from './texts/handover.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

interface Words {
  readonly texts: PaperTexts;
  readonly handover: HandoverTexts;
}

/** What a fact is at one handover; text or something drawn. */
type Value = string | Block;
type Cell = (state: HandoverState) => Value;

const labelWidth = mm(44);
const columns = [mm(46), mm(90), mm(134)] as const;
const columnWidth = mm(36);

/** In which state the car changes hands; at a check-in beside the check-out, with the difference. */
export function placeHandoverState(flow: Flow, paper: HandoverPaper, words: Words): void {
  const { state, stateOut } = paper;
  if (stateOut === null) {
    flow.place(stack(rule(contentWidth), space(mm(2)), conditionBlock(paper, words)));
    return;
  }
  const { handover } = words;
  const labels = [handover.fact, handover.out, handover.in, handover.difference];
  flow.table(
    stack(
      cells(labels.map((value) => ({ value, style: styles.label }))),
      space(2),
      rule(contentWidth, 0.8, ink),
    ),
    factsOf(paper, words).map(({ label, cell, difference }) =>
      row(label, [cell(stateOut), cell(state)], difference(stateOut, state)),
    ),
  );
}

/** At a check-out: two facts beside each other, then the accessories. */
function conditionBlock(paper: HandoverPaper, words: Words): Block {
  const { state } = paper;
  const { contract } = words.texts;
  const { moment, odometer, energy, cleanliness, keys } = mainFacts(paper, words);
  const accessories =
    state.accessories.length === 0
      ? words.handover.noAccessories
      : state.accessories.map(({ name, count }) => `${count}\u00a0× ${name}`).join(', ');
  return stack(
    paragraph(words.handover.state.out, styles.label, { width: contentWidth }),
    space(1),
    pair([moment, cleanliness], state),
    pair([odometer, keys], state),
    beside({ at: 0, block: labelledValue(energy.label, energy.cell(state), valueWidth) }),
    labelledValue(contract.accessories, accessories, contentWidth - valueAt),
  );
}

const half = contentWidth / 2;
const valueAt = mm(30);
const valueWidth = half - valueAt - mm(5);

function pair(facts: readonly Fact[], state: HandoverState): Block {
  return beside(
    ...facts.map(({ label, cell }, at) => ({
      at: at * half,
      block: labelledValue(label, cell(state), valueWidth),
    })),
  );
}

function labelledValue(label: string, value: Value, width: number): Block {
  return beside(
    {
      at: 0,
      block: paragraph(label, { ...styles.label, size: 8 }, { width: valueAt - mm(2), leading: 1.52 }),
    },
    { at: valueAt, block: typeof value === 'string' ? paragraph(value, styles.body, { width }) : value },
  );
}

interface Fact {
  readonly label: string;
  readonly cell: Cell;
  readonly difference: (out: HandoverState, back: HandoverState) => string;
}

function mainFacts({ vehicle }: HandoverPaper, { texts, handover }: Words) {
  const { contract } = texts;
  return {
    moment: { label: handover.moment, cell: ({ at }) => formatInstant(at), difference: () => '' },
    odometer: {
      label: contract.odometer,
      cell: ({ kilometres }) => formatKilometres(kilometres),
      difference: (out, back) =>
        back.kilometres < out.kilometres
          ? `−${formatKilometres(out.kilometres - back.kilometres)}, ${handover.check}`
          : `+${formatKilometres(back.kilometres - out.kilometres)}`,
    },
    energy: {
      label: vehicle.drive === 'electric' ? contract.charge : contract.fuel,
      cell: ({ fuelEighths }) => gauge(fuelEighths),
      difference: (out, back) => signed(back.fuelEighths - out.fuelEighths, '/8'),
    },
    cleanliness: {
      label: handover.cleanliness,
      cell: (state) => handover.cleanlinessWord[state.cleanliness],
      difference: () => '',
    },
    keys: {
      label: handover.keys,
      cell: ({ keys }) => String(keys),
      difference: (out, back) => signed(back.keys - out.keys, ''),
    },
  } satisfies Record<string, Fact>;
}

/** The rows of a check-in. What stands in one list of accessories only counts none in the other. */
function factsOf(paper: HandoverPaper, words: Words): readonly Fact[] {
  const { state, stateOut } = paper;
  const { moment, odometer, energy, cleanliness, keys } = mainFacts(paper, words);
  const names = new Set(
    [...(stateOut?.accessories ?? []), ...state.accessories].map((accessory) => accessory.name),
  );
  return [
    moment,
    odometer,
    energy,
    cleanliness,
    keys,
    ...Array.from(names, (name): Fact => {
      const count = ({ accessories }: HandoverState) =>
        accessories.find((accessory) => accessory.name === name)?.count ?? 0;
      return {
        label: name,
        cell: (at) => String(count(at)),
        difference: (out, back) => signed(count(back) - count(out), ''),
      };
    }),
  ];
}

/** `−2/8`, `+1`, `0` */
function signed(difference: number, unit: string): string {
  if (difference === 0) return '0';
  return `${difference < 0 ? '−' : '+'}${Math.abs(difference)}${unit}`;
}

function row(label: string, values: readonly Value[], difference: string): Block {
  return stack(
    space(2),
    cells([
      { value: label, style: { ...styles.label, size: 8 } },
      ...values.map((value) => ({ value, style: styles.body })),
      { value: difference, style: difference.startsWith('−') ? styles.strong : styles.body },
    ]),
    space(2),
    rule(contentWidth),
  );
}

function cells(made: readonly { readonly value: Value; readonly style: TextStyle }[]): Block {
  return beside(
    ...made.map(({ value, style }, at) => {
      const from = at === 0 ? 0 : (columns[at - 1] ?? 0);
      const width = at === 0 ? labelWidth : columnWidth;
      return { at: from, block: typeof value === 'string' ? paragraph(value, style, { width }) : value };
    }),
  );
}

function gauge(eighths: number): Block {
  const room = mm(27);
  const text = paragraph(`${eighths}/8`, styles.body, { width: columnWidth - room });
  const fields = gaugeBlock(eighths, { full: ink, empty: line });
  return {
    height: Math.max(text.height, fields.height),
    draw(sheet, x, y) {
      fields.draw(sheet, x, y);
      text.draw(sheet, x + room, y);
    },
  };
}
