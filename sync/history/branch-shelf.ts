import type { CommonPowerSyncDatabase, SyncStreamSubscription } from '@powersync/common';

const stream = 'branch';
/**
 * How long a replica keeps the past of a branch for which nobody asks any more, in seconds: a counter that was switched off
 * over the winter does not fetch 13 months again.
 */
const keptFor = 400 * 86_400;

/**
 * Has this machine receive what its branch closed in the last 13 months, the end of its own audit chain, and with both the
 * numbers it gave out. To be called before every `connect`. A machine that became another counter lets go of the branch it
 * stood in before.
 */
export async function subscribeToBranch(
  db: CommonPowerSyncDatabase,
  counterId: string,
): Promise<SyncStreamSubscription> {
  for (const { subscription } of db.currentStatus.syncStreams ?? []) {
    const { name, parameters } = subscription;
    if (name === stream && parameters?.['counter_id'] !== counterId) {
      await db.syncStream(name, parameters ?? {}).unsubscribeAll();
    }
  }
  return await db.syncStream(stream, { counter_id: counterId }).subscribe({ ttl: keptFor });
}

/** Whether all of that has arrived at least once. Known without a line, and after a restart. */
export function branchHasArrived(db: CommonPowerSyncDatabase, counterId: string): boolean {
  const status = db.currentStatus.forStream({ name: stream, parameters: { counter_id: counterId } });
  // One that was let go of is remembered for a while, with what it once was.
  return status?.subscription.hasExplicitSubscription === true && status.subscription.hasSynced;
}
