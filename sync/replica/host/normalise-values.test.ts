import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fromSqlite, toSqlite } from './normalise-values.ts';

const db = new Database(':memory:');
const echo = db.prepare('SELECT ?, typeof(?), CAST(? AS TEXT)').raw().safeIntegers();

function stored(value: unknown): { value: unknown; type: unknown; text: unknown } {
  const bound = toSqlite(value);
  const [back, type, text] = fromSqlite(echo.get(bound, bound, bound) as unknown[]);
  return { value: back, type, text };
}

describe('what is bound', () => {
  it('keeps whole numbers whole, also as text', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (number) => {
        expect(stored(number)).toEqual({ value: number, type: 'integer', text: String(number) });
      }),
    );
  });

  it('keeps fractions as they are', () => {
    const fraction = fc.double({ noNaN: true }).filter((number) => !Number.isSafeInteger(number));
    fc.assert(
      fc.property(fraction, (number) => {
        expect(stored(number)).toMatchObject({ value: number, type: 'real' });
      }),
    );
  });

  it('keeps every integer of 64 bits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (integer) => {
        const { value, type, text } = stored(integer);
        expect([BigInt(value as number), type, text]).toEqual([integer, 'integer', String(integer)]);
      }),
    );
  });

  it('keeps bytes, and nothing but these', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { value, type } = stored(bytes);
        expect([value, type]).toEqual([bytes, 'blob']);
        expect((value as Uint8Array).buffer.byteLength).toBe(bytes.length);
        expect(stored([...bytes]).value).toEqual(bytes);
      }),
    );
  });

  it('is NULL for what is not there, 1 and 0 for true and false', () => {
    expect(stored(undefined).type).toBe('null');
    expect(stored(null).type).toBe('null');
    expect([stored(true), stored(false)]).toMatchObject([
      { value: 1, type: 'integer' },
      { value: 0, type: 'integer' },
    ]);
  });

  it.each([[{ a: 1 }], [new Date()], [[1.5]], [[256]], [2n ** 63n], [Symbol('x')]])(
    'is never %s',
    (value) => {
      expect(() => toSqlite(value)).toThrow(expect.objectContaining({ code: 'bad-parameter' }));
    },
  );
});
