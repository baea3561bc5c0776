import type { VehicleHeld } from '#shared/fleet/vehicle-held.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import { type Reads, holdsFrom, transfersFrom } from './occupation-queries.ts';

/** What keeps a vehicle from leaving at this moment; null when nothing does. */
export async function heldNow(rows: Reads, vehicleId: string, at: Instant): Promise<VehicleHeld | null> {
  const [hold, transfer, branches] = await Promise.all([
    holdsFrom(rows, at)
      .where('vehicle_id', '=', vehicleId)
      .where('starts_at', '<=', at)
      .orderBy('starts_at')
      .executeTakeFirst(),
    transfersFrom(rows, at)
      .where('vehicle_id', '=', vehicleId)
      .where('leaves_at', '<=', at)
      .executeTakeFirst(),
    rows.selectFrom('branches').select(['id', 'name']).execute(),
  ]);
  if (hold) {
    const until = hold.ends_at === null ? null : instant(hold.ends_at);
    return { kind: 'hold', reason: hold.reason, note: hold.note, since: instant(hold.starts_at), until };
  }
  if (!transfer) return null;
  const to = branches.find(({ id }) => id === transfer.to_branch_id)?.name ?? '';
  return { kind: 'transfer', to, since: instant(transfer.leaves_at) };
}
