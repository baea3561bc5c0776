import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cantonsOf, checkPostcode, townsOf } from '#shared/parties/postcodes.ts';
import { cantons } from '#shared/time/holiday-rules.ts';
import { type PostalCodes, correctedTowns, plainTown, writePostcodes } from './write-postcodes.ts';

const source = createRequire(import.meta.url).resolve('switzerland-postal-codes/dist/postal-codes-full.json');
const towns = correctedTowns(JSON.parse(readFileSync(source, 'utf8')) as PostalCodes);

test('the table is what its sources say, and small', () => {
  const path = join(import.meta.dirname, '..', '..', 'shared', 'parties', 'postcodes.generated.ts');
  const written = readFileSync(path, 'utf8');
  expect(written).toBe(writePostcodes(towns));
  expect(Buffer.byteLength(written)).toBeLessThan(80_000);
});

test('every postcode, town and canton is read back, and checks', () => {
  const known: readonly string[] = [...cantons, 'LI'];
  for (const [postcode, here] of towns) {
    expect(townsOf(postcode)).toEqual([...here.keys()]);
    for (const [town, list] of here) {
      expect(cantonsOf(postcode, town)).toEqual(list);
      expect(checkPostcode(list[0] === 'LI' ? 'LI' : 'CH', postcode, town).ok).toBe(true);
    }
  }
  const all = [...towns.values()].flatMap((here) => [...here.values()]);
  expect(new Set(all.flat())).toEqual(new Set(known));
  expect(Math.max(...all.map(({ length }) => length))).toBe(3);
});

test.each([
  ['Buchs SG', 'Buchs'],
  ['Mur (Vully) FR', 'Mur (Vully)'],
  ['Zürich 80', 'Zürich'],
  ['Frauenfeld Dist Ba', 'Frauenfeld'],
  ['Chur ', 'Chur'],
  ['Root D4', 'Root D4'],
])('%j stands in an address as %j', (name, plain) => {
  expect(plainTown(name)).toBe(plain);
});
