import type { Compilable } from 'kysely';
import type { Instant } from '#shared/time/instant.ts';
import type { Place } from '../counter/counter.ts';
import type { Tx } from '../counter/transaction.ts';
import type { FoundDamage } from './found-damage.ts';

export interface DamagesOfHandover {
  readonly handoverId: string;
  /** Of the handover. */
  readonly contractId: string;
  readonly vehicleId: string;
  readonly at: Instant;
  readonly found: readonly FoundDamage[];
  /** Known damages that were mended, by id. */
  readonly repaired: readonly string[];
  /** Whether what was found was there before the rental: then it is of none, as a damage names the rental in which it came about. */
  readonly isFromBefore?: boolean;
}

/** What writes the damages that were found at a handover, and those that were mended, with their photos on their way to the server. */
export function damageStatements(
  tx: Tx,
  place: Place,
  { handoverId, contractId, vehicleId, at, found, repaired, isFromBefore = false }: DamagesOfHandover,
): readonly Compilable[] {
  const own = { company_id: place.companyId, created_at: at };
  const damages = found.map(({ damage }) =>
    tx.insertInto('damages').values({
      ...own,
      id: damage.id,
      vehicle_id: vehicleId,
      handover_id: handoverId,
      contract_id: isFromBefore ? null : contractId,
      view: damage.view,
      x: damage.position.x,
      y: damage.position.y,
      kind: damage.kind,
      size: damage.size,
      note: damage.note ?? '',
      found_at: damage.foundAt,
    }),
  );
  const mended = repaired.map((id) =>
    tx.updateTable('damages').set({ repaired_at: at }).where('id', '=', id),
  );
  const photos = found.flatMap(({ damage, photos: some }) =>
    some.flatMap((photo) => {
      const path = `${place.companyId}/${photo.id}.jpg`;
      const file = { bucket: 'contract-photos', path, mime: 'image/jpeg', sha256: photo.sha256 };
      return [
        tx.insertInto('photos').values({
          ...own,
          ...file,
          id: photo.id,
          counter_id: place.counterId,
          vehicle_id: vehicleId,
          contract_id: contractId,
          handover_id: handoverId,
          damage_id: damage.id,
          caption: '',
          size_bytes: photo.size,
          taken_at: photo.takenAt,
        }),
        tx.insertInto('document_uploads').values({ ...file, id: photo.id, attempts: 0, created_at: at }),
      ];
    }),
  );
  return [...damages, ...mended, ...photos];
}
