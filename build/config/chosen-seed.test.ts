import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenSeed, fixedSeed } from './chosen-seed.ts';

test('a commit is judged with one seed, and who explores takes another', () => {
  expect(chosenSeed(undefined)).toEqual({ seed: fixedSeed, isExploring: false });
  expect(chosenSeed('42')).toEqual({ seed: 42, isExploring: true });
  expect(chosenSeed('-7')).toEqual({ seed: -7, isExploring: true });
  const random = Array.from({ length: 4 }, () => chosenSeed('random').seed);
  expect(new Set(random).size).toBeGreaterThan(1);
});

test.each(['radnom', '1.5', '4294967296'])('a seed of %s is no seed', (asked) => {
  expect(() => chosenSeed(asked)).toThrow('SCHALTER_SEED');
});

test('every test file has the seed before its first property', () => {
  const { seed } = fc.readConfigureGlobal();
  const asked = process.env['SCHALTER_SEED'];
  const wanted = asked === 'random' ? seed : chosenSeed(asked).seed;
  expect(seed).toBeTypeOf('number');
  expect(seed).toBe(wanted);
  const draw = (): string[] => fc.sample(fc.string(), 20);
  expect(draw()).toEqual(draw());
});
