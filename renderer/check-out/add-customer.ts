import type { Selectable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { CheckOutForm } from '#shared/contracts/check-out-form.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { CustomerRow } from '#sync/schema/rows.generated.ts';
import { newPersonRow } from '../app/counter/customer-row.ts';
import type { Counter } from '../app/counter/counter.ts';
import type { Tx } from '../app/counter/transaction.ts';

/** Adds the new customer of a check-out, whose licence is the driver's. */
export async function addCustomer(
  tx: Tx,
  { place }: Counter,
  form: CheckOutForm,
  at: Instant,
): Promise<Selectable<CustomerRow>> {
  if (form.customer.kind !== 'new') throw new Error('a customer was looked up and not found');
  const { bornOn, licenceNumber, licenceCategory, licenceSince, licenceExpiresOn, licenceCountry } =
    form.driver;
  const customer = newPersonRow(
    form.customer.person,
    { bornOn, licenceNumber, licenceCategory, licenceSince, licenceExpiresOn, licenceCountry },
    { id: uuidv7(), companyId: place.companyId, at },
  );
  await tx.insertInto('customers').values(customer).execute();
  return { ...customer, erased_at: null };
}
