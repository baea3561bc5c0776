/** What a commit is judged with: the day of the first migration. Any number would do, as long as it stays. */
export const fixedSeed = 20_261_120;

export interface ChosenSeed {
  /** For fast-check: a whole number of 32 bits. */
  readonly seed: number;
  /** Whether somebody asked for other values than those that a commit is judged with. */
  readonly isExploring: boolean;
}

/**
 * Reads what SCHALTER_SEED says: nothing for the fixed seed, `random` for one that nobody knows, a number to have a run again.
 * Throws for anything else: a run that explores nothing must not look like one that found nothing.
 */
export function chosenSeed(asked: string | undefined): ChosenSeed {
  if (asked === undefined || asked === '') return { seed: fixedSeed, isExploring: false };
  if (asked === 'random') return { seed: Math.floor(Math.random() * 2 ** 31), isExploring: true };
  const seed = Number(asked);
  if (!Number.isInteger(seed) || Math.abs(seed) >= 2 ** 31)
    throw new Error(`SCHALTER_SEED is random or a whole number of 32 bits, not ${asked}`);
  return { seed, isExploring: true };
}
