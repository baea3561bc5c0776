import { expect, test } from 'vitest';
import { readablePlate } from './readable-plate.ts';

test.each([
  ['ZH 218404', 'ZH 218 404'],
  ['ZH218404', 'ZH 218 404'],
  ['GR 1234', 'GR 1 234'],
  ['TI 7', 'TI 7'],
])('a Swiss plate is read in groups of three: %s', (plate, read) => {
  expect(readablePlate(plate)).toBe(read.replaceAll(' ', '\u00a0'));
});

test.each(['', 'M-XY 1234', 'Widmer, Lukas', 'ZH 1234567'])('what is no Swiss plate stays: %s', (text) => {
  expect(readablePlate(text)).toBe(text);
});
