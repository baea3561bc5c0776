/** What a counter runs. */
export interface RunningCounter {
  /** Null where it is not known yet: as on the server, that is the stable one. */
  readonly channel: string | null;
  /** Three numbers, as `1.12.0`; empty or null where it was never heard of. */
  readonly version: string | null;
}

/** What a company says of the releases of one channel. */
export interface ReleasePolicy {
  readonly channel: string;
  /** The oldest that may write; three numbers. */
  readonly minimumVersion: string;
}

/** Whether a counter runs what its channel says is too old. Nobody is behind where nothing is said, or nothing was heard. */
export function isBehind({ channel, version }: RunningCounter, policies: readonly ReleasePolicy[]): boolean {
  const policy = policies.find((one) => one.channel === (channel ?? 'stable'));
  const runs = threeNumbers(version ?? '');
  const least = threeNumbers(policy?.minimumVersion ?? '');
  if (!runs || !least) return false;
  const at = runs.findIndex((number, place) => number !== least[place]);
  return at >= 0 && (runs[at] ?? 0) < (least[at] ?? 0);
}

/** Null for what is no version. */
function threeNumbers(version: string): readonly number[] | null {
  return /^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version) ? version.split('.').map(Number) : null;
}
