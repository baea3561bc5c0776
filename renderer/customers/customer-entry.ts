import { type CustomerForm, type CustomerInput, readCustomer } from '#shared/parties/customer-form.ts';
import type { Address } from '#shared/parties/address.ts';
import { type Phone, normalisePhone } from '#shared/parties/phone.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import { customerColumns, customerFields } from '../app/counter/customer-row.ts';
import { type Entry, emptyEntry, writtenEntry } from '../ui/fields/entry.ts';
import type { LicenceEntry } from '../ui/fields/LicenceField.tsx';
import { pastDayReader, phoneReader } from '../ui/fields/readers.ts';

/** A customer as the form holds them: what was typed, right or wrong. */
export interface CustomerEntry {
  readonly kind: CustomerForm['kind'];
  readonly firstName: string;
  readonly lastName: string;
  readonly companyName: string;
  readonly address: Address;
  readonly phone: Entry<Phone>;
  readonly email: string;
  readonly language: CustomerForm['language'];
  readonly bornOn: Entry<IsoDay>;
  readonly licence: LicenceEntry;
  readonly customerGroup: string;
  readonly note: string;
}

/** Somebody new, with the name that was searched for. */
export function emptyCustomer(name: string): CustomerForm {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return {
    kind: 'person',
    firstName: words.slice(0, -1).join(' '),
    lastName: words.at(-1) ?? '',
    companyName: '',
    street: '',
    buildingNumber: '',
    postalCode: '',
    town: '',
    country: 'CH',
    phone: '',
    email: '',
    language: 'de',
    bornOn: null,
    licenceNumber: '',
    licenceCategory: '',
    licenceSince: null,
    licenceExpiresOn: null,
    licenceCountry: 'CH',
    customerGroup: '',
    note: '',
  };
}

const days: readonly string[] = ['born_on', 'licence_since', 'licence_expires_on'];

/** What was entered in a change that the server refused, on top of what stands there. */
export function refusedCustomer(
  base: CustomerForm,
  data: Readonly<Record<string, string | number | null>>,
): CustomerForm {
  const columns = customerColumns(base);
  const entered = Object.entries(data).filter(
    ([column, value]) =>
      column in columns && (typeof value === 'string' || (value === null && days.includes(column))),
  );
  return customerFields({ ...columns, ...Object.fromEntries(entered) });
}

/** What is known, as the form shows it. */
export function entryOf(form: CustomerForm, today: IsoDay): CustomerEntry {
  const day = (value: IsoDay | null): Entry<IsoDay> => writtenEntry(pastDayReader(today), value);
  const phone = form.phone === '' ? null : normalisePhone(form.phone);
  return {
    ...form,
    address: {
      street: form.street,
      houseNumber: form.buildingNumber,
      postcode: form.postalCode,
      town: form.town,
      country: form.country,
    },
    phone:
      phone === null
        ? emptyEntry
        : phone.ok
          ? writtenEntry(phoneReader, phone.value)
          : { text: form.phone, value: null },
    bornOn: day(form.bornOn),
    licence: {
      number: form.licenceNumber,
      categories: form.licenceCategory,
      since: day(form.licenceSince),
      expires: day(form.licenceExpiresOn),
      country: form.licenceCountry,
    },
  };
}

/** The customer that was entered, or what is wrong with which field. */
export function readEntry(entry: CustomerEntry): ReturnType<typeof readCustomer> {
  const { address, licence } = entry;
  // What cannot be read goes on as it was typed, to be refused beside its field.
  const day = ({ value, text }: Entry<IsoDay>): string | null =>
    value ?? (text.trim() === '' ? null : text.trim());
  const input: CustomerInput = {
    kind: entry.kind,
    firstName: entry.firstName,
    lastName: entry.lastName,
    companyName: entry.kind === 'company' ? entry.companyName : '',
    street: address.street,
    buildingNumber: address.houseNumber,
    postalCode: address.postcode,
    town: address.town,
    country: address.country,
    phone: entry.phone.value ?? entry.phone.text,
    email: entry.email,
    language: entry.language,
    bornOn: day(entry.bornOn),
    licenceNumber: licence.number,
    licenceCategory: licence.categories,
    licenceSince: day(licence.since),
    licenceExpiresOn: day(licence.expires),
    licenceCountry: licence.country,
    customerGroup: entry.customerGroup,
    note: entry.note,
  };
  return readCustomer(input);
}
