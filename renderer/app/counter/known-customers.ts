import { type CustomerForm, identityKeys } from '#shared/parties/customer-form.ts';
import type { Rows } from './counter.ts';

/** Who is known by which licence, and by which name and birth date: as the server finds duplicates. */
export interface KnownCustomers {
  /** The id of a customer who is the same person; null when nobody is. */
  readonly find: (form: CustomerForm) => string | null;
}

/**
 * Reads the licences, names and birth dates of everybody who has one: some 100,000 short rows, in a fraction of a second.
 * Read once before many are compared.
 */
export async function readKnownCustomers(rows: Pick<Rows, 'selectFrom'>): Promise<KnownCustomers> {
  const people = await rows
    .selectFrom('customers')
    .where('kind', '=', 'person')
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .where((eb) => eb.or([eb('licence_number', '<>', ''), eb('born_on', 'is not', null)]))
    .select(['id', 'first_name', 'last_name', 'born_on', 'licence_number', 'licence_country'])
    .execute();
  const byKey = new Map<string, string>();
  for (const person of people) {
    const keys = identityKeys({
      kind: 'person',
      firstName: person.first_name,
      lastName: person.last_name,
      bornOn: person.born_on,
      licenceNumber: person.licence_number,
      licenceCountry: person.licence_country,
    });
    for (const key of [keys.licence, keys.birth]) if (key !== '') byKey.set(key, person.id);
  }
  return {
    find(form) {
      const keys = identityKeys(form);
      return byKey.get(keys.licence) ?? byKey.get(keys.birth) ?? null;
    },
  };
}
