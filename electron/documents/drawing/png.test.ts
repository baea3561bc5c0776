import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { hasWholePixels, readPng, withoutExtras } from '#shared/photos/png.ts';

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + content.length);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(kind, 4, 'latin1');
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length);
  return bytes;
}

interface Made {
  readonly depth?: number;
  readonly type?: number;
  readonly interlace?: number;
  readonly pixels: Uint8Array;
  readonly more?: readonly Uint8Array[];
}

/** A PNG of 4 × 4 whose checksums are right, whatever is wrong with the rest. */
function pngOf({ depth = 8, type = 2, interlace = 0, pixels, more = [] }: Made): Uint8Array {
  const head = Uint8Array.of(0, 0, 0, 4, 0, 0, 0, 4, depth, type, 0, 0, interlace);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const chunks = [chunk('IHDR', head), ...more, chunk('IDAT', pixels), chunk('IEND', new Uint8Array())];
  return Uint8Array.from(Buffer.concat([signature, ...chunks]));
}

const zeros = (length: number) => deflateSync(new Uint8Array(length));
const isTaken = (png: Uint8Array) => readPng(png, 'logo').ok && hasWholePixels(png);
const palette = chunk('PLTE', Uint8Array.of(1, 2, 3, 4, 5, 6));

test.each<[string, Made]>([
  ['pixels that are no zlib', { pixels: Uint8Array.of(1, 2, 3) }],
  ['no pixels', { pixels: new Uint8Array() }],
  ['too few pixels', { pixels: zeros(51) }],
  ['more pixels than it has', { pixels: zeros(5_000_000) }],
  ['a filter that there is not', { pixels: deflateSync(new Uint8Array(52).fill(9)) }],
  ['a colour type that there is not', { type: 7, pixels: zeros(52) }],
  ['a depth that there is not', { depth: 3, pixels: zeros(52) }],
  ['an interlacing that there is not', { interlace: 9, pixels: zeros(52) }],
  ['no palette', { type: 3, pixels: zeros(20) }],
  [
    'half a colour in its palette',
    { type: 3, pixels: zeros(20), more: [chunk('PLTE', Uint8Array.of(1, 2))] },
  ],
  [
    'transparency for more colours than it has',
    { type: 3, pixels: zeros(20), more: [palette, chunk('tRNS', new Uint8Array(9))] },
  ],
])('a PNG with %s is refused', (_, made) => {
  expect(isTaken(pngOf(made))).toBe(false);
});

test.each<[string, Made]>([
  ['of 8 bits', { pixels: zeros(52) }],
  ['of 16 bits with transparency', { depth: 16, type: 6, pixels: zeros(132) }],
  ['with a palette', { depth: 1, type: 3, pixels: zeros(8), more: [palette] }],
  ['in grey', { depth: 2, type: 0, pixels: zeros(8) }],
  ['that is interlaced', { interlace: 1, pixels: zeros(4 * 4 * 3 + 7) }],
  [
    'with broken extras, which are left out',
    { pixels: zeros(52), more: [chunk('acTL', new Uint8Array(3)), chunk('iCCP', Uint8Array.of(1))] },
  ],
])('a PNG %s is taken, and goes into a PDF', async (_, made) => {
  const png = pngOf(made);
  expect(isTaken(png)).toBe(true);
  const file = await PDFDocument.create();
  await expect(file.embedPng(withoutExtras(png))).resolves.toMatchObject({ width: 4, height: 4 });
});
