import { expect, test } from 'vitest';
import { reservedOptions, reservedTerms } from '../contracts/reserved-options.ts';
import { examplePriceList } from './example-list.ts';
import { priceListSchema } from './price-list.ts';
import {
  noOptions,
  notOffered,
  onlyOffered,
  vouchersIn,
  withExtra,
  withProtection,
} from './rental-options.ts';

const list = priceListSchema.parse(examplePriceList);

test('extras are counted, and none takes one away', () => {
  const two = withExtra(withExtra(noOptions, 'child', 2), 'driver', 1);
  expect(withExtra(two, 'child', 3).extras).toEqual([
    { id: 'child', count: 3 },
    { id: 'driver', count: 1 },
  ]);
  expect(withExtra(two, 'child', 0).extras).toEqual([{ id: 'driver', count: 1 }]);
});

test('of each cover there is one protection', () => {
  const both = withProtection(withProtection(noOptions, list, 'collision', 'cdw'), list, 'theft', 'theft');
  expect(withProtection(both, list, 'collision', 'cdw0').protections).toEqual(['theft', 'cdw0']);
  expect(withProtection(both, list, 'collision', null).protections).toEqual(['theft']);
});

test('vouchers are found whatever their capitals, and those that nobody knows stay as typed', () => {
  expect(vouchersIn(' spring, SPRING ; Weekk', list)).toEqual(['SPRING', 'Weekk']);
  expect(vouchersIn('  ', list)).toEqual([]);
});

test('what the list no longer offers is counted and can be left out', () => {
  const old = {
    ...noOptions,
    extras: [{ id: 'snow', count: 1 }],
    protections: ['cdw'],
    kilometrePackage: 'km9',
  };
  expect(notOffered(old, list)).toBe(2);
  expect(onlyOffered(old, list)).toEqual({ ...noOptions, protections: ['cdw'] });
  expect(notOffered(noOptions, list)).toBe(0);
});

test('a reservation keeps what was chosen; a signed contract and an older reservation say nothing', () => {
  const chosen = { ...withExtra(noOptions, 'child', 2), kilometrePackage: 'km500', vouchers: ['SPRING'] };
  expect(reservedOptions(JSON.stringify(reservedTerms(chosen)))).toEqual(chosen);
  expect(reservedOptions(null)).toEqual(noOptions);
  expect(reservedOptions('{"vehicle":{},"drivers":[],"price":{}}')).toEqual(noOptions);
});
