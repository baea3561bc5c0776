import fc from 'fast-check';
import type { Selectable } from 'kysely';
import { expect, test } from 'vitest';
import { instant, isoDay } from '#shared/time/instant.ts';
import type { CustomerRow } from '#sync/schema/rows.generated.ts';
import { customerPart, emptyCheckOut } from '../../check-out/new-draft.ts';
import { customerPart as reservationCustomer } from '../../reservations/known-customer.ts';
import { type Whom, driverPart, personPart, shownPart } from './customer-part.ts';

const word = fc.stringMatching(/^[A-Za-zäöü]{0,12}$/);
const day = fc
  .date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => isoDay(date.toISOString().slice(0, 10)));

const somebody: fc.Arbitrary<Selectable<CustomerRow>> = fc.record({
  id: fc.uuid(),
  company_id: fc.uuid(),
  kind: fc.constantFrom('person', 'company'),
  first_name: word,
  last_name: word,
  company_name: word,
  street: word,
  building_number: word,
  postal_code: word,
  town: word,
  country: fc.constantFrom('CH', 'DE', 'LI'),
  phone: word,
  email: word,
  language: fc.constantFrom('de', 'fr', 'it', 'en'),
  born_on: fc.option(day),
  licence_number: word,
  licence_category: word,
  licence_since: fc.option(day),
  licence_expires_on: fc.option(day),
  licence_country: fc.constantFrom('CH', 'DE', 'LI'),
  note: word,
  created_at: fc.constant(instant('2026-11-20T13:20:00Z')),
  customer_group: word,
  merged_into: fc.constant(null),
  erased_at: fc.constant(null),
});
const whom: fc.Arbitrary<Whom> = fc.oneof(somebody, fc.constant(''), fc.constant('Anna Lena Meier'));

const parts = (of: Whom) => ({ ...personPart(of), ...driverPart(of), ...shownPart(of) });

test('whoever is chosen next replaces all of whoever was chosen before', () => {
  fc.assert(
    fc.property(whom, whom, (before, after) => {
      expect({ ...parts(before), ...parts(after) }).toEqual(parts(after));
    }),
  );
});

test('with nobody chosen a draft has nothing of whoever was chosen before', () => {
  const draft = emptyCheckOut(instant('2026-11-20T13:20:00Z'), 'branch');
  fc.assert(
    fc.property(somebody, (before) => {
      // As it was when it began, with every field.
      expect({ ...draft, ...customerPart(before), ...customerPart('') }).toEqual(draft);
    }),
  );
  const nobody = reservationCustomer('');
  fc.assert(
    fc.property(somebody, (before) => {
      expect({ ...reservationCustomer(before), ...nobody }).toEqual(nobody);
    }),
  );
});

test('somebody new begins with the name that was searched for, as customer and as driver', () => {
  expect(parts('  Anna Lena  Meier ')).toEqual({
    ...parts(''),
    firstName: 'Anna Lena',
    lastName: 'Meier',
    driverFirstName: 'Anna Lena',
    driverLastName: 'Meier',
  });
});

test('of somebody in the file the day on which the licence ends comes along', () => {
  fc.assert(
    fc.property(somebody, day, (person, licence_expires_on) => {
      const [year, month, date] = licence_expires_on.split('-');
      expect(driverPart({ ...person, licence_expires_on }).licenceExpiresOn).toBe(`${date}.${month}.${year}`);
    }),
  );
});
