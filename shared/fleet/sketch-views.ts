import { frontOutline } from './sketch-outlines/front.ts';
import { leftOutline } from './sketch-outlines/left.ts';
import type { OutlineLayer } from './sketch-outlines/outline-layer.ts';
import { rearOutline } from './sketch-outlines/rear.ts';
import { topOutline } from './sketch-outlines/top.ts';
import { mirrorPath } from './sketch-outlines/mirror-path.ts';

/** The five views of the sketch on which damage is marked. Screens and papers draw the same car from these. */
export const sketchViews = ['front', 'rear', 'left', 'right', 'top'] as const;
export type SketchView = (typeof sketchViews)[number];

/**
 * A view's box and what is drawn in it, in centimetres of the car, from the top left. All views have one scale. Left and
 * right are the car's own, as its driver says them: seen from the left it drives to the left, seen from above too.
 */
export interface SketchDrawing {
  readonly width: number;
  readonly height: number;
  /** From the back to the front: later layers cover earlier ones. */
  readonly layers: readonly OutlineLayer[];
}

const long = 462;
const wide = 208;
const high = 156;

export const sketchDrawings: Readonly<Record<SketchView, SketchDrawing>> = {
  front: { width: wide, height: high, layers: frontOutline },
  rear: { width: wide, height: high, layers: rearOutline },
  left: { width: long, height: high, layers: leftOutline },
  right: {
    width: long,
    height: high,
    layers: leftOutline.map(({ role, path }) => ({ role, path: mirrorPath(path, long) })),
  },
  top: { width: long, height: wide, layers: topOutline },
};
