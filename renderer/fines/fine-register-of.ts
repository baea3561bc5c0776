import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { FineDriver, FineRegister, RegisteredRental, RentalLeg } from '#shared/fines/fine-register.ts';
import { checkPlate, formatPlate } from '#shared/fleet/plate.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import type { HandoverRow } from '#sync/schema/rows.generated.ts';
import type { Tx } from '../app/counter/transaction.ts';

const joinedLater = z.object({
  drivers: z.array(z.object({ id: z.string(), from: z.string().nullable() })),
});

const beforeAll = instant('1990-01-01T00:00:00Z');

/** All that is known here of who had the vehicles that carried a plate: by their handovers, as they really were. */
export async function fineRegisterOf(rows: Pick<Tx, 'selectFrom'>, typed: string): Promise<FineRegister> {
  const plate = checkPlate(typed);
  if (!plate.ok) return { plates: [], rentals: [] };
  const written = [plate.value, formatPlate(plate.value)];
  const [dated, current] = await Promise.all([
    rows.selectFrom('vehicle_plates').selectAll().where('plate', 'in', written).execute(),
    // A vehicle whose plates nobody has dated has carried the one it has for all we know.
    rows
      .selectFrom('vehicles')
      .select('id')
      .where('plate', 'in', written)
      .where('id', 'not in', rows.selectFrom('vehicle_plates').select('vehicle_id'))
      .execute(),
  ]);
  const plates = [
    ...dated.map(({ vehicle_id: vehicleId, used_from: from, used_to: to }) => ({ vehicleId, from, to })),
    ...current.map(({ id: vehicleId }) => ({ vehicleId, from: beforeAll, to: null })),
  ].map((period) => ({ ...period, plate: plate.value }));
  const vehicleIds = [...new Set(plates.map(({ vehicleId }) => vehicleId))];
  const handovers = await rows
    .selectFrom('handovers')
    .select(['id', 'contract_id', 'vehicle_id', 'kind', 'handed_over_at'])
    .where('vehicle_id', 'in', vehicleIds)
    .orderBy('handed_over_at')
    .execute();
  const contractIds = [...new Set(handovers.flatMap(({ contract_id: id }) => id ?? []))];
  const [contracts, drivers, amendments] = await Promise.all([
    rows
      .selectFrom('contracts')
      .select(['id', 'number', 'customer_id', 'customer_name', 'returned_at'])
      .where('id', 'in', contractIds)
      .where('signed_at', 'is not', null)
      .execute(),
    rows
      .selectFrom('contract_drivers')
      .select(['id', 'contract_id', 'first_name', 'last_name', 'is_main'])
      .where('contract_id', 'in', contractIds)
      .orderBy('is_main', 'desc')
      .execute(),
    rows
      .selectFrom('amendments')
      .select(['contract_id', 'terms', 'position'])
      .where('contract_id', 'in', contractIds)
      .orderBy('position')
      .execute(),
  ]);
  const rentals = contracts.map((contract): RegisteredRental => {
    const last = amendments.filter(({ contract_id: id }) => id === contract.id).at(-1);
    const later = new Map(
      (last ? joinedLater.parse(JSON.parse(last.terms)).drivers : []).map(({ id, from }) => [id, from]),
    );
    return {
      contractId: contract.id,
      contractNumber: contract.number ?? '',
      renter: { id: contract.customer_id ?? '', name: contract.customer_name },
      drivers: drivers
        .filter(({ contract_id: id }) => id === contract.id)
        .map(({ id, first_name: first, last_name: family }): FineDriver => {
          const from = later.get(id) ?? null;
          return { id, name: `${first} ${family}`, from: from === null ? null : instant(from) };
        }),
      legs: legsOf(
        handovers.filter(({ contract_id: id }) => id === contract.id),
        contract.returned_at,
      ),
    };
  });
  return {
    plates,
    rentals,
  };
}

type Handed = Pick<Selectable<HandoverRow>, 'vehicle_id' | 'kind' | 'handed_over_at'>;

/** Each check-out with the check-in that follows it, vehicle by vehicle: an exchange is the end of one leg and the beginning of another. */
function legsOf(handed: readonly Handed[], returnedAt: Instant | null): readonly RentalLeg[] {
  const legs: RentalLeg[] = [];
  for (const { vehicle_id: vehicleId, kind, handed_over_at: at } of handed) {
    if (kind === 'check_out') legs.push({ vehicleId, outAt: at, backAt: null });
    else {
      const open = legs.findLastIndex((leg) => leg.vehicleId === vehicleId && leg.backAt === null);
      const leg = legs[open];
      if (leg) legs[open] = { ...leg, backAt: at };
    }
  }
  // A return whose handover is not here, of a version before: the contract says when.
  return legs.map((leg, index) =>
    leg.backAt === null && index === legs.length - 1 ? { ...leg, backAt: returnedAt } : leg,
  );
}
