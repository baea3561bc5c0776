import { type PathStep, readPath } from './read-path.ts';

/** The path as in a mirror: what was at `x` is at `width - x`. */
export function mirrorPath(path: string, width: number): string {
  return readPath(path)
    .map((step) => writeStep(step, width))
    .join('');
}

function writeStep({ command, points }: PathStep, width: number): string {
  const mirrored = points.map(([x, y]) => `${Math.round((width - x) * 10) / 10} ${y}`);
  return `${command}${mirrored.join(' ')}`;
}
