import { sql } from 'kysely';
import { type CustomerForm, identityKeys } from '#shared/parties/customer-form.ts';
import type { Rows } from '../app/counter/counter.ts';

/**
 * The id of somebody who is the same person as the server finds them: by licence, or by name and birth date; null when nobody is.
 * One walk through all customers, which takes some tenths of a second for 100,000: once per new customer.
 */
export async function findKnown(rows: Pick<Rows, 'selectFrom'>, form: CustomerForm): Promise<string | null> {
  const keys = identityKeys(form);
  if (keys.licence === '' && keys.birth === '') return null;
  const digits = keys.licence.slice(keys.licence.indexOf('/') + 1);
  const likely = await rows
    .selectFrom('customers')
    // Not by the index on mergers, where nearly everybody stands under "none".
    .where(sql<boolean>`+merged_into is null`)
    .where('erased_at', 'is', null)
    .where('kind', '=', 'person')
    .where((eb) =>
      eb.or([
        eb('born_on', '=', form.bornOn),
        sql<boolean>`${digits} <> '' and licence_number <> ''
          and upper(replace(replace(replace(replace(licence_number, ' ', ''), '-', ''), '.', ''), '/', '')) = ${digits}`,
      ]),
    )
    .select(['id', 'first_name', 'last_name', 'born_on', 'licence_number', 'licence_country'])
    .execute();
  const same = likely.find((person) => {
    const { licence, birth } = identityKeys({
      kind: 'person',
      firstName: person.first_name,
      lastName: person.last_name,
      bornOn: person.born_on,
      licenceNumber: person.licence_number,
      licenceCountry: person.licence_country,
    });
    return (licence !== '' && licence === keys.licence) || (birth !== '' && birth === keys.birth);
  });
  return same?.id ?? null;
}
