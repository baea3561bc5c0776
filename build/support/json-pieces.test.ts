import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from './json-pieces.ts';

test('the pieces are the JSON of the whole', () => {
  const member = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()));
  const object = fc.dictionary(fc.string(), member, { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(object, (value) => {
      expect([...jsonPieces(value)].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
  );
});

test('no piece is much longer than what is in it', () => {
  const pieces = [
    ...jsonPieces({ list: Array.from({ length: 5000 }, (_, at) => ({ at, text: 'x'.repeat(100) })) }),
  ];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
});
