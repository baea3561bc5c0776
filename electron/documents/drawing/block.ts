import { typeface } from '../fonts/typeface.ts';
import { type Colour, line } from './measure.ts';
import type { Sheet, TextStyle } from './sheet.ts';
import { wrap } from './wrap.ts';

/** A measured piece of a page: its height is known before it is drawn, so that pages can be filled without surprises. */
export interface Block {
  readonly height: number;
  draw(sheet: Sheet, x: number, y: number): void;
}

export interface ParagraphOptions {
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** Baseline to baseline, as a multiple of the size. */
  readonly leading?: number;
}

/** Text set in as many lines as it needs. An empty text takes no room. */
export function paragraph(text: string, style: TextStyle, options: ParagraphOptions): Block {
  if (text === '') return space(0);
  const leading = style.size * (options.leading ?? 1.35);
  const lines = wrap(text, style.font, style.size, options.width);
  return {
    height: lines.length * leading,
    draw: (sheet, x, y) =>
      sheet.within(style.role ?? 'P', () => {
        for (const [at, content] of lines.entries()) {
          const spare = options.width - typeface(style.font).width(content, style.size);
          const left = options.align === 'right' ? x + spare : x;
          // The baseline sits where capitals are centred in their line.
          const baseline = y + at * leading + leading / 2 + style.size * 0.36;
          sheet.text(left, baseline, at < lines.length - 1 ? joinable(content) : content, style);
        }
      }),
  };
}

/** A line that another follows ends in a space, or whoever hears them would hear two words as one. */
export function joinable(content: string): string {
  return /[\s-]$/.test(content) ? content : `${content} `;
}

export function space(height: number): Block {
  return { height, draw: () => undefined };
}

export function rule(width: number, thickness = 0.5, colour: Colour = line): Block {
  return { height: thickness, draw: (sheet, x, y) => sheet.rectangle(x, y, width, thickness, colour) };
}

export function stack(...blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    draw(sheet, x, y) {
      let top = y;
      for (const block of blocks) {
        block.draw(sheet, x, top);
        top += block.height;
      }
    },
  };
}

/** Blocks side by side, their tops on one line; `at` is the distance from the left. In a table's row they are its cells. */
export function beside(...columns: readonly { readonly at: number; readonly block: Block }[]): Block {
  return {
    height: Math.max(0, ...columns.map(({ block }) => block.height)),
    draw(sheet, x, y) {
      for (const { at, block } of columns) sheet.cell(() => block.draw(sheet, x + at, y));
    },
  };
}

/** A small table that is kept whole; every row is made of cells that stand `beside` each other. */
export function tabled(head: Block, rows: readonly Block[]): Block {
  const whole = stack(inRow('TH', head), ...rows.map((row) => inRow('TD', row)));
  return {
    height: whole.height,
    draw: (sheet, x, y) => sheet.within('Table', () => whole.draw(sheet, x, y)),
  };
}

function inRow(cells: 'TH' | 'TD', row: Block): Block {
  return {
    height: row.height,
    draw: (sheet, x, y) => sheet.row(cells, () => row.draw(sheet, x, y)),
  };
}

/** A block on a coloured ground that reaches `margin` beyond it on both sides. */
export function onGround(
  block: Block,
  ground: { readonly width: number; readonly colour: Colour; readonly above: number; readonly below: number },
): Block {
  const { width, colour, above, below } = ground;
  return {
    height: above + block.height + below,
    draw(sheet, x, y) {
      sheet.rectangle(x, y, width, above + block.height + below, colour);
      block.draw(sheet, x, y + above);
    },
  };
}
