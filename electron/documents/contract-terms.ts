import { paragraph, space } from './drawing/block.ts';
import { type Flow, contentWidth, left } from './drawing/flow.ts';
import { ink, mm } from './drawing/measure.ts';
import type { TextStyle } from './drawing/sheet.ts';
import { styles } from './drawing/styles.ts';
import { wrap } from './drawing/wrap.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const columnGap = mm(8);
const columnWidth = (contentWidth - columnGap) / 2;
const leading = 9.6;
const text: TextStyle = { font: 'text', size: 7.2, colour: ink };
const heading: TextStyle = { ...text, font: 'strong' };

interface Line {
  readonly content: string;
  readonly style: TextStyle;
  /** Blank space before, in lines; none at the top of a column. */
  readonly before: number;
}

/** The general terms on pages of their own, in two columns that are filled one after the other. */
export function placeGeneralTerms(flow: Flow, terms: string, texts: PaperTexts): void {
  flow.turn();
  flow.place(paragraph(texts.contract.terms, { ...styles.title, size: 14 }, { width: contentWidth }));
  flow.place(space(mm(4)));
  const lines = setTerms(terms);
  let at = 0;
  while (at < lines.length) {
    const top = flow.y;
    const perColumn = Math.floor(flow.room / leading);
    for (const column of [0, 1]) at = drawColumn(flow, lines, at, { column, top, room: perColumn });
    flow.y = top + flow.room;
    if (at < lines.length) flow.turn();
  }
}

function drawColumn(
  flow: Flow,
  lines: readonly Line[],
  from: number,
  place: { readonly column: number; readonly top: number; readonly room: number },
): number {
  const x = left + place.column * (columnWidth + columnGap);
  let used = 0;
  let at = from;
  for (; at < lines.length; at += 1) {
    const current = lines[at];
    if (!current) break;
    const before = used === 0 ? 0 : current.before;
    // A heading stays with the two lines that follow it.
    const kept = current.style === heading ? 3 : 1;
    if (used + before + kept > place.room && used > 0) break;
    used += before;
    flow.sheet.text(x, place.top + used * leading + leading * 0.7, current.content, current.style);
    used += 1;
  }
  return at;
}

/** Paragraphs are set apart by a blank line; a short first line without a full stop is a heading. */
function setTerms(terms: string): readonly Line[] {
  return terms
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .flatMap((block) =>
      block.split('\n').flatMap((row, rowAt) => {
        const isHeading = rowAt === 0 && row.length <= 70 && !/[.;:,]$/.test(row.trim());
        const style = isHeading ? heading : text;
        return wrap(row, style.font, style.size, columnWidth).map((content, lineAt) => ({
          content,
          style,
          before: rowAt === 0 && lineAt === 0 ? 0.7 : 0,
        }));
      }),
    );
}
