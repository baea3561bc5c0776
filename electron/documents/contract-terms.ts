import { joinable, paragraph, space } from './drawing/block.ts';
import { type Flow, contentWidth, left } from './drawing/flow.ts';
import { ink, mm } from './drawing/measure.ts';
import type { TextStyle } from './drawing/sheet.ts';
import type { Element } from './drawing/structure.ts';
import { styles } from './drawing/styles.ts';
import { wrap } from './drawing/wrap.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const columnGap = mm(8);
const columnWidth = (contentWidth - columnGap) / 2;
const leading = 9.6;
const text: TextStyle = { font: 'text', size: 7.2, colour: ink };
const heading: TextStyle = { ...text, font: 'strong', role: 'H3' };

interface Line {
  readonly content: string;
  readonly style: TextStyle;
  /** Blank space before, in lines; none at the top of a column. */
  readonly before: number;
  /** Lines of one paragraph are read as one, whatever column or page they came to stand in. */
  readonly paragraph: number;
}

/** The general terms on pages of their own, in two columns that are filled one after the other. */
export function placeGeneralTerms(flow: Flow, terms: string, texts: PaperTexts): void {
  flow.turn();
  flow.place(
    paragraph(texts.contract.terms, { ...styles.title, size: 14, role: 'H2' }, { width: contentWidth }),
  );
  flow.place(space(mm(4)));
  const lines = setTerms(terms);
  const parts = new Map<number, Element>();
  let at = 0;
  while (at < lines.length) {
    const { columns, next } = fillPage(lines, at, Math.floor(flow.room / leading));
    for (const [column, placed] of columns.entries()) {
      const x = left + column * (columnWidth + columnGap);
      for (const { line, row } of placed) {
        const baseline = flow.y + row * leading + leading * 0.7;
        const part = parts.get(line.paragraph) ?? flow.sheet.begin(line.style.role ?? 'P');
        parts.set(line.paragraph, part);
        flow.sheet.into(part, () => flow.sheet.text(x, baseline, joinable(line.content), line.style));
      }
    }
    at = next;
    if (at < lines.length) flow.turn();
  }
}

interface Placed {
  readonly line: Line;
  /** From the top of the column, in lines. */
  readonly row: number;
}

interface Page {
  readonly columns: readonly (readonly Placed[])[];
  readonly next: number;
}

/** Two columns of at most `room` lines. On the last page they are made as short as they can be, so that they balance. */
function fillPage(lines: readonly Line[], from: number, room: number): Page {
  const full = fillColumns(lines, from, room);
  if (full.next < lines.length) return full;
  for (let shorter = Math.ceil((lines.length - from) / 2); shorter < room; shorter += 1) {
    const balanced = fillColumns(lines, from, shorter);
    if (balanced.next >= lines.length) return balanced;
  }
  return full;
}

function fillColumns(lines: readonly Line[], from: number, room: number): Page {
  const first = fillColumn(lines, from, room);
  const second = fillColumn(lines, first.next, room);
  return { columns: [first.placed, second.placed], next: second.next };
}

function fillColumn(
  lines: readonly Line[],
  from: number,
  room: number,
): { readonly placed: readonly Placed[]; readonly next: number } {
  const placed: Placed[] = [];
  let row = 0;
  for (const [at, current] of lines.entries()) {
    if (at < from) continue;
    const before = placed.length === 0 ? 0 : current.before;
    // A heading stays with the two lines that follow it.
    const kept = current.style === heading ? 3 : 1;
    if (placed.length > 0 && row + before + kept > room) return { placed, next: at };
    placed.push({ line: current, row: row + before });
    row += before + 1;
  }
  return { placed, next: lines.length };
}

/** Paragraphs are set apart by a blank line; a short first line without a full stop is a heading. */
function setTerms(terms: string): readonly Line[] {
  return terms
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .flatMap((block, blockAt) =>
      block.split('\n').flatMap((row, rowAt) => {
        const isHeading = rowAt === 0 && row.length <= 70 && !/[.;:,]$/.test(row.trim());
        const style = isHeading ? heading : text;
        return wrap(row, style.font, style.size, columnWidth).map((content, lineAt) => ({
          content,
          style,
          before: rowAt === 0 && lineAt === 0 ? 0.7 : 0,
          paragraph: blockAt * 2 + (isHeading ? 0 : 1),
        }));
      }),
    );
}
