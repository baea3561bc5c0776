import { type Worker, ownBranch } from './own-branch.ts';

/**
 * Whether a counter of this branch is one that somebody may open: `claim_counter` gives it to them, and what they write there is
 * taken. Who only looks claims and writes nothing, and may look from anywhere.
 */
export function mayWorkAt(worker: Worker, branchId: string): boolean {
  const own = ownBranch(worker);
  return worker.role === 'viewer' || own === null || own === branchId;
}
