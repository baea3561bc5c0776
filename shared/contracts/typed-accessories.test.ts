import { expect, test } from 'vitest';
import { joinAccessories, parseTypedAccessories } from './typed-accessories.ts';

test.each([
  ['', {}],
  [' , ;', {}],
  ['Ladekabel', { Ladekabel: 1 }],
  ['Ladekabel, 2 Kindersitze; 4× Schneekette', { Ladekabel: 1, Kindersitze: 2, Schneekette: 4 }],
  ['2 x Kindersitz, Ständer x 3, Kette ×2', { Kindersitz: 2, Ständer: 3, Kette: 2 }],
  ['Kindersitz, 2 kindersitz', { Kindersitz: 3 }],
  ['0 Kindersitze', {}],
  ['3D-Brille, Box 2', { '3D-Brille': 1, 'Box 2': 1 }],
])('%s', (text, counts) => {
  expect(Object.fromEntries(parseTypedAccessories(text).map(({ name, count }) => [name, count]))).toEqual(
    counts,
  );
});

test('what cannot be counted stays what it is, to be refused where it was typed', () => {
  expect(joinAccessories([{ name: 'Sitz', count: Number.NaN }])).toEqual([
    { name: 'Sitz', count: Number.NaN },
  ]);
});
