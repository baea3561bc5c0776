import type { HandoverPaper } from '#shared/contracts/handover-paper.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { plateBlock } from './drawing/plate.ts';
import { styles } from './drawing/styles.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

/** Which car it is, in one line where the names permit. */
export function handoverVehicle({ vehicle }: HandoverPaper, { contract }: PaperTexts): Block {
  const plate = plateBlock(vehicle.plate);
  const from = plate.width + mm(4);
  const width = contentWidth - from;
  const facts = [vehicle.category, vehicle.colour, `${contract.vin}\u00a0${vehicle.vin}`]
    .filter((fact) => fact !== null)
    .join(' · ');
  return stack(
    rule(contentWidth),
    space(mm(2)),
    paragraph(contract.vehicle, styles.label, { width: contentWidth }),
    space(1),
    beside(
      { at: 0, block: plate },
      {
        at: from,
        block: stack(
          paragraph(vehicle.model, styles.name, { width, leading: 1.1 }),
          paragraph(facts, styles.small, { width }),
        ),
      },
    ),
  );
}
