import { sql } from 'kysely';
import { identityKeys } from '#shared/parties/customer-form.ts';
import { normalisePhone } from '#shared/parties/phone.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import { searchMatch } from '#sync/search/search-match.ts';
import type { Rows } from '../counter/counter.ts';

/** What tells one person from another. */
export interface Identity {
  readonly kind: 'person' | 'company';
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: IsoDay | null;
  readonly licenceNumber: string;
  readonly licenceCountry: string;
}

/**
 * The id of somebody who is the same person as the server finds them: by licence, or by name and birth date; null when nobody is.
 * One walk through all customers, which takes some tenths of a second for 100,000: once per new customer.
 */
export async function findKnown(rows: Pick<Rows, 'selectFrom'>, form: Identity): Promise<string | null> {
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

/** Somebody who is being entered, as far as they are: texts as typed. */
export interface Entered extends Identity {
  readonly street: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly email: string;
}

/** More people of one name than a company has. */
const namesakesAtMost = 200;

/**
 * The id of somebody in the file who is the person being entered: by their identity (see `findKnown`), or by their name with the same
 * telephone, e-mail or street. Another birth date is another person. A hint for the clerk, who looks: it stops nothing.
 */
export async function findLikely(rows: Pick<Rows, 'selectFrom'>, entered: Entered): Promise<string | null> {
  const known = await findKnown(rows, entered);
  const match = known === null ? searchMatch(`${entered.firstName} ${entered.lastName}`) : null;
  if (match === null) return known;
  const namesakes = await rows
    .selectFrom('customers')
    .where(sql<boolean>`+merged_into is null`)
    .where('erased_at', 'is', null)
    .where(sql`+kind`, '=', 'person')
    .where(
      sql<boolean>`id in (select e.id from search_index join search_entries e on e.entry = search_index.rowid
        where search_index match ${match} and e.kind = 'customer' limit ${namesakesAtMost})`,
    )
    .select(['id', 'first_name', 'last_name', 'born_on', 'street', 'postal_code', 'phone', 'email'])
    .orderBy('id')
    .execute();
  const same = namesakes.find(
    (person) =>
      isSame(`${person.first_name} ${person.last_name}`, `${entered.firstName} ${entered.lastName}`) &&
      (person.born_on === null || entered.bornOn === null || person.born_on === entered.bornOn) &&
      (isSame(phoneOf(person.phone), phoneOf(entered.phone)) ||
        isSame(person.email, entered.email) ||
        (isSame(person.street, entered.street) && isSame(person.postal_code, entered.postalCode))),
  );
  return same?.id ?? null;
}

/** Two texts that say the same; nothing is the same as nothing. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(one) !== '' && plain(one) === plain(other);
}

function phoneOf(text: string): string {
  const read = normalisePhone(text);
  return read.ok ? read.value : text;
}
