import type { Selectable } from 'kysely';
import { displayName, listName } from '#shared/parties/party-name.ts';
import { formatDay } from '#shared/time/format-time.ts';
import type { CustomerRow } from '#sync/schema/rows.generated.ts';
import { readablePhone } from '../../ui/readable-phone.ts';
import { partyOf } from '../counter/party-of.ts';

/**
 * Whose a draft becomes: somebody of the file, or somebody new by the name that was typed; an empty name is nobody yet. Each part below
 * is whole for each of them, so that nothing of whoever was chosen before is left.
 */
export type Whom = Selectable<CustomerRow> | string;

export interface PersonPart {
  /** Of somebody in the file; empty for somebody new. */
  readonly customerId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly street: string;
  readonly buildingNumber: string;
  readonly postalCode: string;
  readonly town: string;
  readonly country: string;
  readonly phone: string;
  readonly email: string;
  readonly language: CustomerRow['language'];
}

export interface DriverPart {
  readonly driverFirstName: string;
  readonly driverLastName: string;
  readonly bornOn: string;
  readonly licenceNumber: string;
  readonly licenceCategory: string;
  readonly licenceSince: string;
  readonly licenceExpiresOn: string;
  readonly licenceCountry: string;
}

/** How somebody of the file is named and told from others; empty for somebody new. */
export interface ShownPart {
  readonly customerName: string;
  readonly customerAbout: string;
}

/** Who rents, with the address of the papers. A company stands under its name. */
export function personPart(whom: Whom): PersonPart {
  if (typeof whom === 'string')
    return {
      customerId: '',
      ...namesOf(whom),
      street: '',
      buildingNumber: '',
      postalCode: '',
      town: '',
      country: 'CH',
      phone: '',
      email: '',
      language: 'de',
    };
  const isCompany = whom.kind === 'company';
  return {
    customerId: whom.id,
    firstName: isCompany ? '' : whom.first_name,
    lastName: isCompany ? displayName(partyOf(whom)) : whom.last_name,
    street: whom.street,
    buildingNumber: whom.building_number,
    postalCode: whom.postal_code,
    town: whom.town,
    country: whom.country,
    phone: whom.phone,
    email: whom.email,
    language: whom.language,
  };
}

/** Who drives: the customer, as far as their licence is known, until somebody else is entered. */
export function driverPart(whom: Whom): DriverPart {
  if (typeof whom === 'string') {
    const { firstName, lastName } = namesOf(whom);
    return {
      driverFirstName: firstName,
      driverLastName: lastName,
      bornOn: '',
      licenceNumber: '',
      licenceCategory: 'B',
      licenceSince: '',
      licenceExpiresOn: '',
      licenceCountry: 'CH',
    };
  }
  return {
    driverFirstName: whom.first_name,
    driverLastName: whom.last_name,
    bornOn: whom.born_on ? formatDay(whom.born_on) : '',
    licenceNumber: whom.licence_number,
    licenceCategory: whom.licence_category || 'B',
    licenceSince: whom.licence_since ? formatDay(whom.licence_since) : '',
    licenceExpiresOn: whom.licence_expires_on ? formatDay(whom.licence_expires_on) : '',
    licenceCountry: whom.licence_country,
  };
}

export function shownPart(whom: Whom): ShownPart {
  if (typeof whom === 'string') return { customerName: '', customerAbout: '' };
  return {
    customerName: listName(partyOf(whom)),
    customerAbout: [
      `${whom.street} ${whom.building_number}`.trim(),
      `${whom.postal_code} ${whom.town}`.trim(),
      readablePhone(whom.phone),
    ]
      .filter(Boolean)
      .join(' · '),
  };
}

/** `Anna Lena Meier`: the last word is the family's. */
function namesOf(typed: string): Pick<PersonPart, 'firstName' | 'lastName'> {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' };
}
