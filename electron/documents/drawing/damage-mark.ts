import type { HandoverDamage } from '#shared/contracts/handover-paper.ts';
import { typeface } from '../fonts/typeface.ts';
import type { Block } from './block.ts';
import { type Colour, colourOf, ink, ink2, white } from './measure.ts';
import { circlePath } from './paths.ts';
import type { Point, Sheet, TextStyle } from './sheet.ts';

type Status = HandoverDamage['status'];

export const markRadius = 5.4;

const warning = colourOf('#b3261e');

interface Look {
  readonly fill: Colour;
  readonly line: Colour;
  readonly text: Colour;
  readonly dash?: readonly number[];
}

const hollow: Look = { fill: white, line: ink, text: ink };
const filled: Look = { fill: warning, line: warning, text: white };
const dashed: Look = { fill: white, line: ink2, text: ink2, dash: [1.6, 1.3] };

/** Known is hollow, new or changed filled, gone dashed: it reads without colour too, and the list says it in words. */
const looks: Readonly<Record<Status, Look>> = {
  known: hollow,
  new: filled,
  changed: filled,
  repaired: dashed,
  not_reported: dashed,
};

/** A numbered circle with its middle at `at`. When it had to make room, a line leads to the point it marks. */
export function drawMark(sheet: Sheet, number: number, status: Status, at: Point): void {
  const look = looks[status];
  circle(sheet, at, markRadius, look);
  const text = String(number);
  const style: TextStyle = { font: 'strong', size: text.length > 1 ? 6.4 : 7, colour: look.text };
  const width = typeface(style.font).width(text, style.size);
  sheet.text(at[0] - width / 2, at[1] + style.size * 0.36, text, style);
}

/** A line from the point to its mark, drawn before all marks. */
export function drawLeader(sheet: Sheet, status: Status, point: Point, mark: Point): void {
  if (Math.hypot(mark[0] - point[0], mark[1] - point[1]) < 1) return;
  const { line } = looks[status];
  sheet.polyline([point, mark], { width: 0.5, colour: line });
  sheet.paint(circlePath(point, 1.1), { fill: line });
}

/** The same mark in a list. */
export function markBlock(number: number, status: Status): Block {
  const height = markRadius * 2 + 1;
  return {
    height,
    draw: (sheet, x, y) =>
      sheet.within('P', () => drawMark(sheet, number, status, [x + markRadius, y + height / 2])),
  };
}

/** A mark without number, for the legend. */
export function legendMark(status: Status, radius: number): Block {
  return {
    height: radius * 2,
    draw: (sheet, x, y) => circle(sheet, [x + radius, y + radius], radius, looks[status]),
  };
}

const lineWidth = 0.8;

function circle(sheet: Sheet, at: Point, radius: number, { fill, line, dash }: Look): void {
  sheet.paint(circlePath(at, radius - lineWidth / 2), {
    fill,
    line: { width: lineWidth, colour: line, ...(dash ? { dash } : {}) },
  });
}
