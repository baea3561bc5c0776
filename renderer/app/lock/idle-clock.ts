/** Two clocks: the day's, which runs while a laptop sleeps, and one that nobody can set back. Milliseconds. */
export interface Clocks {
  readonly day: number;
  readonly steady: number;
}

export function readClocks(): Clocks {
  return { day: Date.now(), steady: performance.now() };
}

/** How long nobody has touched anything: what the clock says that counts more. */
export function idleMs(last: Clocks, now: Clocks): number {
  return Math.max(now.day - last.day, now.steady - last.steady, 0);
}
