import type { PathStep } from '#shared/fleet/sketch-outlines/read-path.ts';
import type { Box, Point } from './sheet.ts';

export type { PathStep } from '#shared/fleet/sketch-outlines/read-path.ts';

export function linePath(points: readonly Point[]): readonly PathStep[] {
  return points.map((point, at) => step(at === 0 ? 'M' : 'L', point));
}

export function rectanglePath({ x, y, width, height }: Box): readonly PathStep[] {
  const [right, bottom] = [x + width, y + height];
  return [
    ...linePath([
      [x, bottom],
      [right, bottom],
      [right, y],
      [x, y],
    ]),
    step('Z'),
  ];
}

/** Through the middles of a polyline's sides, as a pen moves. A single point is a dot. */
export function penPath([first, ...rest]: readonly Point[]): readonly PathStep[] {
  if (!first) return [];
  const steps: PathStep[] = [step('M', first)];
  let from = first;
  const points = [first, ...rest];
  for (const [at, point] of points.entries()) {
    const next = points[at + 1];
    const to: Point = next ? [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2] : point;
    // A quadratic curve with the point itself as control, written as PDF's cubic.
    const towards = (start: Point): Point => [
      start[0] + (2 / 3) * (point[0] - start[0]),
      start[1] + (2 / 3) * (point[1] - start[1]),
    ];
    steps.push(step('C', towards(from), towards(to), to));
    from = to;
  }
  return steps;
}

export function roundedPath({ x, y, width, height }: Box, radius: number): readonly PathStep[] {
  const k = radius * 0.4477; // 1 - 0.5523: how far a Bézier's control lies from the corner
  const [right, bottom] = [x + width, y + height];
  return [
    step('M', [x + radius, y]),
    step('L', [right - radius, y]),
    step('C', [right - k, y], [right, y + k], [right, y + radius]),
    step('L', [right, bottom - radius]),
    step('C', [right, bottom - k], [right - k, bottom], [right - radius, bottom]),
    step('L', [x + radius, bottom]),
    step('C', [x + k, bottom], [x, bottom - k], [x, bottom - radius]),
    step('L', [x, y + radius]),
    step('C', [x, y + k], [x + k, y], [x + radius, y]),
    step('Z'),
  ];
}

export function circlePath([x, y]: Point, radius: number): readonly PathStep[] {
  return roundedPath({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }, radius);
}

/** A path moved to a point, at so many points to its unit. */
export function placedPath(path: readonly PathStep[], [x, y]: Point, scale: number): readonly PathStep[] {
  return path.map(({ command, points }) => ({
    command,
    points: points.map(([px, py]): Point => [x + px * scale, y + py * scale]),
  }));
}

function step(command: PathStep['command'], ...points: readonly Point[]): PathStep {
  return { command, points };
}
