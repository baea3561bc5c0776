import type { Selectable } from 'kysely';
import { type CheckOutDecision, type CheckOutRefusal, decideCheckOut } from '#shared/contracts/check-out.ts';
import type { CheckOutForm } from '#shared/contracts/check-out-form.ts';
import type { Driver } from '#shared/drivers/check-driver.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { CustomerRow, VehicleCategoryRow, VehicleRow } from '#sync/schema/rows.generated.ts';
import { openDrawer } from '../app/billing/take-payment.ts';
import { contractOut } from '../app/contracts/contract-out.ts';
import type { Place } from '../app/counter/counter.ts';
import { heldNow } from '../app/fleet/held-now.ts';
import type { Tx } from '../app/counter/transaction.ts';
import { priceListOf } from '../app/prices/price-list-of.ts';
import { categoryOfVehicle, readPriceRows } from '../app/prices/price-rows.ts';
import { driverRules } from '../app/counter/driver-rules.ts';

export type GatherRefusal =
  | CheckOutRefusal
  /** Cash goes into a drawer that is open, so that its close adds up. */
  | { readonly code: 'drawer_closed'; readonly field: 'depositMethod' | 'payNow' }
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

/**
 * Reads what the rules need, in the transaction that writes, and asks them. `customer` is null for a new one. Everything is asked
 * for at once: one round trip.
 */
export async function gatherCheckOut(
  tx: Tx,
  form: CheckOutForm,
  place: Place,
  at: Instant,
): Promise<Result<Gathered, GatherRefusal>> {
  const [drawer, reservation, vehicle, customer, prices, open, held] = await Promise.all([
    openDrawer(tx, place.counterId),
    form.reservationId === null
      ? null
      : tx
          .selectFrom('contracts')
          .select('id')
          .where('id', '=', form.reservationId)
          .where('status', 'in', ['quote', 'reserved', 'to_assign'])
          .executeTakeFirst(),
    tx.selectFrom('vehicles').selectAll().where('id', '=', form.vehicleId).executeTakeFirst(),
    form.customer.kind === 'new'
      ? null
      : tx.selectFrom('customers').selectAll().where('id', '=', form.customer.id).executeTakeFirst(),
    readPriceRows(tx, categoryOfVehicle(tx, form.vehicleId)),
    contractOut(tx, form.vehicleId).executeTakeFirst(),
    heldNow(tx, form.vehicleId, at),
  ]);
  if (reservation === undefined) return refuse({ code: 'reservation_gone', field: 'reservationId' });
  if (!vehicle || !prices) return refuse({ code: 'vehicle_missing', field: 'vehicleId' });
  const { category } = prices;
  if (customer === undefined) return refuse({ code: 'customer_missing', field: 'customer' });
  const decision = decideCheckOut(
    { ...form, driver: driverOf(form) },
    {
      now: at,
      priceList: priceListOf(prices),
      categoryId: category.id,
      branchId: place.branchId,
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
