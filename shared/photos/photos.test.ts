import { createCanvas, loadImage } from '@napi-rs/canvas';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJpeg, withoutMetadata } from './jpeg.ts';
import { readPng } from './png.ts';

function jpegOf(width: number, height: number): Uint8Array {
  return Uint8Array.from(drawn(width, height).toBuffer('image/jpeg', 80));
}

function pngOf(width: number, height: number): Uint8Array {
  return Uint8Array.from(drawn(width, height).toBuffer('image/png'));
}

function drawn(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#d6001c';
  context.fillRect(0, 0, width / 2, height / 3);
  return canvas;
}

async function pixelsOf(picture: Uint8Array): Promise<Buffer> {
  const image = await loadImage(picture);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.data();
}

/** A camera's EXIF segment: an orientation, and a place that must not leave the company. */
function withExif(jpeg: Uint8Array, orientation: number, order: 'II' | 'MM'): Uint8Array {
  const little = order === 'II';
  const place = new TextEncoder().encode('GPS 47.3769 8.5417');
  const tiff = new DataView(new ArrayBuffer(26 + place.length));
  tiff.setUint8(0, order.charCodeAt(0));
  tiff.setUint8(1, order.charCodeAt(1));
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  tiff.setUint16(8, 1, little);
  tiff.setUint16(10, 0x01_12, little);
  tiff.setUint16(12, 3, little);
  tiff.setUint32(14, 1, little);
  tiff.setUint16(18, orientation, little);
  const body = new Uint8Array(tiff.buffer);
  body.set(place, 26);
  const payload = [...new TextEncoder().encode('Exif\0\0'), ...body];
  const length = payload.length + 2;
  return Uint8Array.from([
    ...jpeg.subarray(0, 2),
    0xff,
    0xe1,
    length >> 8,
    length & 0xff,
    ...payload,
    ...jpeg.subarray(2),
  ]);
}

describe('a JPEG', () => {
  test('tells its size', () => {
    const facts = readJpeg(jpegOf(64, 40), 'photo');
    expect(facts).toEqual({ ok: true, value: { width: 64, height: 40, orientation: 1 } });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('tells how the camera was held: %i', (orientation) => {
    for (const order of ['II', 'MM'] as const) {
      const read = readJpeg(withExif(jpegOf(16, 8), orientation, order), 'photo');
      expect(read).toMatchObject({ ok: true, value: { orientation } });
    }
  });

  test('loses place and preview, and not a pixel', async () => {
    const plain = jpegOf(64, 40);
    const shot = Uint8Array.from([...withExif(plain, 6, 'II'), ...new TextEncoder().encode('a preview')]);
    expect(Buffer.from(shot).includes('47.3769')).toBe(true);
    const clean = withoutMetadata(shot);
    expect(Buffer.from(clean).includes('47.3769')).toBe(false);
    expect(clean.length).toBeLessThanOrEqual(plain.length);
    expect(await pixelsOf(clean)).toEqual(await pixelsOf(plain));
    expect(withoutMetadata(clean)).toEqual(clean);
  });

  test('cut off anywhere is refused', () => {
    const whole = jpegOf(64, 40);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (at) => {
        const read = readJpeg(whole.subarray(0, at), 'photo');
        expect(read).toEqual({ ok: false, refusal: { code: 'photo_damaged', field: 'photo' } });
      }),
    );
  });

  test('with a byte changed is read or refused, never a crash, and never a picture too large', () => {
    const whole = jpegOf(24, 16);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = Uint8Array.from(whole);
        changed[at] = byte;
        const read = readJpeg(changed, 'photo');
        const pixels = read.ok ? read.value.width * read.value.height : 0;
        expect(pixels).toBeLessThanOrEqual(60_000_000);
        expect(read.ok ? 'photo_read' : read.refusal.code).toMatch(/^photo_/);
      }),
      { numRuns: 500 },
    );
  });

  test('in the four colours of a printing press is refused', () => {
    const four = jpegOf(16, 8);
    const frame = four.findIndex((byte, at) => byte === 0xff && four[at + 1] === 0xc0);
    four[frame + 9] = 4;
    expect(readJpeg(four, 'photo')).toMatchObject({ refusal: { code: 'photo_kind' } });
  });
});

describe('a PNG', () => {
  test('tells its size', () => {
    const facts = readPng(pngOf(120, 48), 'logo');
    expect(facts).toEqual({ ok: true, value: { width: 120, height: 48, orientation: 1 } });
  });

  test('cut off, or with a byte changed, is refused', () => {
    const whole = pngOf(120, 48);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(readPng(whole.subarray(0, at), 'logo').ok).toBe(false);
        const changed = Uint8Array.from(whole);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(readPng(changed, 'logo').ok).toBe(false);
      }),
    );
  });

  test('larger than a counter can hold is refused before it is unpacked', () => {
    const vast = pngOf(8, 8);
    const view = new DataView(vast.buffer);
    view.setUint32(16, 60_000);
    view.setUint32(20, 60_000);
    // The checksum of exactly this header, so that only the size is wrong.
    view.setUint32(29, 0x80_d2_75_42);
    expect(readPng(vast, 'logo')).toMatchObject({
      refusal: { code: 'photo_too_large', actual: 3_600_000_000, unit: 'pixels' },
    });
  });
});
