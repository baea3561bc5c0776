import { uuidv7 } from 'uuidv7';
import { formatInstant } from '#shared/time/format-time.ts';
import { holdsNow, vehicleNow } from '../app/contracts/holds-now.ts';
import type { Counter } from '../app/counter/counter.ts';
import { addDraft, draftOfContract } from '../app/drafts/drafts.ts';
import { changeDraft, emptyDraft } from './draft.ts';

/** Begins the change of a contract that is out, or goes on with the one that was begun. Returns the id of its draft. */
export async function beginChange({ rows, role }: Counter, contractId: string): Promise<string | null> {
  if (role === 'viewer') return null;
  const same = await draftOfContract(rows, changeDraft, contractId);
  if (same !== null) return same;
  const contract = await rows
    .selectFrom('contracts')
    .leftJoin('vehicles', (join) => join.on('vehicles.id', '=', vehicleNow))
    .selectAll('contracts')
    .select('vehicles.plate as plate_now')
    .where('contracts.id', '=', contractId)
    .where('contracts.status', '=', 'out')
    .executeTakeFirst();
  const out = await rows
    .selectFrom('handovers')
    .select(['fuel_eighths', 'keys'])
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'check_out')
    .orderBy('handed_over_at', 'desc')
    .executeTakeFirst();
  if (!contract || !out) return null;
  const { dueAt, dueBranchId } = holdsNow(contract);
  const known = {
    contractId,
    title: contract.plate_now || contract.customer_name,
    until: formatInstant(dueAt),
    returnBranchId: dueBranchId,
    driverId: uuidv7(),
  };
  return await addDraft(
    rows,
    changeDraft,
    emptyDraft(known, { fuelEighths: out.fuel_eighths, keys: out.keys }),
  );
}
