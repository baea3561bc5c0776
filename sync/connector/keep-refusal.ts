import type { CommonPowerSyncDatabase } from '@powersync/common';

import type { FreshRefusal } from './connector.ts';

/**
 * Writes a refusal into the local-only table `local_refusals`, so that the inbox shows it at once. The same refusal twice is
 * one row: its id is `<client>/<transaction>`.
 */
export async function keepRefusal(refusal: FreshRefusal, db: CommonPowerSyncDatabase): Promise<void> {
  const id = `${refusal.clientId}/${refusal.txId}`;
  await db.writeTransaction(async (tx) => {
    await tx.execute('DELETE FROM local_refusals WHERE id = ?', [id]);
    await tx.execute(
      'INSERT INTO local_refusals (id, tx_id, code, message, payload, refused_at) VALUES (?, ?, ?, ?, ?, ?)',
      [
        id,
        refusal.txId,
        refusal.code,
        refusal.message,
        JSON.stringify(refusal.transaction.ops),
        refusal.refusedAt,
      ],
    );
  });
}

/** Forgets refusals that have come back with the sync: from then on `refused_changes` tells of them. */
export async function forgetSyncedRefusals(db: CommonPowerSyncDatabase): Promise<void> {
  const synced = await db.getAll<{ id: string }>(
    "SELECT id FROM local_refusals WHERE id IN (SELECT client_id || '/' || tx_id FROM refused_changes)",
  );
  for (const { id } of synced) await db.execute('DELETE FROM local_refusals WHERE id = ?', [id]);
}
