import { expect, test } from 'vitest';
import { isoDay } from '../time/instant.ts';
import { type Driver, checkDriver } from './check-driver.ts';

const rules = { minimumAge: 21, minimumLicenceYears: 2 };
const driver = (bornOn: string, licenceSince: string, licenceCategory = 'B'): Driver => ({
  bornOn: isoDay(bornOn),
  licenceSince: isoDay(licenceSince),
  licenceCategory,
});

test.each([
  ['on the birthday', driver('2005-11-20', '2024-11-20'), undefined],
  ['a day before the birthday', driver('2005-11-21', '2024-01-01'), 'driver_too_young'],
  ['licence a day too new', driver('1990-01-01', '2024-11-21'), 'licence_too_new'],
  ['licence from tomorrow', driver('1990-01-01', '2026-11-21'), 'licence_too_new'],
  ['licence before birth', driver('1990-01-01', '1989-01-01'), 'licence_before_birth'],
  ['motorcycle only', driver('1990-01-01', '2010-01-01', 'A'), 'licence_category_missing'],
  ['with trailer', driver('1990-01-01', '2010-01-01', 'A1, B, BE'), undefined],
  ['born on 29 February', driver('2004-02-29', '2023-03-01'), undefined],
])('%s', (_name, who, code) => {
  const result = checkDriver(who, rules, isoDay('2026-11-20'));
  expect(result.ok ? undefined : result.refusal.code).toBe(code);
});

test.each([
  ['2025-02-28', 'driver_too_young'],
  ['2025-03-01', undefined],
])('who was born on 29 February is 21 on 1 March: %s', (on, code) => {
  const result = checkDriver(driver('2004-02-29', '2022-03-01'), rules, isoDay(on));
  expect(result.ok ? undefined : result.refusal.code).toBe(code);
});
