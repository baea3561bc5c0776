import type { FlatPath } from './flat-path.ts';
import type { Colour } from './measure.ts';
import type { Point, Sheet } from './sheet.ts';

type Strip = readonly [x: number, y: number, width: number, height: number];

/** A strip's height: the stair at an area's edge lies under its outline. */
const step = 0.3;

/** Fills what a path encloses (even-odd) with strips, which a sheet draws as one shape. Lines are closed by themselves. */
export function fillArea(sheet: Sheet, area: FlatPath, colour: Colour): void {
  const strips = stripsOf(area);
  if (strips.length > 0) sheet.fillRectangles(strips, colour);
}

/** The strips of an area, from top to bottom. Each reaches a little into the next, so that no hairline shows. */
export function stripsOf(area: FlatPath): readonly Strip[] {
  const edges = area.flatMap((line) =>
    line.map((from, at): readonly [Point, Point] => [from, line[(at + 1) % line.length] ?? from]),
  );
  const heights = edges.map(([[, y]]) => y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const strips: Strip[] = [];
  for (let row = 0; top + row * step < bottom; row += 1) {
    const y = top + row * step;
    const middle = Math.min(y + step / 2, (y + bottom) / 2);
    const crossings = edges.flatMap((edge) => crossing(edge, middle)).toSorted((one, other) => one - other);
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
