import { type PathStep, readPath } from '#shared/fleet/sketch-outlines/read-path.ts';
import type { Point } from './sheet.ts';

/** A path's lines with its curves as short straight pieces; a closed one ends where it began. */
export type FlatPath = readonly (readonly Point[])[];

/** At the scale of a sketch a piece is a third of a millimetre at most: no printer shows the corners. */
const longestPiece = 2;
const mostPieces = 24;

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
  const length = distance(from, one) + distance(one, two) + distance(two, end);
  const pieces = Math.min(mostPieces, Math.max(1, Math.ceil(length / longestPiece)));
  return Array.from({ length: pieces }, (_, at): Point => {
    const t = (at + 1) / pieces;
    const u = 1 - t;
    const along = (axis: 0 | 1) =>
      u ** 3 * from[axis] + 3 * u * u * t * one[axis] + 3 * u * t * t * two[axis] + t ** 3 * end[axis];
    return [along(0), along(1)];
  });
}

function distance(one: Point, other: Point): number {
  return Math.hypot(other[0] - one[0], other[1] - one[1]);
}
