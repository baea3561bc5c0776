import type { OutlineLayer, OutlineRole } from '#shared/fleet/sketch-outlines/outline-layer.ts';
import { type SketchView, sketchDrawings } from '#shared/fleet/sketch-views.ts';
import { type Strip, stripsOf } from './fill-area.ts';
import { type FlatPath, flattenPath } from './flat-path.ts';
import { type Colour, colourOf, ink, ink2, white } from './measure.ts';
import type { Point, Sheet } from './sheet.ts';

interface Look {
  readonly fill?: Colour;
  readonly line: Colour;
  /** In points, whatever the scale: a hairline stays one. */
  readonly width: number;
}

const pale = colourOf('#f3f2ed');
const faint = colourOf('#b5b3a9');

/** How the parts of the sketch look on paper: quiet enough that the marks stand out. */
const looks: Readonly<Record<OutlineRole, Look>> = {
  body: { line: ink, width: 0.75 },
  mirror: { line: ink, width: 0.6 },
  glass: { fill: colourOf('#e4e8ea'), line: ink, width: 0.45 },
  tyre: { fill: colourOf('#45443f'), line: ink, width: 0.45 },
  rim: { fill: white, line: ink, width: 0.4 },
  lamp: { fill: pale, line: ink, width: 0.5 },
  grille: { fill: colourOf('#dcdad3'), line: ink, width: 0.4 },
  plate: { fill: white, line: ink2, width: 0.4 },
  detail: { fill: pale, line: ink2, width: 0.35 },
  badge: { fill: white, line: ink, width: 0.45 },
  seam: { line: ink2, width: 0.35 },
  crease: { line: faint, width: 0.35 },
};

/** In centimetres of the car. Dark areas show their edges more than pale ones. */
const fineStrip = 0.7;
const coarseStrip = 1;

/** Draws a view of the car, its box beginning at a point, at so many points to the centimetre. */
export function drawVehicle(sheet: Sheet, view: SketchView, [x, y]: Point, scale: number): void {
  for (const { role, lines, strips } of prepared(view)) {
    const { fill, line, width } = looks[role];
    if (fill && strips.length > 0) {
      sheet.fillRectangles(
        strips.map(([left, top, wide, high]): Strip => [
          x + left * scale,
          y + top * scale,
          wide * scale,
          high * scale,
        ]),
        fill,
      );
    }
    for (const points of lines) {
      sheet.polyline(
        points.map(([px, py]): Point => [x + px * scale, y + py * scale]),
        { width, colour: line, round: true },
      );
    }
  }
}

interface PreparedLayer {
  readonly role: OutlineRole;
  readonly lines: FlatPath;
  readonly strips: readonly Strip[];
}

const known = new Map<SketchView, readonly PreparedLayer[]>();

/** Flattened once per process: the car is always the same. */
function prepared(view: SketchView): readonly PreparedLayer[] {
  const found = known.get(view);
  if (found) return found;
  const made = sketchDrawings[view].layers.map(({ role, path }: OutlineLayer): PreparedLayer => {
    const lines = flattenPath(path);
    const strip = role === 'tyre' ? fineStrip : coarseStrip;
    return { role, lines, strips: looks[role].fill ? stripsOf(lines, strip) : [] };
  });
  known.set(view, made);
  return made;
}
