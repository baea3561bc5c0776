import type { Instant } from '#shared/time/instant.ts';

import type { SyncProblem } from '../connector/sync-problem.ts';

/** The light in the corner of every screen. */
export type SyncLight = (
  | { readonly kind: 'in-step' }
  /** The line is up, and local transactions are on their way. */
  | { readonly kind: 'waiting'; readonly count: number }
  /** The line is up, and rows are coming in; null while it is not known how many. */
  | { readonly kind: 'receiving'; readonly first: boolean; readonly fraction: number | null }
  /** Not yet connected since the start, and nothing says that it will not work. */
  | { readonly kind: 'connecting'; readonly waiting: number }
  | { readonly kind: 'offline'; readonly since: Instant; readonly waiting: number }
) & {
  /** What the server refused and nobody has settled. */
  readonly refused: number;
  readonly problem: SyncProblem | null;
};

export interface SyncFacts {
  readonly connected: boolean;
  /** Whether a whole sync has ever been received. */
  readonly hasSynced: boolean;
  readonly downloading: boolean;
  /** 0 to 1, or null. */
  readonly downloaded: number | null;
  readonly offlineSince: Instant | null;
  /** Local transactions in the upload queue. */
  readonly waiting: number;
  readonly refused: number;
  readonly problem: SyncProblem | null;
}

/** What the light shows. What a clerk entered and is not sent yet counts for more than what is still to come in. */
export function syncLight(facts: SyncFacts): SyncLight {
  const { refused, problem, waiting } = facts;
  if (!facts.connected) {
    if (facts.offlineSince === null) return { kind: 'connecting', waiting, refused, problem };
    return { kind: 'offline', since: facts.offlineSince, waiting, refused, problem };
  }
  if (waiting > 0) return { kind: 'waiting', count: waiting, refused, problem };
  if (facts.downloading || !facts.hasSynced) {
    return { kind: 'receiving', first: !facts.hasSynced, fraction: facts.downloaded, refused, problem };
  }
  return { kind: 'in-step', refused, problem };
}
