/** One step of a path: a move, a line, a cubic curve (two controls and its end), or the way back to the last move. */
export interface PathStep {
  readonly command: 'M' | 'L' | 'C' | 'Z';
  readonly points: readonly (readonly [x: number, y: number])[];
}

const pointsOf = { M: 1, L: 1, C: 3, Z: 0 } as const;

/** Reads a path with absolute `M`, `L`, `C` and `Z`. Anything else is a mistake in our own data, and thrown. */
export function readPath(path: string): readonly PathStep[] {
  const steps = Array.from(path.matchAll(/([A-Za-z])([^A-Za-z]*)/g), ([, command = '', numbers = '']) => {
    if (!isCommand(command)) throw new Error(`not a step of a path: ${command}`);
    const values = numbers
      .split(/[ ,]+/)
      .filter((part) => part !== '')
      .map(Number);
    const count = pointsOf[command];
    if (values.length !== count * 2 || values.some((value) => !Number.isFinite(value))) {
      throw new Error(`${command} has ${count} points, not ${numbers}`);
    }
    const points = Array.from(
      { length: count },
      (_, at) => [values[at * 2] ?? 0, values[at * 2 + 1] ?? 0] as const,
    );
    return { command, points };
  });
  if (steps[0]?.command !== 'M') throw new Error('a path begins with a move');
  return steps;
}

function isCommand(text: string): text is PathStep['command'] {
  return Object.hasOwn(pointsOf, text);
}
