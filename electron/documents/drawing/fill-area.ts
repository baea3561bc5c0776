import type { FlatPath } from './flat-path.ts';
import type { Point } from './sheet.ts';

export type Strip = readonly [x: number, y: number, width: number, height: number];

/**
 * What a path encloses (even-odd), as strips of a height, which a sheet fills as one shape. They lie along the longer side,
 * and each reaches a little into the next, so that no hairline shows. The stair at the edge lies under the outline. Lines
 * are closed by themselves.
 */
export function stripsOf(area: FlatPath, step: number): readonly Strip[] {
  const points = area.flat();
  if (points.length === 0) return [];
  const isUpright = extent(points, 0) < extent(points, 1);
  if (!isUpright) return levelStrips(area, step);
  const turned = area.map((line) => line.map(([x, y]): Point => [y, x]));
  return levelStrips(turned, step).map(([x, y, width, height]): Strip => [y, x, height, width]);
}

function levelStrips(area: FlatPath, step: number): readonly Strip[] {
  const edges = area.flatMap((line) =>
    line.map((from, at): readonly [Point, Point] => [from, line[(at + 1) % line.length] ?? from]),
  );
  const heights = edges.map(([[, y]]) => y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const strips: Strip[] = [];
  for (let row = 0; top + row * step < bottom; row += 1) {
    const y = top + row * step;
    const crossings = edges
      .flatMap((edge) => crossing(edge, Math.min(y + step / 2, (y + bottom) / 2)))
      .toSorted((one, other) => one - other);
    const height = Math.min(step * 1.2, bottom - y);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [left, right] = [crossings[at] ?? 0, crossings[at + 1] ?? 0];
      if (right > left) strips.push([left, y, right - left, height]);
    }
  }
  return strips;
}

function crossing([[fromX, fromY], [toX, toY]]: readonly [Point, Point], y: number): readonly number[] {
  if (fromY <= y === toY <= y) return [];
  return [fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)];
}

function extent(points: readonly Point[], axis: 0 | 1): number {
  const values = points.map((point) => point[axis]);
  return Math.max(...values) - Math.min(...values);
}
