import { branchHasArrived } from '#sync/history/branch-shelf.ts';
import type { Counter } from './counter.ts';

/**
 * Whether this machine knows which numbers its counter gave out before, and the end of its audit chain: only then does it
 * sign. They come with the past of its branch, after everything else.
 */
export function knowsItsSeries({ db, place }: Pick<Counter, 'db' | 'place'>): boolean {
  return db.currentStatus.hasSynced === true && branchHasArrived(db, place.counterId);
}
