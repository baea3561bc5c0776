import type { Selectable } from 'kysely';
import type { BranchRow, CompanyRow, CustomerRow } from '#sync/schema/rows.generated.ts';
import { emailField } from '#shared/parties/paper-fields.ts';
import { displayName } from '#shared/parties/party-name.ts';
import { normalisePhone } from '#shared/parties/phone.ts';
import { partyOf } from '../counter/party-of.ts';

interface AddressColumns {
  readonly street: string;
  readonly building_number: string;
  readonly postal_code: string;
  readonly town: string;
  readonly country: string;
}

/** An address as papers have it. */
export function addressOf(row: AddressColumns) {
  return {
    street: row.street,
    houseNumber: row.building_number,
    postcode: row.postal_code,
    town: row.town,
    country: row.country,
  };
}

/** The head of a paper. Empty texts of the database are absent fields on paper. */
export function companyOf(row: Selectable<CompanyRow>) {
  return {
    name: row.name,
    address: addressOf(row),
    phone: row.phone || null,
    email: row.email || null,
    website: row.website || null,
    uid: row.uid,
    vatRegistered: row.vat_registered === 1,
    iban: row.iban,
    qrIban: row.qr_iban,
    accent: row.accent_colour,
  };
}

export function branchOf(row: Selectable<BranchRow>, country: string) {
  return { name: row.name, address: addressOf({ ...row, country }), phone: row.phone || null };
}

export function customerOf(row: Selectable<CustomerRow>) {
  return {
    name: displayName(partyOf(row)),
    addition: row.kind === 'company' ? `${row.first_name} ${row.last_name}`.trim() || null : null,
    address: addressOf(row),
    // A number that is none (imported, or from before it was checked) must not keep a contract from its paper.
    phone: normalisePhone(row.phone).ok ? row.phone : null,
    email: emailField.safeParse(row.email).success ? row.email : null,
    customerNumber: null,
  };
}
