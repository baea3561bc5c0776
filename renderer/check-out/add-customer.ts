import type { Selectable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { CheckOutForm } from '#shared/contracts/check-out-form.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { CustomerRow } from '#sync/schema/rows.generated.ts';
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
  const { person } = form.customer;
  const customer: Selectable<CustomerRow> = {
    id: uuidv7(),
    company_id: place.companyId,
    kind: 'person',
    first_name: person.firstName,
    last_name: person.lastName,
    company_name: '',
    street: person.street,
    building_number: person.buildingNumber,
    postal_code: person.postalCode,
    town: person.town,
    country: person.country,
    phone: person.phone,
    email: person.email,
    language: person.language,
    born_on: form.driver.bornOn,
    licence_number: form.driver.licenceNumber,
    licence_category: form.driver.licenceCategory,
    licence_since: form.driver.licenceSince,
    licence_country: form.driver.licenceCountry,
    licence_expires_on: null,
    customer_group: '',
    merged_into: null,
    erased_at: null,
    note: '',
    created_at: at,
  };
  const { erased_at: _server, ...written } = customer;
  await tx.insertInto('customers').values(written).execute();
  return customer;
}
