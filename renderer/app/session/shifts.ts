import type { CommonPowerSyncDatabase } from '@powersync/common';
import { z } from 'zod';

/** Who worked at this replica from which local transaction on. */
export interface Shift {
  readonly from: number;
  readonly userId: string;
  readonly mayWrite: boolean;
}

const shifts = z.array(z.object({ from: z.int(), userId: z.string(), mayWrite: z.boolean() }));

/** The row of `local_state` that holds them: local-only, so it survives a restart and is never sent. */
const key = 'shifts';

/** The shifts of this replica since the oldest transaction that still waits, in order. */
export async function readShifts(
  db: Pick<CommonPowerSyncDatabase, 'getOptional'>,
): Promise<readonly Shift[]> {
  const row = await db.getOptional<{ value: string }>('SELECT value FROM local_state WHERE id = ?', [key]);
  return row ? shifts.parse(JSON.parse(row.value)) : [];
}

/**
 * Notes that somebody else works here from the next local transaction on, and forgets shifts of which nothing waits any
 * more. In a write transaction: what was begun before is before it.
 */
export async function noteShift(
  db: CommonPowerSyncDatabase,
  who: Pick<Shift, 'userId' | 'mayWrite'>,
): Promise<void> {
  await db.writeTransaction(async (tx) => {
    const known = await readShifts(tx);
    const last = known.at(-1);
    if (last?.userId === who.userId && last.mayWrite === who.mayWrite) return;
    const { next, oldest } = await tx.get<{ next: number; oldest: number | null }>(
      'SELECT (SELECT next_tx FROM ps_tx) AS next, (SELECT min(tx_id) FROM ps_crud) AS oldest',
    );
    // The shift in which the oldest was written stays, and the last in which somebody could write.
    const needed = known.filter(
      ({ mayWrite }, at) =>
        (oldest !== null && (known[at + 1]?.from ?? Infinity) > oldest) ||
        (mayWrite && !known.slice(at + 1).some((later) => later.mayWrite)),
    );
    await tx.execute('DELETE FROM local_state WHERE id = ?', [key]);
    await tx.execute('INSERT INTO local_state (id, value) VALUES (?, ?)', [
      key,
      JSON.stringify([...needed, { ...who, from: next }]),
    ]);
  });
}
