import type { OutlineRole } from '#shared/fleet/sketch-outlines/outline-layer.ts';
import { readPath } from '#shared/fleet/sketch-outlines/read-path.ts';
import { type SketchView, sketchDrawings } from '#shared/fleet/sketch-views.ts';
import { type Colour, colourOf, ink, ink2, white } from './measure.ts';
import { placedPath } from './paths.ts';
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

/** Draws a view of the car, its box beginning at a point, at so many points to the centimetre. */
export function drawVehicle(sheet: Sheet, view: SketchView, at: Point, scale: number): void {
  for (const { role, path } of sketchDrawings[view].layers) {
    const { fill, line: colour, width } = looks[role];
    sheet.paint(placedPath(readPath(path), at, scale), {
      ...(fill ? { fill, holes: true } : {}),
      line: { width, colour, round: true },
    });
  }
}
