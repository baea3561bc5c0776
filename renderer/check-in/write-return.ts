import { uuidv7 } from 'uuidv7';
import { handoverContent } from '../app/contracts/handover-content.ts';
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
  { contract, vehicle }: Gathered,
): Promise<void> {
  const { place } = counter;
  const own = { company_id: place.companyId, created_at: form.at };
  const handoverId = uuidv7();
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
  });
  const damages = form.found.map(({ damage }) =>
    tx.insertInto('damages').values({
      ...own,
      id: damage.id,
      vehicle_id: vehicle.id,
      handover_id: handoverId,
      contract_id: contract.id,
      view: damage.view,
      x: damage.position.x,
      y: damage.position.y,
      kind: damage.kind,
      size: damage.size,
      note: damage.note ?? '',
      found_at: damage.foundAt,
    }),
  );
  const mended = form.repaired.map((id) =>
    tx.updateTable('damages').set({ repaired_at: form.at }).where('id', '=', id),
  );
  const photos = form.found.flatMap(({ damage, photos: some }) =>
    some.flatMap((photo) => {
      const path = `${place.companyId}/${photo.id}.jpg`;
      const file = { bucket: 'contract-photos', path, mime: 'image/jpeg', sha256: photo.sha256 };
      return [
        tx.insertInto('photos').values({
          ...own,
          ...file,
          id: photo.id,
          counter_id: place.counterId,
          vehicle_id: vehicle.id,
          contract_id: contract.id,
          handover_id: handoverId,
          damage_id: damage.id,
          caption: '',
          size_bytes: photo.size,
          taken_at: photo.takenAt,
        }),
        tx.insertInto('document_uploads').values({
          ...file,
          id: photo.id,
          attempts: 0,
          created_at: form.at,
        }),
      ];
    }),
  );
  const returned = tx
    .updateTable('contracts')
    .set({ status: 'returned', returned_at: form.at })
    .where('id', '=', contract.id);
  await tx.write(handover, ...damages, ...mended, ...photos, returned);
  await appendAudit(
    tx,
    counter,
    {
      kind: 'handover.signed',
      subjectId: handoverId,
      content: handoverContent({
        ...form,
        id: handoverId,
        damages: form.found.map(({ damage }) => damage.id),
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
