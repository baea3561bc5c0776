import { uuidv7 } from 'uuidv7';
import type { VehicleForm } from '#shared/fleet/vehicle-form.ts';
import { inBatches } from '#shared/imports/outcome.ts';
import type { CustomerForm } from '#shared/parties/customer-form.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { newCustomerRow } from '../app/counter/customer-row.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { newVehicleRows } from '../app/counter/vehicle-row.ts';

export interface ToWrite<Form> {
  readonly line: number;
  readonly form: Form;
}

export interface ImportProgress {
  /** Told after each batch, which is on the disk then. */
  readonly onWritten: (written: number) => void;
  /** Stops before the next batch. */
  readonly signal: AbortSignal;
}

type Written = Promise<Result<number, { readonly code: 'import_not_permitted' }>>;

/** Rows in one transaction: the server takes each transaction whole or not at all. */
const customersAtOnce = 200;
/** A vehicle is two rows: itself and its plate. */
const vehiclesAtOnce = 100;

/**
 * Adds customers in batches, each in a durable transaction of its own, and returns how many were written. Stopped or
 * interrupted, it goes on by reading the file again: what was written is known then.
 */
export async function importCustomers(
  counter: Counter,
  forms: readonly ToWrite<CustomerForm>[],
  { onWritten, signal }: ImportProgress,
): Written {
  if (!mayImport(counter)) return refuse({ code: 'import_not_permitted' });
  const { companyId } = counter.place;
  let written = 0;
  for (const batch of inBatches(forms, customersAtOnce)) {
    if (signal.aborted) break;
    const at = now();
    await inTransaction(counter, (tx) =>
      tx.write(
        ...batch.map(({ form }) =>
          tx.insertInto('customers').values(newCustomerRow(form, { id: uuidv7(), companyId, at })),
        ),
      ),
    );
    written += batch.length;
    onWritten(written);
  }
  return ok(written);
}

/** Adds vehicles with the plates that they bear from now on, as `importCustomers` does. */
export async function importVehicles(
  counter: Counter,
  forms: readonly ToWrite<VehicleForm>[],
  { onWritten, signal }: ImportProgress,
): Written {
  if (!mayImport(counter)) return refuse({ code: 'import_not_permitted' });
  const { companyId } = counter.place;
  let written = 0;
  for (const batch of inBatches(forms, vehiclesAtOnce)) {
    if (signal.aborted) break;
    const at = now();
    await inTransaction(counter, async (tx) => {
      const vins = batch.map(({ form }) => form.vin);
      const there = await tx.selectFrom('vehicles').select('vin').where('vin', 'in', vins).execute();
      const fresh = batch.filter(({ form }) => !there.some(({ vin }) => vin === form.vin));
      await tx.write(
        ...fresh.flatMap(({ form }) => {
          const { vehicle, plate } = newVehicleRows(form, { companyId, at });
          return [tx.insertInto('vehicles').values(vehicle), tx.insertInto('vehicle_plates').values(plate)];
        }),
      );
      written += fresh.length;
    });
    onWritten(written);
  }
  return ok(written);
}

export function mayImport({ role }: Counter): boolean {
  return role === 'owner' || role === 'manager';
}
