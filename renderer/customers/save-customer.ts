import { uuidv7 } from 'uuidv7';
import type { CustomerForm } from '#shared/parties/customer-form.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { type Settles, settledRefusal } from '../app/attention/settle-refusal.ts';
import type { Counter } from '../app/counter/counter.ts';
import { customerColumns, newCustomerRow } from '../app/counter/customer-row.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { findKnown } from '../app/search/find-known.ts';

/** A refused entry that is put right. */
export interface CorrectsCustomer extends Settles {
  readonly customerId: string;
}

export type SaveCustomerRefusal =
  /** Somebody with this licence, or this name and birth date, is there already. */
  | { readonly code: 'customer_known'; readonly customerId: string }
  /** Merged, erased, or never arrived here. */
  | { readonly code: 'customer_gone' };

/**
 * Adds a customer, and returns the id. Works without a line.
 *
 * @param corrects a refused entry of the same customer, which this settles: the id stays, because others may name it
 * @param mayBeKnown whether to add them although somebody looks like the same person: the server will tell, and people merge
 */
export async function addCustomer(
  counter: Counter,
  form: CustomerForm,
  mayBeKnown: boolean,
  corrects: CorrectsCustomer | null = null,
): Promise<Result<string, SaveCustomerRefusal>> {
  const known = mayBeKnown ? null : await findKnown(counter.rows, form);
  if (known !== null) return refuse({ code: 'customer_known', customerId: known });
  const id = corrects?.customerId ?? uuidv7();
  await inTransaction(counter, (tx) =>
    tx.write(
      tx
        .insertInto('customers')
        .values(newCustomerRow(form, { id, companyId: counter.place.companyId, at: now() })),
      ...(corrects ? [settledRefusal(tx, counter.place, corrects)] : []),
    ),
  );
  return ok(id);
}

/**
 * Changes what is known of a customer. Contracts and bills keep what they were made with.
 *
 * @param before what stood in the form when it was opened: only what differs is written, so that what another counter changed in
 *   the meantime stays
 */
export async function changeCustomer(
  counter: Counter,
  id: string,
  before: CustomerForm,
  form: CustomerForm,
  corrects: Settles | null = null,
): Promise<Result<undefined, SaveCustomerRefusal>> {
  return await inTransaction(counter, async (tx) => {
    const row = await tx
      .selectFrom('customers')
      .select(['merged_into', 'erased_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row || row.merged_into !== null || row.erased_at !== null) return refuse({ code: 'customer_gone' });
    const was = customerColumns(before);
    const changed = Object.entries(customerColumns(form)).filter(
      ([column, value]) => was[column as keyof typeof was] !== value,
    );
    await tx.write(
      ...(changed.length > 0
        ? [tx.updateTable('customers').set(Object.fromEntries(changed)).where('id', '=', id)]
        : []),
      ...(corrects ? [settledRefusal(tx, counter.place, corrects)] : []),
    );
    return ok(undefined);
  });
}
