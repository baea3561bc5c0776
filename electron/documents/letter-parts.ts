import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { contentWidth } from './drawing/flow.ts';
import { ink, mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';

export const letterText = { ...styles.body, size: 9.5 };
const labelWidth = mm(38);

/** A heading with its facts below it, label and value; facts without a value are left out. Kept whole. */
export function factsSection(
  heading: string,
  facts: readonly (readonly [label: string, value: string | null])[],
): Block {
  return stack(
    paragraph(heading, { ...styles.strong, size: 9.5, role: 'H2' }, { width: contentWidth }),
    space(2),
    rule(contentWidth),
    space(3),
    ...facts.flatMap(([label, value]) =>
      value === null
        ? []
        : [
            beside(
              {
                at: 0,
                block: paragraph(label, { ...styles.label, size: 8.5 }, { width: labelWidth - mm(2) }),
              },
              {
                at: labelWidth,
                block: paragraph(value, { ...styles.body, size: 9 }, { width: contentWidth - labelWidth }),
              },
            ),
            space(1.5),
          ],
    ),
    space(mm(3)),
  );
}

const half = contentWidth / 2;
const lineWidth = half - mm(5);

/** Lines to sign on, side by side: what is signed for, and the name where it is known. */
export function signatureLines(
  lines: readonly { readonly label: string; readonly name: string; readonly hint: string }[],
): Block {
  return beside(
    ...lines.map(({ label, name, hint }, at) => ({
      at: at * half,
      block: stack(
        space(mm(15)),
        rule(lineWidth, 0.6, ink),
        space(2),
        paragraph(label, styles.label, { width: lineWidth }),
        paragraph(name, styles.body, { width: lineWidth }),
        paragraph(hint, styles.small, { width: lineWidth }),
      ),
    })),
  );
}
