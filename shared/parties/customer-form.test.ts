import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CustomerErrors, type CustomerInput, readCustomer } from './customer-form.ts';

const person: CustomerInput = {
  kind: 'person',
  firstName: 'Ada',
  lastName: 'Meier',
  companyName: '',
  street: 'Bahnhofstrasse',
  buildingNumber: '1',
  postalCode: '8001',
  town: 'Zürich',
  country: 'CH',
  phone: '079 214 88 03',
  email: 'ada@example.ch',
  language: 'de',
  bornOn: '1990-12-24',
  licenceNumber: '1234567',
  licenceCategory: 'B',
  licenceSince: '2009-03-01',
  licenceExpiresOn: null,
  licenceCountry: 'CH',
  customerGroup: '',
  note: '',
};
const errorsOf = (input: CustomerInput): CustomerErrors => {
  const read = readCustomer(input);
  return read.ok ? {} : read.errors;
};

/** One way to get each field wrong. */
const wrong = {
  lastName: ['', 'required'],
  phone: ['12', 'phone'],
  email: ['nobody', 'email'],
  country: ['Schweiz', 'country'],
  licenceSince: ['1985-01-01', 'day'],
  licenceExpiresOn: ['never', 'day'],
  street: ['x'.repeat(71), 'too_long'],
  town: ['Zürich 🚗', 'characters'],
} as const;

test('whatever is wrong is told beside each field at once, none waits for another', () => {
  fc.assert(
    fc.property(fc.subarray(Object.entries(wrong)), (chosen) => {
      const input = { ...person, ...Object.fromEntries(chosen.map(([field, [typed]]) => [field, typed])) };
      expect(errorsOf(input)).toEqual(Object.fromEntries(chosen.map(([field, [, fault]]) => [field, fault])));
    }),
  );
});

test('a company needs its name, a person theirs, and one line of an envelope takes both names', () => {
  expect(errorsOf({ ...person, kind: 'company', lastName: '', phone: '12' })).toEqual({
    companyName: 'required',
    phone: 'phone',
  });
  expect(errorsOf({ ...person, kind: 'company', lastName: '', companyName: 'Meier AG' })).toEqual({});
  expect(errorsOf({ ...person, firstName: 'A'.repeat(40), lastName: 'B'.repeat(40), email: '@' })).toEqual({
    lastName: 'too_long',
    email: 'email',
  });
});

test('what cannot be compared is told once, as what it is', () => {
  expect(errorsOf({ ...person, bornOn: 'soon' })).toEqual({ bornOn: 'day' });
});
