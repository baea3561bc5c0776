import type { ContractPaper } from '#shared/contracts/contract-paper.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { formatKilometres } from './drawing/format-kilometres.ts';
import { ink, line, mm } from './drawing/measure.ts';
import { gaugeBlock, plateBlock } from './drawing/plate.ts';
import { styles } from './drawing/styles.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const half = contentWidth / 2;
const width = half - mm(5);
const labelWidth = mm(28);

/** More damages than these go below, across the page. */
const fewDamages = 5;

/** What is handed over, and in what condition. */
export function placeVehicle(flow: Flow, paper: ContractPaper, texts: PaperTexts): void {
  flow.place(
    stack(
      rule(contentWidth),
      space(mm(2)),
      beside({ at: 0, block: identity(paper, texts) }, { at: half, block: condition(paper, texts) }),
    ),
  );
  const { damages, moreDamages } = paper.vehicle;
  if (damages.length <= fewDamages) return;
  flow.skip(mm(2));
  const label = paragraph(texts.contract.damages, styles.label, { width: contentWidth });
  for (let at = 0; at < damages.length; at += 2) {
    const pair = damages.slice(at, at + 2).map((damage, side) => ({
      at: side * half,
      block: numbered(at + side, damage, width),
    }));
    flow.place(stack(...(at === 0 ? [label] : []), beside(...pair), space(1.5)));
  }
  if (moreDamages > 0)
    flow.place(paragraph(texts.contract.moreDamages(moreDamages), styles.body, { width: contentWidth }));
}

function identity({ vehicle }: ContractPaper, texts: PaperTexts): Block {
  const plate = plateBlock(vehicle.plate);
  const beforeModel = plate.width + mm(3);
  return stack(
    paragraph(texts.contract.vehicle, styles.label, { width }),
    beside(
      { at: 0, block: plate },
      {
        at: beforeModel,
        block: stack(
          space(4),
          paragraph(vehicle.model, { ...styles.name, size: 9 }, { width: width - beforeModel }),
        ),
      },
    ),
    space(2),
    fact(texts.contract.category, vehicle.category),
    ...(vehicle.colour === null ? [] : [fact(texts.contract.colour, vehicle.colour)]),
    fact(texts.contract.vin, vehicle.vin),
    ...(vehicle.accessories === null ? [] : [fact(texts.contract.accessories, vehicle.accessories)]),
  );
}

function condition({ vehicle }: ContractPaper, texts: PaperTexts): Block {
  const { contract } = texts;
  const gauge = beside(
    { at: 0, block: gaugeBlock(vehicle.fuelEighths, { full: ink, empty: line }) },
    { at: mm(27), block: paragraph(`${vehicle.fuelEighths}/8`, styles.body, { width: mm(15) }) },
  );
  return stack(
    paragraph(contract.condition, styles.label, { width }),
    space(3),
    fact(contract.odometer, formatKilometres(vehicle.kilometres)),
    fact(vehicle.drive === 'electric' ? contract.charge : contract.fuel, gauge),
    fact(contract.damages, damageList(vehicle, texts)),
  );
}

function damageList({ damages: all, moreDamages }: ContractPaper['vehicle'], texts: PaperTexts): Block {
  const room = width - labelWidth;
  if (all.length === 0) return paragraph(texts.contract.noDamages, styles.body, { width: room });
  if (all.length > fewDamages)
    return paragraph(`${all.length + moreDamages}, ${texts.contract.seeBelow}`, styles.body, { width: room });
  return stack(...all.map((damage, at) => numbered(at, damage, room)));
}

function numbered(at: number, text: string, room: number): Block {
  return beside(
    { at: 0, block: paragraph(String(at + 1), styles.strong, { width: mm(5) }) },
    { at: mm(5), block: paragraph(text, styles.body, { width: room - mm(5) }) },
  );
}

function fact(label: string, value: string | Block): Block {
  const room = width - labelWidth;
  const block = typeof value === 'string' ? paragraph(value, styles.body, { width: room }) : value;
  return beside(
    {
      at: 0,
      block: paragraph(label, { ...styles.label, size: 8 }, { width: labelWidth - mm(1), leading: 1.52 }),
    },
    { at: labelWidth, block },
  );
}
