/** Times of one piece of work, in milliseconds, from quick to slow. */
export interface Spread {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/**
 * The value that so many of the values do not exceed: the nearest rank, always one that was measured.
 * @param share above 0 up to 1
 */
export function percentile(values: readonly number[], share: number): number {
  if (!(share > 0 && share <= 1)) throw new RangeError(`not a share: ${share}`);
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.ceil(sorted.length * share) - 1];
  if (value === undefined) throw new RangeError('nothing was measured');
  return value;
}

export function spreadOf(times: readonly number[]): Spread {
  return {
    runs: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    max: percentile(times, 1),
  };
}

/**
 * Does the work once after the other, and returns how long each took.
 * @param limitMs no more is begun after so long: what is far too slow is known to be so after few runs
 */
export async function timesOf(
  runs: number,
  work: (run: number) => Promise<unknown>,
  limitMs = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + limitMs;
  for (let run = 0; run < runs && (run === 0 || performance.now() < end); run++) {
    const began = performance.now();
    await work(run);
    times.push(performance.now() - began);
  }
  return times;
}
