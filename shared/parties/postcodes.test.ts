import { expect, test } from 'vitest';
import { isoDay } from '../time/instant.ts';
import { cantonsOf, checkPostcode, townsOf } from './postcodes.ts';
import { proposeAddress } from './propose-address.ts';

test.each([
  ['8001', ['Zürich']],
  ['3001', ['Bern']], // post boxes only
  ['9490', ['Vaduz']],
  ['4031', ['Basel']], // the hospital, since 2021
  ['1008', ['Jouxtens-Mézery', 'Prilly']],
  ['5224', []], // dissolved: Bözberg is 5225
  ['0123', []],
])('%s is the postcode of %j', (postcode, towns) => {
  expect(townsOf(postcode)).toEqual(towns);
});

test.each([
  ['8001', undefined, ['ZH']],
  ['9490', undefined, ['LI']],
  ['1595', undefined, ['FR', 'VD']],
  ['1595', 'Faoug', ['VD']],
  ['1787', 'Mur (Vully)', ['FR', 'VD']],
  ['6340', undefined, ['ZG', 'ZH']],
  ['9105', 'Schönengrund', ['SG', 'AR']],
  ['8001', 'Bern', []],
  ['0123', undefined, []],
])('%s %s lies in %j', (postcode, town, list) => {
  expect(cantonsOf(postcode, town)).toEqual(list);
});

test('a town that changed its canton lies where it lay on the day', () => {
  expect(cantonsOf('2740', 'Moutier')[0]).toBe('JU');
  expect(cantonsOf('2740', 'Moutier', isoDay('2026-01-01'))[0]).toBe('JU');
  expect(cantonsOf('2740', 'Moutier', isoDay('2025-12-31'))).toEqual(['BE']);
  expect(cantonsOf('1595', 'Clavaleyres', isoDay('2021-12-31'))).toEqual(['BE']);
  expect(cantonsOf('1595', 'Clavaleyres')).toEqual(['FR']);
});

test.each([
  ['CH', '8001', 'Zürich'],
  ['CH', '8021', 'Zürich 1'],
  ['CH', '9471', 'Buchs SG'],
  ['CH', '2502', 'Biel'],
  ['CH', '2502', 'Bienne'],
  ['CH', '2502', 'Biel/Bienne'],
  ['CH', '9000', 'Sankt Gallen'],
  ['CH', '1007', 'LAUSANNE'],
  ['CH', '1299', 'Crans VD'],
  ['CH', '1934', 'Villette'], // Villette (Le Châble)
  ['LI', '9490', 'Vaduz'],
  ['DE', '79098', 'Freiburg'],
])('%s %s %s is there', (country, postcode, town) => {
  expect(checkPostcode(country, postcode, town)).toEqual({ ok: true, value: undefined });
});

test.each([
  ['CH', '8001', 'Zuerich', { code: 'town_not_at_postcode', towns: ['Zürich'] }],
  ['CH', '1201', 'Genf', { code: 'town_not_at_postcode', towns: ['Genève'] }],
  ['CH', '1008', 'Lausanne', { code: 'town_not_at_postcode', towns: ['Jouxtens-Mézery', 'Prilly'] }],
  ['CH', '8001', '', { code: 'town_not_at_postcode' }],
  ['CH', '9490', 'Vaduz', { code: 'postcode_unknown', country: 'CH' }],
  ['LI', '8001', 'Zürich', { code: 'postcode_unknown', country: 'LI' }],
  ['CH', '80011', 'Zürich', { code: 'postcode_unknown', postcode: '80011' }],
  ['CH', '5224', 'Linn', { code: 'postcode_unknown' }],
])('%s %s %s is worth a look', (country, postcode, town, refusal) => {
  expect(checkPostcode(country, postcode, town)).toMatchObject({ ok: false, refusal });
});

test('an imported address is proposed as it was written, with what to look at', () => {
  expect(proposeAddress('Bahnhofstrasse 12, 8001 Zürich')).toMatchObject({ value: { warning: null } });
  expect(proposeAddress('Seestrasse 14, 8001 Zuerich')).toMatchObject({
    value: {
      address: { postcode: '8001', town: 'Zuerich' },
      warning: { code: 'town_not_at_postcode', towns: ['Zürich'] },
    },
  });
  expect(proposeAddress('Zürich')).toMatchObject({ ok: false, refusal: { code: 'address_town' } });
});
