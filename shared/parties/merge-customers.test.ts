import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../result/result.ts';
import { isoDay } from '../time/instant.ts';
import { type CustomerForm, identityKeys, readCustomer } from './customer-form.ts';
import {
  type MergeChoices,
  type MergeGroup,
  decideMerge,
  differingGroups,
  mergeGroups,
  proposeMerge,
} from './merge-customers.ts';

const blank: CustomerForm = {
  kind: 'person',
  firstName: 'Anna',
  lastName: 'Meier',
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
const side = (
  id: string,
  fields: Partial<CustomerForm> = {},
  gone: { mergedInto?: string; isErased?: boolean } = {},
) => ({
  id,
  fields: { ...blank, ...fields },
  mergedInto: gone.mergedInto ?? null,
  isErased: gone.isErased ?? false,
});
const groups = Object.keys(mergeGroups) as MergeGroup[];

test('what the kept one does not have is proposed from the other', () => {
  const kept = { ...blank, town: 'Chur', bornOn: isoDay('1990-01-01') };
  const other = { ...blank, street: 'Gasse', country: 'DE', email: 'a@b.ch', licenceCountry: 'DE' };
  expect(proposeMerge(kept, other)).toMatchObject({
    address: 'kept',
    bornOn: 'kept',
    email: 'other',
    licence: 'kept',
  });
  expect(proposeMerge(blank, { ...blank, licenceNumber: '1', licenceCountry: 'DE' }).licence).toBe('other');
  expect(differingGroups(kept, other)).toEqual(['address', 'email', 'bornOn', 'licence']);
});

test('each group comes whole from the side that was chosen', () => {
  const text = fc.constantFrom('', 'A', 'Bern', '8001');
  const form = fc.record({
    street: text,
    town: text,
    postalCode: text,
    email: fc.constantFrom('', 'a@b.ch', 'c@d.ch'),
  });
  const choice = fc.record(
    Object.fromEntries(groups.map((group) => [group, fc.constantFrom('kept' as const, 'other' as const)])),
  );
  fc.assert(
    fc.property(form, form, choice, (one, two, choices) => {
      const [kept, other] = [side('1', one), side('2', two)];
      const merged = must(decideMerge(kept, other, choices as MergeChoices, 'gleich')).fields;
      for (const group of groups) {
        const from = choices[group] === 'kept' ? kept : other;
        for (const field of mergeGroups[group]) expect(merged[field]).toBe(from.fields[field]);
      }
    }),
  );
});

test.each([
  [side('1'), side('1'), 'merge_same'],
  [side('1'), side('2', {}, { mergedInto: '3' }), 'merge_gone'],
  [side('1', {}, { isErased: true }), side('2'), 'merge_gone'],
  [side('1'), side('2', { kind: 'company', companyName: 'AG' }), 'merge_kinds'],
])('two that cannot be one are refused (%#)', (kept, other, code) => {
  const choices = proposeMerge(kept.fields, other.fields);
  expect(decideMerge(kept, other, choices, 'gleich')).toMatchObject({ ok: false, refusal: { code } });
});

test('what a form refuses is told beside its field', () => {
  const wrong = {
    ...blank,
    bornOn: '1990-02-31',
    email: 'keine',
    phone: '12',
    country: 'XX',
    town: 'x'.repeat(36),
    lastName: '王',
  };
  expect(readCustomer(wrong)).toEqual({
    ok: false,
    errors: {
      bornOn: 'day',
      email: 'email',
      phone: 'phone',
      country: 'country',
      town: 'too_long',
      lastName: 'characters',
    },
  });
  expect(readCustomer({ ...blank, kind: 'company' })).toEqual({
    ok: false,
    errors: { companyName: 'required' },
  });
});

test('people are known by licence and by birth as the server knows them; companies by neither', () => {
  const person = { ...blank, bornOn: '1990-01-01', licenceNumber: '00-1 a' };
  expect(identityKeys(person)).toEqual({ licence: 'CH/001A', birth: '1990-01-01/anna meier' });
  expect(identityKeys({ ...person, kind: 'company' })).toEqual({ licence: '', birth: '' });
});
