import type { Selectable } from 'kysely';
import { ownBranch } from '#shared/clerks/own-branch.ts';
import { type ReserveDecision, type ReserveRefusal, decideReservation } from '#shared/contracts/reserve.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import type { ContractRow, CustomerRow, VehicleRow } from '#sync/schema/rows.generated.ts';
import type { Counter } from '../app/counter/counter.ts';
import { priceListOf } from '../app/prices/price-list-of.ts';
import type { PriceRows } from '../app/prices/price-rows.ts';
import type { OccupationWords } from '../app/fleet/fleet-of.ts';
import type { Reads } from '../app/fleet/occupation-queries.ts';
import { occupationsOfVehicle } from '../app/fleet/occupations-of-vehicle.ts';
import type { ReserveForm } from './reserve-form.ts';

export type GatherRefusal =
  | ReserveRefusal
  | { readonly code: 'customer_missing'; readonly field: 'customer' }
  /** Signed, cancelled, or not on this machine. */
  | { readonly code: 'reservation_gone'; readonly field: 'reservationId' }
  /** Staff write for their own branch; the server refuses the rest. */
  | { readonly code: 'other_branch'; readonly field: 'branchId'; readonly branch: string }
  /** Prices changed between what was shown and what was accepted. */
  | { readonly code: 'price_changed'; readonly field: 'total'; readonly total: Rappen };

/** What a reservation stands on: the rows as they are, and what the rules made of them. */
export interface Gathered {
  readonly before: Selectable<ContractRow> | null;
  readonly branchId: string;
  readonly customer: Selectable<CustomerRow> | null;
  readonly vehicle: Selectable<VehicleRow> | null;
  readonly decision: ReserveDecision;
}

const open = ['quote', 'reserved', 'to_assign'] as const;

/** A reservation that may still be changed. */
export function openReservation(rows: Reads, id: string) {
  return rows.selectFrom('contracts').selectAll().where('id', '=', id).where('status', 'in', open);
}

/** Reads what the rules need and asks them. `prices` are those of the form's category, read before the transaction. */
export async function gatherReservation(
  rows: Reads,
  { place, role }: Pick<Counter, 'place' | 'role'>,
  form: ReserveForm,
  { prices, at, words }: GatherContext,
): Promise<Result<Gathered, GatherRefusal>> {
  const { vehicleId } = form;
  const [before, clerk, customer, vehicle, occupations, branches] = await Promise.all([
    form.reservationId === null ? null : openReservation(rows, form.reservationId).executeTakeFirst(),
    rows.selectFrom('users').select('branch_id').where('id', '=', place.clerkId).executeTakeFirst(),
    form.customer.kind === 'new'
      ? null
      : rows.selectFrom('customers').selectAll().where('id', '=', form.customer.id).executeTakeFirst(),
    vehicleId === null
      ? null
      : rows.selectFrom('vehicles').selectAll().where('id', '=', vehicleId).executeTakeFirst(),
    vehicleId === null ? [] : occupationsOfVehicle(rows, vehicleId, at, words),
    rows.selectFrom('branches').select(['id', 'name']).execute(),
  ]);
  if (before === undefined) return refuse({ code: 'reservation_gone', field: 'reservationId' });
  if (customer === undefined) return refuse({ code: 'customer_missing', field: 'customer' });
  if (vehicle === undefined) return refuse({ code: 'vehicle_not_rentable', field: 'vehicleId' });
  const branchId = before?.branch_id ?? place.branchId;
  const mine = ownBranch({ role, branchId: clerk?.branch_id ?? null });
  if (mine !== null && mine !== branchId && mine !== before?.return_branch_id) {
    const branch = branches.find(({ id }) => id === branchId)?.name ?? '';
    return refuse({ code: 'other_branch', field: 'branchId', branch });
  }
  const { born_on: bornOn, licence_since: licenceSince } = customer ?? {};
  const decision = decideReservation(
    { ...form, branchId },
    {
      now: at,
      priceList: prices === null ? null : priceListOf(prices),
      customerGroup: customer?.customer_group || null,
      driver: bornOn && licenceSince ? { bornOn, licenceSince } : null,
      vehicle: vehicle && {
        status: vehicle.status,
        categoryId: vehicle.category_id,
        occupations,
      },
      before: before && { id: before.id, status: before.status, total: before.total },
    },
  );
  if (!decision.ok) return decision;
  return ok({ before, branchId, customer, vehicle, decision: decision.value });
}

export interface GatherContext {
  readonly prices: PriceRows | null;
  readonly at: Instant;
  /** How a clash is called. */
  readonly words: OccupationWords;
}

/** The form of a reservation as it stands, to change a part of it. */
export function formOf(row: Selectable<ContractRow>, options: ReserveForm['options']): ReserveForm {
  return {
    reservationId: row.id,
    kind: row.status === 'quote' ? 'quote' : 'reservation',
    customer: { kind: 'existing', id: row.customer_id },
    categoryId: row.category_id,
    vehicleId: row.vehicle_id,
    startsAt: instant(row.starts_at),
    endsAt: instant(row.ends_at),
    returnBranchId: row.return_branch_id,
    options,
    note: row.note,
  };
}
