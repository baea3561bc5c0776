import { expect, test } from 'vitest';
import { givenWords } from './given-words.ts';

test('keys and accessories stand in one line of the contract', () => {
  const accessories = [
    { name: 'Ladekabel', count: 1 },
    { name: 'Kindersitz', count: 0 },
  ];
  expect(givenWords(2, accessories, 'fr')).toBe('2\u00a0clés, 1\u00a0× Ladekabel');
  expect(givenWords(1, [], 'it')).toBe('1\u00a0chiave');
  expect(givenWords(0, [], 'de')).toBeNull();
});
