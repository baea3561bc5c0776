import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeFrame, encodeFrame } from './codec.ts';
import { type Message, maxMessageBytes } from './messages.ts';

const value = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  fc.double(),
  fc.integer(),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.uint8Array(),
);

const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({
    kind: fc.constant('run' as const),
    id: fc.nat(),
    lease: fc.nat(),
    sql: fc.string(),
    params: fc.array(value),
  }),
  fc.record({
    kind: fc.constant('batch' as const),
    id: fc.nat(),
    lease: fc.nat(),
    sql: fc.string(),
    sets: fc.array(fc.array(value)),
  }),
  fc.record({
    kind: fc.constant('state' as const),
    state: fc.record({
      kind: fc.constant('damaged' as const),
      movedTo: fc.string(),
      pendingSaved: fc.option(fc.nat()),
      requeued: fc.nat(),
      localRowsKept: fc.nat(),
    }),
  }),
);

describe('a frame', () => {
  it('gives back the message it was made from', () => {
    fc.assert(
      fc.property(message, (sent) => {
        expect(decodeFrame(encodeFrame(sent))).toEqual(sent);
      }),
    );
  });

  it('carries a BLOB within a larger buffer, and nothing around it', () => {
    const part = Uint8Array.of(9, 9, 1, 2, 9).subarray(2, 4);
    const sent: Message = { kind: 'run', id: 1, lease: 1, sql: '', params: [part, 'x', part] };
    expect(decodeFrame(encodeFrame(sent))).toMatchObject({
      params: [Uint8Array.of(1, 2), 'x', Uint8Array.of(1, 2)],
    });
  });

  it('refuses bytes that are no frame', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(() => decodeFrame(bytes)).toThrow(expect.objectContaining({ code: 'bad-message' }));
      }),
    );
    const whole = encodeFrame({
      kind: 'once',
      id: 1,
      write: false,
      sql: 'SELECT ?',
      params: [new Uint8Array(10)],
    });
    expect(() => decodeFrame(whole.subarray(0, -1))).toThrow(
      expect.objectContaining({ code: 'bad-message' }),
    );
  });

  it('is not made larger than either side takes', () => {
    const params = [new Uint8Array(maxMessageBytes)];
    const sent: Message = { kind: 'run', id: 1, lease: 1, sql: '', params };
    expect(() => encodeFrame(sent)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
