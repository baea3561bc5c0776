import type { Selectable } from 'kysely';
import type { PersonForm } from '#shared/contracts/check-out-form.ts';
import type { CustomerForm } from '#shared/parties/customer-form.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { CustomerRow } from '#sync/schema/rows.generated.ts';

/** What of a customer's row counters may change. */
export function customerColumns(form: CustomerForm) {
  return {
    kind: form.kind,
    first_name: form.firstName,
    last_name: form.lastName,
    company_name: form.companyName,
    street: form.street,
    building_number: form.buildingNumber,
    postal_code: form.postalCode,
    town: form.town,
    country: form.country,
    phone: form.phone,
    email: form.email,
    language: form.language,
    born_on: form.bornOn,
    licence_number: form.licenceNumber,
    licence_category: form.licenceCategory,
    licence_since: form.licenceSince,
    licence_expires_on: form.licenceExpiresOn,
    licence_country: form.licenceCountry,
    customer_group: form.customerGroup,
    note: form.note,
  };
}

/** The row of a new customer. */
export function newCustomerRow(form: CustomerForm, { id, companyId, at }: NewRow) {
  return { id, company_id: companyId, ...customerColumns(form), merged_into: null, created_at: at };
}

type Licence = Pick<
  CustomerForm,
  'bornOn' | 'licenceNumber' | 'licenceCategory' | 'licenceSince' | 'licenceExpiresOn' | 'licenceCountry'
>;

/** The row of a person who is entered with a reservation or a check-out: what was not asked for there is empty. */
export function newPersonRow(person: PersonForm, licence: Licence | null, row: NewRow) {
  const noLicence: Licence = {
    bornOn: null,
    licenceNumber: '',
    licenceCategory: '',
    licenceSince: null,
    licenceExpiresOn: null,
    licenceCountry: person.country,
  };
  const form: CustomerForm = {
    kind: 'person',
    companyName: '',
    customerGroup: '',
    note: '',
    ...(licence ?? noLicence),
    ...person,
  };
  return newCustomerRow(form, row);
}

interface NewRow {
  readonly id: string;
  readonly companyId: string;
  readonly at: Instant;
}

/** What stands in a row, as a form shows it. */
export function customerFields(
  row: Pick<Selectable<CustomerRow>, keyof ReturnType<typeof customerColumns>>,
): CustomerForm {
  return {
    kind: row.kind,
    firstName: row.first_name,
    lastName: row.last_name,
    companyName: row.company_name,
    street: row.street,
    buildingNumber: row.building_number,
    postalCode: row.postal_code,
    town: row.town,
    country: row.country,
    phone: row.phone,
    email: row.email,
    language: row.language,
    bornOn: row.born_on,
    licenceNumber: row.licence_number,
    licenceCategory: row.licence_category,
    licenceSince: row.licence_since,
    licenceExpiresOn: row.licence_expires_on,
    licenceCountry: row.licence_country,
    customerGroup: row.customer_group,
    note: row.note,
  };
}
