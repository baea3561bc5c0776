import { type PerMille, isPerMille, perMille } from '#shared/fleet/per-mille.ts';
import { type SketchView, sketchDrawings, sketchViews } from '#shared/fleet/sketch-views.ts';

/** In centimetres of the car, from the top left of the whole sketch. */
export type SketchPoint = readonly [x: number, y: number];

/** A place on a view, as a damage keeps it. */
export interface SketchPlace {
  readonly view: SketchView;
  readonly x: PerMille;
  readonly y: PerMille;
}

const gap = 34;
const labelHeight = 30;
const { left, front, top, rear } = sketchDrawings;

export const sketchWidth = left.width * 2 + gap;
const secondRow = labelHeight + left.height + labelHeight + 12;
export const sketchHeight = secondRow + top.height + 4;

/** Where the views' boxes begin: both sides above, the top between front and rear below, as on paper. */
export const viewPlaces: Readonly<Record<SketchView, SketchPoint>> = {
  left: [0, labelHeight],
  right: [left.width + gap, labelHeight],
  front: [0, secondRow + top.height - front.height],
  top: [(sketchWidth - top.width) / 2, secondRow],
  rear: [sketchWidth - rear.width, secondRow + top.height - rear.height],
};

/** Where a view's name stands: above it, at its left end. */
export function labelPlace(view: SketchView): SketchPoint {
  const [x, y] = viewPlaces[view];
  return [x, y - 10];
}

export function pointOf({ view, x, y }: SketchPlace): SketchPoint {
  const [fromX, fromY] = viewPlaces[view];
  const { width, height } = sketchDrawings[view];
  return [fromX + (x / 1000) * width, fromY + (y / 1000) * height];
}

/** What view and place lie under a point; null between the views. */
export function placeAt([x, y]: SketchPoint): SketchPlace | null {
  for (const view of sketchViews) {
    const [fromX, fromY] = viewPlaces[view];
    const { width, height } = sketchDrawings[view];
    // Rounded before it is compared: a point on the edge is on the view.
    const across = Math.round(((x - fromX) / width) * 1000);
    const down = Math.round(((y - fromY) / height) * 1000);
    if (isPerMille(across) && isPerMille(down)) return { view, x: across, y: down };
  }
  return null;
}

/** Which view lies beside another; moving over an edge leads there. */
const beside: Readonly<Record<SketchView, Readonly<Record<'left' | 'right' | 'up' | 'down', SketchView>>>> = {
  left: { left: 'left', right: 'right', up: 'left', down: 'top' },
  right: { left: 'left', right: 'right', up: 'right', down: 'top' },
  front: { left: 'front', right: 'top', up: 'left', down: 'front' },
  top: { left: 'front', right: 'rear', up: 'left', down: 'top' },
  rear: { left: 'top', right: 'rear', up: 'right', down: 'rear' },
};

/**
 * The place so many centimetres away. Over an edge it goes on in the view beside, where it enters; at the sketch's own edge
 * it stays. Down from a side, its front half leads to the car from above as its rear half does: at the nearest place.
 */
export function movedPlace(place: SketchPlace, across: number, down: number): SketchPlace {
  const [x, y] = pointOf(place);
  const to: SketchPoint = [x + across, y + down];
  const [fromX, fromY] = viewPlaces[place.view];
  const { width, height } = sketchDrawings[place.view];
  const side =
    to[0] < fromX
      ? 'left'
      : to[0] > fromX + width
        ? 'right'
        : to[1] < fromY
          ? 'up'
          : to[1] > fromY + height
            ? 'down'
            : null;
  if (side === null) return within(place.view, to);
  const next = beside[place.view][side];
  return within(next, to);
}

/** The nearest place of a view to a point. */
function within(view: SketchView, [x, y]: SketchPoint): SketchPlace {
  const [fromX, fromY] = viewPlaces[view];
  const { width, height } = sketchDrawings[view];
  const part = (at: number, from: number, size: number) =>
    perMille(Math.round(Math.min(1, Math.max(0, (at - from) / size)) * 1000));
  return { view, x: part(x, fromX, width), y: part(y, fromY, height) };
}
