import { uuidv7 } from 'uuidv7';
import {
  type VehicleRefusal,
  type VehicleStanding,
  checkPlateChange,
  checkStanding,
} from '#shared/fleet/change-vehicle.ts';
import { type Plate, formatPlate } from '#shared/fleet/plate.ts';
import type { VehicleForm } from '#shared/fleet/vehicle-form.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import { vehicleNow } from '../app/contracts/holds-now.ts';
import type { Counter } from '../app/counter/counter.ts';
import { newVehicleRows } from '../app/counter/vehicle-row.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';
import { mayManage } from './may-manage.ts';

type Done<Value = undefined> = Promise<Result<Value, VehicleRefusal>>;

/** Adds a vehicle with the plate that it bears from now on, and returns the id. */
export async function addVehicle(counter: Counter, form: VehicleForm): Done<string> {
  if (!(await mayManage(counter, form.branchId))) return refuse({ code: 'vehicle_not_permitted' });
  return await inTransaction(counter, async (tx) => {
    const same = await tx.selectFrom('vehicles').select('id').where('vin', '=', form.vin).executeTakeFirst();
    if (same) return refuse({ code: 'vin_known' });
    const { vehicle, plate } = newVehicleRows(form, { companyId: counter.place.companyId, at: now() });
    await tx.write(tx.insertInto('vehicles').values(vehicle), tx.insertInto('vehicle_plates').values(plate));
    return ok(vehicle.id);
  });
}

export interface VehicleChange {
  readonly branchId: string;
  readonly categoryId: string;
  readonly parkingPlace: string;
  readonly colour: string;
  readonly status: VehicleStanding;
}

/** Changes where a vehicle belongs and what it is used for. */
export async function changeVehicle(counter: Counter, id: string, change: VehicleChange): Done {
  const ours = await mayManage(counter, change.branchId);
  return await inTransaction(counter, async (tx) => {
    const [vehicle, ties] = await Promise.all([vehicleOf(tx, id), tiesOf(tx, id)]);
    if (!vehicle) return refuse({ code: 'vehicle_gone' });
    if (!ours || !(await mayManage(counter, vehicle.branch_id, tx))) {
      return refuse({ code: 'vehicle_not_permitted' });
    }
    const checked = checkStanding(vehicle.status, change.status, ties);
    if (!checked.ok) return checked;
    const columns = {
      branch_id: change.branchId,
      category_id: change.categoryId,
      parking_place: change.parkingPlace.trim(),
      colour: change.colour.trim(),
      status: change.status,
    };
    const changed = Object.entries(columns).filter(
      ([column, value]) => vehicle[column as keyof typeof columns] !== value,
    );
    if (changed.length > 0) {
      await tx.write(tx.updateTable('vehicles').set(Object.fromEntries(changed)).where('id', '=', id));
    }
    return ok(undefined);
  });
}

/** The vehicle bears another plate from a moment on. The one before ends there: a fine is resolved by plate and time. */
export async function changePlate(counter: Counter, vehicleId: string, plate: Plate, from: Instant): Done {
  const { companyId } = counter.place;
  return await inTransaction(counter, async (tx) => {
    const [vehicle, last] = await Promise.all([
      vehicleOf(tx, vehicleId),
      tx
        .selectFrom('vehicle_plates')
        .selectAll()
        .where('vehicle_id', '=', vehicleId)
        .orderBy('used_from', 'desc')
        .limit(1)
        .executeTakeFirst(),
    ]);
    if (!vehicle) return refuse({ code: 'vehicle_gone' });
    if (!(await mayManage(counter, vehicle.branch_id, tx))) return refuse({ code: 'vehicle_not_permitted' });
    const current = { plate: vehicle.plate, since: last?.used_from ?? vehicle.created_at };
    const written = formatPlate(plate);
    const checked = checkPlateChange(current, { plate: written, from }, now());
    if (!checked.ok) return checked;
    const row = { company_id: companyId, vehicle_id: vehicleId, created_at: now() };
    await tx.write(
      // Vehicles of before plates had dates have none yet: the one they bore is written down with its end.
      last
        ? tx
            .updateTable('vehicle_plates')
            .set({ used_to: from })
            .where('id', '=', last.id)
            .where('used_to', 'is', null)
        : tx.insertInto('vehicle_plates').values({
            ...row,
            id: uuidv7(),
            plate: vehicle.plate,
            used_from: vehicle.created_at,
            used_to: from,
          }),
      tx
        .insertInto('vehicle_plates')
        .values({ ...row, id: uuidv7(), plate: written, used_from: from, used_to: null }),
      tx.updateTable('vehicles').set({ plate: written }).where('id', '=', vehicleId),
    );
    return ok(undefined);
  });
}

/** A damage was mended: it stays in the file, and is no longer shown on the sketch. */
export async function repairDamage(counter: Counter, damageId: string): Done {
  if (counter.role === 'viewer') return refuse({ code: 'vehicle_not_permitted' });
  await inTransaction(counter, (tx) =>
    tx.write(
      tx
        .updateTable('damages')
        .set({ repaired_at: now() })
        .where('id', '=', damageId)
        .where('repaired_at', 'is', null),
    ),
  );
  return ok(undefined);
}

async function vehicleOf(tx: Tx, id: string) {
  return await tx.selectFrom('vehicles').selectAll().where('id', '=', id).executeTakeFirst();
}

async function tiesOf(tx: Tx, vehicleId: string) {
  const contracts = await tx
    .selectFrom('contracts')
    .where(vehicleNow, '=', vehicleId)
    .where('status', 'in', ['out', 'reserved'])
    .select(['status', 'number'])
    .execute();
  const out = contracts.find(({ status }) => status === 'out');
  return {
    out: out ? (out.number ?? '') : null,
    reservations: contracts.filter(({ status }) => status === 'reserved').length,
  };
}
