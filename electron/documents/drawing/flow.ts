import { type Block, paragraph, space } from './block.ts';
import { mm } from './measure.ts';
import type { PaperFile } from './paper-file.ts';
import type { Sheet, TextStyle } from './sheet.ts';
import type { Element } from './structure.ts';
import { wrap } from './wrap.ts';

export const left = mm(20);
export const right = mm(190);
export const contentWidth = right - left;
/** The column on the right: where a Swiss window envelope shows the address, and where the payment part's text starts. */
export const rightColumn = mm(118);

const laterTop = mm(27);
const bottom = mm(297 - 13);

/** Fills pages from top to bottom with blocks. Page heads are drawn before, when a page starts. */
export class Flow {
  sheet: Sheet;
  y: number;
  readonly #file: PaperFile;

  /** `top` is where the first page begins below its letterhead. */
  constructor(file: PaperFile, top: number) {
    this.#file = file;
    this.sheet = file.addSheet();
    this.y = top;
  }

  get room(): number {
    return bottom - this.y;
  }

  /** Starts a page unless `height` still fits on this one. Returns whether it did. */
  need(height: number): boolean {
    if (height <= this.room) return false;
    this.turn();
    return true;
  }

  turn(): void {
    this.sheet = this.#file.addSheet();
    this.y = laterTop;
  }

  /** Draws a block as a whole, on a new page if it does not fit here. */
  place(block: Block): void {
    this.need(block.height);
    block.draw(this.sheet, left, this.y);
    this.y += block.height;
  }

  /**
   * Text that may run over pages: broken between its lines, but never so that one line is alone on a page, that `heading`
   * stands without what it heads, or `foot`, such as a signature, without what it stands under.
   */
  placeText(
    text: string,
    style: TextStyle,
    width: number,
    { heading = space(0), foot = space(0) }: { readonly heading?: Block; readonly foot?: Block } = {},
  ): void {
    const lines = wrap(text, style.font, style.size, width).map((content) =>
      paragraph(content === '' ? ' ' : content, style, { width }),
    );
    const high = lines[0]?.height ?? 0;
    const first = lines.length <= 3 ? high * lines.length + foot.height : high * 2;
    this.need(heading.height + first);
    this.place(heading);
    const part = this.sheet.begin(style.role ?? 'P');
    for (const [at, line] of lines.entries()) {
      if (at === lines.length - 2) this.need(high * 2 + foot.height);
      this.sheet.into(part, () => this.place(line));
    }
    this.place(foot);
  }

  /** Space between blocks, never at the top of a page. */
  skip(height: number): void {
    if (this.y > laterTop) this.y += height;
  }

  /**
   * A table: its head is repeated on every page, and its last row stays with `foot`, so that a total is never alone on a
   * page.
   */
  table(head: Block, rows: readonly Block[], foot: Block = space(0)): void {
    const [firstRow] = rows;
    const kept = (at: number) => (rows[at]?.height ?? 0) + (at === rows.length - 1 ? foot.height : 0);
    this.need(head.height + (firstRow ? kept(0) : 0));
    const table = this.sheet.begin('Table');
    this.#row(table, head, 'TH');
    for (const [at, row] of rows.entries()) {
      // Whoever hears the table hears its head once.
      if (this.need(kept(at))) this.sheet.artifact(() => this.place(head));
      this.#row(table, row, 'TD');
    }
    this.place(foot);
  }

  #row(table: Element, row: Block, cells: 'TH' | 'TD'): void {
    this.sheet.into(table, () => this.sheet.row(cells, () => this.place(row)));
  }
}
