import { type PathStep, readPath } from '#shared/fleet/sketch-outlines/read-path.ts';
import type { Point } from './sheet.ts';

/** A path's lines with its curves as short straight pieces; a closed one ends where it began. */
export type FlatPath = readonly (readonly Point[])[];

/** How far a piece may lie from its curve, in the path's units: at the scale of a sketch a hundredth of a millimetre. */
const tolerance = 0.06;

/** Flattens a path of the sketch, in its own units. */
export function flattenPath(path: string): FlatPath {
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const step of readPath(path)) {
    if (step.command === 'M') {
      line = [];
      lines.push(line);
    }
    line.push(...follow(step, line));
  }
  return lines;
}

function follow({ command, points }: PathStep, before: readonly Point[]): readonly Point[] {
  const from = before.at(-1);
  const [one, two, end] = points;
  if (command === 'Z') return before.slice(0, 1);
  if (command === 'C' && from && one && two && end) return curve(from, one, two, end);
  return one ? [one] : [];
}

function curve(from: Point, one: Point, two: Point, end: Point): readonly Point[] {
  // The bend of a cubic bounds how far its chords lie from it: three quarters of it, by the square of their number.
  const bend = Math.max(bendOf(from, one, two), bendOf(one, two, end));
  const pieces = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerance)));
  return Array.from({ length: pieces }, (_, at): Point => {
    const t = (at + 1) / pieces;
    const u = 1 - t;
    const along = (axis: 0 | 1) =>
      u ** 3 * from[axis] + 3 * u * u * t * one[axis] + 3 * u * t * t * two[axis] + t ** 3 * end[axis];
    return [along(0), along(1)];
  });
}

function bendOf(one: Point, two: Point, three: Point): number {
  return Math.hypot(one[0] - 2 * two[0] + three[0], one[1] - 2 * two[1] + three[1]);
}
