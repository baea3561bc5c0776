import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../result/result.ts';
import { checkPlate, comparePlates, formatPlate } from './plate.ts';

test.each([
  ['ZH 123456', 'ZH123456'],
  ['zh 123 456', 'ZH123456'],
  ['ZH-123’456', 'ZH123456'],
  [' ai·1 ', 'AI1'],
  ['FL 12345', 'FL12345'],
])('%s is %s', (typed, plate) => {
  expect(checkPlate(typed)).toEqual({ ok: true, value: plate });
});

test.each([
  ['', 'plate_format'],
  ['123456', 'plate_format'],
  ['ZH', 'plate_format'],
  ['ZH 1234 U', 'plate_format'],
  ['KN AB 123', 'plate_canton'],
  ['CD 12', 'plate_canton'],
  ['M 12345', 'plate_canton'],
  ['ZH 0123', 'plate_digits'],
  ['ZH 1234567', 'plate_digits'],
])('%j is refused', (typed, code) => {
  expect(checkPlate(typed)).toEqual({ ok: false, refusal: { code } });
});

test('what is shown is read back, and lists are in the order of numbers', () => {
  const plates = ['ZH10', 'AG5', 'ZH9', 'ZH123456'].map((text) => must(checkPlate(text)));
  expect(plates.sort(comparePlates)).toEqual(['AG5', 'ZH9', 'ZH10', 'ZH123456']);
  fc.assert(
    fc.property(fc.constantFrom('ZH', 'GE', 'TI'), fc.integer({ min: 1, max: 999_999 }), (canton, number) => {
      const plate = must(checkPlate(`${canton}${number}`));
      expect(must(checkPlate(formatPlate(plate)))).toBe(plate);
      expect(comparePlates(plate, plate)).toBe(0);
    }),
  );
});
