import { uuidv7 } from 'uuidv7';
import { damagesOnSketch } from '#shared/contracts/damages-on-sketch.ts';
import { handoverContent } from '../app/contracts/handover-content.ts';
import { damageStatements } from '../app/damage/damage-statements.ts';
import { appendAudit } from '../app/counter/append-audit.ts';
import type { Counter } from '../app/counter/counter.ts';
import type { Tx } from '../app/counter/transaction.ts';
import type { Gathered } from './gather-check-in.ts';
import type { CheckInForm } from './return-vehicle.ts';

/** The facts of the return: what was found, the handover, and the contract that is no longer out. */
export async function writeReturn(
  tx: Tx,
  counter: Counter,
  form: CheckInForm,
  { contract, vehicle, known }: Gathered,
): Promise<void> {
  const { place } = counter;
  const own = { company_id: place.companyId, created_at: form.at };
  const handoverId = uuidv7();
  const found = form.found.map(({ damage }) => damage);
  const { at, repaired } = form;
  const sketch = damagesOnSketch({ direction: 'in', at, known, found, repaired });
  const signature = form.signature === null ? null : JSON.stringify(form.signature);
  const handover = tx.insertInto('handovers').values({
    ...own,
    id: handoverId,
    contract_id: contract.id,
    vehicle_id: vehicle.id,
    counter_id: place.counterId,
    clerk_id: place.clerkId,
    kind: 'check_in',
    handed_over_at: form.at,
    odometer_km: form.odometerKm,
    fuel_eighths: form.fuelEighths,
    cleanliness: form.cleanliness,
    keys: form.keys,
    accessories: JSON.stringify(form.accessories),
    renter_present: form.renter === 'present' ? 1 : 0,
    note: form.notes.trim(),
    signature,
    signed_name: signature === null ? null : form.signedName,
    damages: sketch === null ? null : JSON.stringify(sketch),
  });
  const damages = damageStatements(tx, place, {
    handoverId,
    contractId: contract.id,
    vehicleId: vehicle.id,
    at: form.at,
    found: form.found,
    repaired: form.repaired,
  });
  const returned = tx
    .updateTable('contracts')
    .set({ status: 'returned', returned_at: form.at })
    .where('id', '=', contract.id);
  await tx.write(handover, ...damages, returned);
  await appendAudit(
    tx,
    counter,
    {
      kind: 'handover.signed',
      subjectId: handoverId,
      content: handoverContent({
        ...form,
        id: handoverId,
        damages: found.map(({ id }) => id),
        sketch,
      }),
      at: form.at,
    },
    [
      tx
        .insertInto('paper_jobs')
        .values({ id: uuidv7(), kind: 'handover', subject_id: handoverId, created_at: form.at }),
    ],
  );
}
