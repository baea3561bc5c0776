import type { Insertable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Instant } from '#shared/time/instant.ts';
import type { CustomerRow } from '#sync/schema/rows.generated.ts';
import type { ReserveForm } from './reserve-form.ts';

type Person = Extract<ReserveForm['customer'], { kind: 'new' }>['person'];

/** A person who reserves for the first time. The licence is looked at when the vehicle leaves. */
export function newCustomer(
  companyId: string,
  person: Person | null,
  at: Instant,
): Insertable<CustomerRow> & { readonly language: Person['language'] } {
  if (person === null) throw new Error('a customer was looked up and not found');
  return {
    id: uuidv7(),
    company_id: companyId,
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
    born_on: null,
    licence_number: '',
    licence_category: '',
    licence_since: null,
    licence_country: person.country,
    licence_expires_on: null,
    customer_group: '',
    merged_into: null,
    note: '',
    created_at: at,
  };
}
