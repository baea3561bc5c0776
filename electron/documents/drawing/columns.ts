import { type Block, beside, paragraph, rule, space, stack } from './block.ts';
import { ink, mm } from './measure.ts';
import type { TextStyle } from './sheet.ts';
import { styles } from './styles.ts';

export interface Column {
  /** In points, with the gap to the next column within it. */
  readonly width: number;
  readonly align?: 'right';
}

/** A value, or a value with small print below it. */
export type Cell = string | { readonly text: string; readonly hint: string };

export interface Columns {
  readonly width: number;
  readonly head: (labels: readonly string[]) => Block;
  readonly row: (cells: readonly Cell[]) => Block;
  /** Below a line, in bold: what the column comes to. */
  readonly sum: (cells: readonly string[]) => Block;
}

const gap = mm(2);

/** Head, rows and sums of one table, all on the same edges. */
export function columnsOf(columns: readonly Column[]): Columns {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const edges = columns.map((_, at) => columns.slice(0, at).reduce((sum, column) => sum + column.width, 0));
  const cells = (values: readonly Cell[], style: TextStyle) =>
    beside(
      ...columns.map((column, index) => {
        const value = values[index] ?? '';
        const options = {
          width: column.width - (index === columns.length - 1 ? 0 : gap),
          ...(column.align === undefined ? {} : { align: column.align }),
        };
        const block =
          typeof value === 'string'
            ? paragraph(value, style, options)
            : stack(paragraph(value.text, style, options), paragraph(value.hint, styles.small, options));
        return { at: edges[index] ?? 0, block };
      }),
    );
  return {
    width,
    head: (labels) => stack(cells(labels, styles.label), space(2), rule(width, 0.8, ink)),
    row: (values) => stack(space(2), cells(values, styles.body), space(2), rule(width)),
    sum: (values) => stack(rule(width, 0.8, ink), space(2.5), cells(values, styles.strong), space(2)),
  };
}
