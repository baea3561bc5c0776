export interface ChangedValues {
  /** The version of the migration that changes them. */
  readonly migration: string;
  /** What it changes, as `differences` says it: `public.contracts plate`, or with ` (new)` what it fills a new column with. */
  readonly place: string;
  readonly why: string;
}

/**
 * The values that a migration changes on purpose. Everything else stays as it was: whoever adds a migration that must change a
 * value writes it here, with why. What a migration fills a column with that it adds itself is not listed, as long as its own
 * `update` says so.
 */
export const changedValues: readonly ChangedValues[] = [
  {
    migration: '20261120100000',
    place: 'public.companies tier (new)',
    why: 'Who was there before there were tiers may go on with what they have: business. Only who comes later begins as a starter.',
  },
];
