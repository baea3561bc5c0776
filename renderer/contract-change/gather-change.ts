import type { Selectable } from 'kysely';
import type { AmendmentFacts } from '#shared/contracts/amend-contract.ts';
import type { SignedContract } from '#shared/contracts/signed-contract.ts';
import type { Damage } from '#shared/fleet/damage.ts';
import type { Occupation } from '#shared/fleet/occupation.ts';
import type { Instant } from '#shared/time/instant.ts';
import type {
  ContractDriverRow,
  ContractRow,
  CustomerRow,
  HandoverRow,
  VehicleRow,
} from '#sync/schema/rows.generated.ts';
import { contractOut } from '../app/contracts/contract-out.ts';
import { handedLegs } from '../app/contracts/handover-of.ts';
import { holdsNow } from '../app/contracts/holds-now.ts';
import { amendmentsOf, signedContractOf } from '../app/contracts/signed-contract-of.ts';
import { driverRules } from '../app/counter/driver-rules.ts';
import type { OccupationWords } from '../app/fleet/fleet-of.ts';
import { knownDamages } from '../app/damage/known-damages.ts';
import { heldNow } from '../app/fleet/held-now.ts';
import { occupationsOfVehicle } from '../app/fleet/occupations-of-vehicle.ts';
import type { Reads } from '../app/fleet/occupation-queries.ts';
import { priceListOf } from '../app/prices/price-list-of.ts';
import type { PriceRows } from '../app/prices/price-rows.ts';

/** Everything a change of a contract stands on, as the replica has it now. */
export interface Gathered {
  readonly contract: Selectable<ContractRow>;
  /** Null for a contract of a version that kept no terms. */
  readonly signed: SignedContract | null;
  readonly holds: ReturnType<typeof holdsNow>;
  readonly customer: Selectable<CustomerRow>;
  readonly drivers: readonly Selectable<ContractDriverRow>[];
  /** The one that is on the road now, and how it went out. */
  readonly vehicle: Selectable<VehicleRow>;
  readonly out: Selectable<HandoverRow>;
  /** What it has of damages. */
  readonly known: readonly Damage[];
  /** The one that is to take over. */
  readonly next: Selectable<VehicleRow> | null;
  readonly knownOfNext: readonly Damage[];
  /** What either of them is taken by, this contract aside. */
  readonly occupations: readonly Occupation[];
  readonly facts: AmendmentFacts;
}

export interface GatherContext {
  /** Of the category of the vehicle that takes over, read before: prices do not change under a clerk's pen. */
  readonly prices: PriceRows | null;
  readonly at: Instant;
  readonly words: OccupationWords;
}

/** Reads it all; null where the contract, or what it needs, is not on this machine. */
export async function gatherChange(
  rows: Reads,
  contractId: string,
  nextId: string | null,
  { prices, at, words }: GatherContext,
): Promise<Gathered | null> {
  const contract = await rows
    .selectFrom('contracts')
    .selectAll()
    .where('id', '=', contractId)
    .executeTakeFirst();
  if (!contract) return null;
  const holds = holdsNow(contract);
  if (holds.vehicleId === null) return null;
  const vehicles = [holds.vehicleId, ...(nextId === null ? [] : [nextId])];
  const [cars, categories, customer, drivers, handovers, amendments, outWith, held, taken, damages] =
    await Promise.all([
      rows.selectFrom('vehicles').selectAll().where('id', 'in', vehicles).execute(),
      rows.selectFrom('vehicle_categories').selectAll().execute(),
      rows.selectFrom('customers').selectAll().where('id', '=', contract.customer_id).executeTakeFirst(),
      rows.selectFrom('contract_drivers').selectAll().where('contract_id', '=', contractId).execute(),
      rows.selectFrom('handovers').selectAll().where('contract_id', '=', contractId).execute(),
      amendmentsOf(rows, contractId).execute(),
      nextId === null ? undefined : contractOut(rows, nextId).executeTakeFirst(),
      nextId === null ? null : heldNow(rows, nextId, at),
      Promise.all(vehicles.map((id) => occupationsOfVehicle(rows, id, at, words))),
      Promise.all(vehicles.map((id) => knownDamages(rows, id))),
    ]);
  const [known = [], knownOfNext = []] = damages;
  const vehicle = cars.find(({ id }) => id === holds.vehicleId);
  const next = cars.find(({ id }) => id === nextId) ?? null;
  const out = handedLegs(handovers).findLast((leg) => leg.out.vehicle_id === holds.vehicleId)?.out;
  const category = categories.find(({ id }) => id === (next ?? vehicle)?.category_id);
  if (!vehicle || !customer || !out || !category) return null;
  return {
    contract,
    signed: signedContractOf(contract, drivers, amendments),
    holds,
    customer,
    drivers,
    vehicle,
    out,
    known,
    next,
    knownOfNext,
    occupations: taken.flat().filter(({ id }) => id !== contractId),
    facts: {
      now: at,
      licenceCategory: driverRules(category).licenceCategory,
      newVehicle: next && { status: next.status, outWith: outWith ? (outWith.number ?? '') : null, held },
      offered: prices === null ? null : priceListOf(prices),
    },
  };
}
