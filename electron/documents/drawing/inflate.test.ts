import { constants, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inflate } from '#shared/photos/inflate.ts';

const { Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_DEFAULT_STRATEGY } = constants;
/** With and without repetitions, short and longer than a window. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 900 }))
    .map(([part, times]) =>
      Uint8Array.from({ length: part.length * times }, (_, at) => part[at % part.length] ?? 0),
    ),
);
const packing = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_DEFAULT_STRATEGY),
});

test('unpacks whatever zlib packs', () => {
  fc.assert(
    fc.property(content, packing, (bytes, options) => {
      expect(inflate(deflateSync(bytes, options), bytes.length)).toEqual(bytes);
    }),
  );
});

test('takes neither more nor less than was said, nor what is cut off', () => {
  fc.assert(
    fc.property(content, packing, fc.nat(), (bytes, options, cut) => {
      const packed = deflateSync(bytes, options);
      expect(inflate(packed, bytes.length + 1)).toBeNull();
      expect(inflate(packed, Math.max(0, bytes.length - 1)) === null).toBe(bytes.length > 0);
      expect(inflate(packed.subarray(0, cut % packed.length), bytes.length)).toBeNull();
    }),
  );
});

test('damage is seen by the checksum, and never breaks it', () => {
  fc.assert(
    fc.property(content, packing, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, options, at, by) => {
      const packed = Uint8Array.from(deflateSync(bytes, options));
      const place = at % packed.length;
      packed[place] = (packed[place] ?? 0) ^ by;
      const unpacked = inflate(packed, bytes.length);
      // A window size that is wrong, or bits that nobody reads, change nothing.
      expect([null, bytes]).toContainEqual(unpacked);
    }),
  );
});
