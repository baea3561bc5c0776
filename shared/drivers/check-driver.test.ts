import { expect, test } from 'vitest';
import { isoDay } from '../time/instant.ts';
import { type Driver, type DriverRules, checkDriver } from './check-driver.ts';

const rules: DriverRules = {
  minimumAge: 21,
  maximumAge: 80,
  minimumLicenceYears: 2,
  licenceCategory: 'B',
};
const period = { firstDay: isoDay('2026-11-20'), lastDay: isoDay('2026-11-23') };
const driver = (bornOn: string, licenceSince: string, licenceCategory = 'B'): Driver => ({
  bornOn: isoDay(bornOn),
  licenceSince: isoDay(licenceSince),
  licenceCategory,
  licenceExpiresOn: null,
});

test.each([
  ['on the birthday', driver('2005-11-20', '2024-11-20'), undefined],
  ['a day before the birthday', driver('2005-11-21', '2024-01-01'), 'driver_too_young'],
  ['licence a day too new', driver('1990-01-01', '2024-11-21'), 'licence_too_new'],
  ['licence from tomorrow', driver('1990-01-01', '2026-11-21'), 'licence_too_new'],
  ['licence before birth', driver('1990-01-01', '1989-01-01'), 'licence_before_birth'],
  ['motorcycle only', driver('1990-01-01', '2010-01-01', 'A'), 'licence_category_missing'],
  ['on the last day of the last year', driver('1945-11-21', '1970-01-01'), undefined],
  ['a day after it', driver('1945-11-20', '1970-01-01'), 'driver_too_old'],
  ['with trailer only', driver('1990-01-01', '2010-01-01', 'be'), undefined],
  ['a lorry and no car', driver('1990-01-01', '2010-01-01', 'C1, C'), 'licence_category_missing'],
  ['with trailer', driver('1990-01-01', '2010-01-01', 'A1, B, BE'), undefined],
  ['born on 29 February', driver('2004-02-29', '2023-03-01'), undefined],
])('%s', (_name, who, code) => {
  const result = checkDriver(who, rules, period);
  expect(result.ok ? undefined : result.refusal.code).toBe(code);
});

test.each([
  ['2025-02-28', 'driver_too_young'],
  ['2025-03-01', undefined],
])('who was born on 29 February is 21 on 1 March: %s', (on, code) => {
  const result = checkDriver(driver('2004-02-29', '2022-03-01'), rules, {
    firstDay: isoDay(on),
    lastDay: isoDay(on),
  });
  expect(result.ok ? undefined : result.refusal.code).toBe(code);
});

test.each([
  ['on the last day', '2026-11-23', undefined],
  ['the day before', '2026-11-22', 'licence_expired'],
])('a licence that ends %s of the rental', (_name, expiresOn, code) => {
  const who = { ...driver('1990-01-01', '2010-01-01'), licenceExpiresOn: isoDay(expiresOn) };
  const result = checkDriver(who, rules, period, 'drivers.1.');
  expect(result.ok ? undefined : result.refusal).toEqual(
    code === undefined ? undefined : { code, field: 'drivers.1.licenceExpiresOn', expiresOn },
  );
});

test.each([
  ['C1', 'B, C', true],
  ['C1', 'B, BE', false],
  ['BE', 'B96, B', false],
  ['BE', 'A/B/BE', true],
  ['D1', 'B D', true],
] as const)('%s is driven with %s: %s', (needed, held, may) => {
  const who = driver('1980-01-01', '2000-01-01', held);
  expect(checkDriver(who, { ...rules, licenceCategory: needed }, period).ok).toBe(may);
});

test('a licence from tomorrow is none, also where no years are asked for', () => {
  const anybody = { ...rules, minimumLicenceYears: 0 };
  const from = (licenceSince: string) => checkDriver(driver('1990-01-01', licenceSince), anybody, period);
  expect(from('2026-11-20').ok).toBe(true);
  expect(from('2026-11-21')).toMatchObject({ refusal: { code: 'licence_too_new', limit: 0, years: 0 } });
});
