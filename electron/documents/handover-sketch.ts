import type { HandoverDamage } from '#shared/contracts/handover-paper.ts';
import { type SketchView, sketchDrawings, sketchViews } from '#shared/fleet/sketch-views.ts';
import { typeface } from './fonts/typeface.ts';
import { type Block, paragraph, stack, space } from './drawing/block.ts';
import { drawLeader, drawMark, legendMark, markRadius } from './drawing/damage-mark.ts';
import { contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { placeMarks } from '#shared/fleet/place-marks.ts';
import type { Box, Point } from './drawing/sheet.ts';
import { styles } from './drawing/styles.ts';
import { drawVehicle } from './drawing/vehicle-sketch.ts';
import type { HandoverTexts } from './texts/handover.ts';

const gap = mm(6);
const labelHeight = 12;
const margin = mm(2);

const { left, front, top, rear } = sketchDrawings;
/** Points to the centimetre: both sides fill the page's width. */
const scale = (contentWidth - gap) / (left.width * 2);
const firstTop = labelHeight + margin;
const secondTop = firstTop + left.height * scale + margin + labelHeight + margin;
const height = secondTop + top.height * scale + margin;

/** Where the views' boxes begin: both sides above, the top between front and rear below. */
const places: Readonly<Record<SketchView, Point>> = {
  left: [0, firstTop],
  right: [contentWidth - left.width * scale, firstTop],
  front: [0, secondTop + (top.height - front.height) * scale],
  top: [(contentWidth - top.width * scale) / 2, secondTop],
  rear: [contentWidth - rear.width * scale, secondTop + (top.height - rear.height) * scale],
};

/** The car in five views with its damages, each a circle with the damage's number in the list. */
export function sketchBlock(damages: readonly HandoverDamage[], texts: HandoverTexts): Block {
  const drawing: Block = {
    height,
    draw(sheet, x, y) {
      const onPage = ([px, py]: Point): Point => [x + px, y + py];
      const points = damages.map((damage) => onPage(pointOf(damage)));
      const marks = markPlaces(damages, texts).map(onPage);
      sheet.figure(texts.sketchAlternative(damages.length), () => {
        for (const view of sketchViews) {
          drawVehicle(sheet, view, onPage(places[view]), scale);
          const label = labelBox(view, texts);
          const [labelX, labelY] = onPage([label.x, label.y]);
          paragraph(texts.view[view], styles.label, { width: contentWidth }).draw(sheet, labelX, labelY);
        }
        const each = damages.flatMap(({ status }, at) => {
          const [point, mark] = [points[at], marks[at]];
          return point && mark ? [{ number: at + 1, status, point, mark }] : [];
        });
        for (const { status, point, mark } of each) drawLeader(sheet, status, point, mark);
        for (const { number, status, mark } of each) drawMark(sheet, number, status, mark);
      });
    },
  };
  return stack(drawing, legend(damages, texts));
}

/** Where the damages' circles stand in the block: on their points, or beside them where they would cover each other. */
export function markPlaces(damages: readonly HandoverDamage[], texts: HandoverTexts): readonly Point[] {
  return placeMarks(damages.map(pointOf), {
    bounds: { x: 0, y: labelHeight, width: contentWidth, height: height - labelHeight },
    blocked: sketchViews.map((view) => labelBox(view, texts)),
    radius: markRadius,
  });
}

function pointOf({ view, x, y }: HandoverDamage): Point {
  const [left0, top0] = places[view];
  const { width, height: high } = sketchDrawings[view];
  return [left0 + (x / 1000) * width * scale, top0 + (y / 1000) * high * scale];
}

/** The name of a view stands above it, where its box begins. */
function labelBox(view: SketchView, texts: HandoverTexts): Box {
  const { font, size } = styles.label;
  const [x, y] = places[view];
  return {
    x,
    y: y - margin - labelHeight,
    width: typeface(font).width(texts.view[view], size),
    height: labelHeight,
  };
}

/** Drawn alike; the list says which of them it is. */
const alike: readonly (readonly HandoverDamage['status'][])[] = [
  ['known'],
  ['new', 'changed'],
  ['repaired', 'not_reported'],
];

/** What the circles mean, as far as they stand on the sketch; all of them known needs no words. */
function legend(damages: readonly HandoverDamage[], texts: HandoverTexts): Block {
  const present = new Set(damages.map(({ status }) => status));
  const groups = alike
    .map((group) => group.filter((status) => present.has(status)))
    .filter((group) => group.length > 0);
  if (groups.every(([status]) => status === 'known')) return space(0);
  const radius = 3;
  const { font, size } = styles.small;
  const words = groups.map((group) => group.map((status) => texts.statusWord[status]).join(', '));
  const widths = words.map((word) => radius * 2 + 4 + typeface(font).width(word, size) + mm(6));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  return {
    height: 12,
    draw(sheet, x, y) {
      for (const [at, [status]] of groups.entries()) {
        if (!status) continue;
        const from = x + (contentWidth - total + mm(6)) / 2 + (starts[at] ?? 0);
        legendMark(status, radius).draw(sheet, from, y + 2);
        const word = paragraph(words[at] ?? '', styles.small, { width: contentWidth });
        word.draw(sheet, from + radius * 2 + 4, y + 5 - word.height / 2);
      }
    },
  };
}
