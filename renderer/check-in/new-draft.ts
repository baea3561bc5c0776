import type { Accessory } from '#shared/contracts/handover.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { now } from '#shared/time/instant.ts';
import { vehicleNow } from '../app/contracts/holds-now.ts';
import type { Counter } from '../app/counter/counter.ts';
import { addDraft, draftOfContract } from '../app/drafts/drafts.ts';
import { checkInDraft } from './draft.ts';

/** Begins the check-in of a contract that is out, or goes on with the one that was begun. Returns the id of its draft. */
export async function beginCheckIn({ rows }: Counter, contractId: string): Promise<string | null> {
  const same = await draftOfContract(rows, checkInDraft, contractId);
  if (same !== null) return same;
  const contract = await rows
    .selectFrom('contracts')
    .leftJoin('vehicles', (join) => join.on('vehicles.id', '=', vehicleNow))
    .select(['contracts.customer_name', 'vehicles.plate'])
    .where('contracts.id', '=', contractId)
    .where('contracts.status', '=', 'out')
    .executeTakeFirst();
  const out = await rows
    .selectFrom('handovers')
    .select(['fuel_eighths', 'keys', 'accessories'])
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'check_out')
    .orderBy('handed_over_at', 'desc')
    .executeTakeFirst();
  if (!contract || !out) return null;
  const accessories = JSON.parse(out.accessories) as readonly Accessory[];
  return await addDraft(rows, checkInDraft, {
    touched: false,
    contractId,
    title: contract.plate || contract.customer_name,
    at: formatInstant(now()),
    odometer: '',
    driven: '',
    fuelEighths: out.fuel_eighths,
    cleanliness: 'used',
    keys: String(out.keys),
    accessories: accessories.map(({ name, count }) => ({ name, count: String(count) })),
    found: [],
    repaired: [],
    notes: '',
    renter: 'present',
    method: 'card',
    signature: null,
    signedFor: '',
  });
}
