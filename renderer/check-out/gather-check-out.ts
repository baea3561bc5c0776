import type { Selectable } from 'kysely';
import { type CheckOutDecision, type CheckOutRefusal, decideCheckOut } from '#shared/contracts/check-out.ts';
import type { CheckOutForm } from '#shared/contracts/check-out-form.ts';
import type { Driver } from '#shared/drivers/check-driver.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { CustomerRow, VehicleCategoryRow, VehicleRow } from '#sync/schema/rows.generated.ts';
import { openDrawer } from '../app/billing/take-payment.ts';
import { contractOut } from '../app/contracts/contract-out.ts';
import { heldNow } from '../app/fleet/held-now.ts';
import type { Tx } from '../app/counter/transaction.ts';
import { priceListOf } from '../app/prices/price-list-of.ts';
import type { PriceRows } from '../app/prices/price-rows.ts';
import { driverRules } from '../app/counter/driver-rules.ts';

export type GatherRefusal =
  | CheckOutRefusal
  /** Cash goes into a drawer that is open, so that its close adds up. */
  | { readonly code: 'drawer_closed'; readonly field: 'depositMethod' }
  | { readonly code: 'customer_missing'; readonly field: 'customer' }
  | { readonly code: 'vehicle_missing'; readonly field: 'vehicleId' }
  /** Somebody else has handed it over, or cancelled it. */
  | { readonly code: 'reservation_gone'; readonly field: 'reservationId' };

/** What a check-out stands on: the rows as they are, and what the rules made of them. */
export interface Gathered {
  readonly customer: Selectable<CustomerRow> | null;
  readonly vehicle: Selectable<VehicleRow>;
  readonly category: Selectable<VehicleCategoryRow>;
  readonly decision: CheckOutDecision;
  /** The open cash drawer of this counter. */
  readonly drawer: string | undefined;
}

/** What was read before the transaction: it holds the one writer, and prices do not change under a clerk's pen. */
export interface Here {
  readonly branchId: string;
  readonly counterId: string;
  readonly prices: PriceRows | null;
}

/** Reads what the rules need, in the transaction that writes, and asks them. `customer` is null for a new one. */
export async function gatherCheckOut(
  tx: Tx,
  form: CheckOutForm,
  here: Here,
  at: Instant,
): Promise<Result<Gathered, GatherRefusal>> {
  const vehicles = tx.selectFrom('vehicles').where('id', '=', form.vehicleId);
  const [drawer, reservation, vehicle, customer, category, open, held] = await Promise.all([
    openDrawer(tx, here.counterId),
    form.reservationId === null
      ? null
      : tx
          .selectFrom('contracts')
          .select('id')
          .where('id', '=', form.reservationId)
          .where('status', 'in', ['quote', 'reserved', 'to_assign'])
          .executeTakeFirst(),
    vehicles.selectAll().executeTakeFirst(),
    form.customer.kind === 'new'
      ? null
      : tx.selectFrom('customers').selectAll().where('id', '=', form.customer.id).executeTakeFirst(),
    tx
      .selectFrom('vehicle_categories')
      .selectAll()
      .where('id', '=', vehicles.select('category_id'))
      .executeTakeFirst(),
    contractOut(tx, form.vehicleId).executeTakeFirst(),
    heldNow(tx, form.vehicleId, at),
  ]);
  if (reservation === undefined) return refuse({ code: 'reservation_gone', field: 'reservationId' });
  if (!vehicle || !category) return refuse({ code: 'vehicle_missing', field: 'vehicleId' });
  if (customer === undefined) return refuse({ code: 'customer_missing', field: 'customer' });
  const decision = decideCheckOut(
    { ...form, driver: driverOf(form) },
    {
      now: at,
      priceList: here.prices === null ? null : priceListOf(here.prices),
      categoryId: category.id,
      branchId: here.branchId,
      customerGroup: customer?.customer_group || null,
      rules: driverRules(category),
      vehicle: {
        status: vehicle.status,
        odometerKm: vehicle.odometer_km,
        outWith: open?.number ?? null,
        held,
      },
    },
  );
  if (!decision.ok) return decision;
  if (form.depositMethod === 'cash' && decision.value.deposit > 0 && drawer === undefined)
    return refuse({ code: 'drawer_closed', field: 'depositMethod' });
  return ok({ customer, vehicle, category, drawer, decision: decision.value });
}

/** The driver as the rules know one. */
export function driverOf({ driver }: CheckOutForm): Driver {
  const { bornOn, licenceSince, licenceCategory, licenceExpiresOn } = driver;
  return { bornOn, licenceSince, licenceCategory, licenceExpiresOn };
}
