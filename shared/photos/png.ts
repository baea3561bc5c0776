import { type Result, ok, refuse } from '../result/result.ts';
import { type PhotoFacts, type PhotoRefusal, mostPixels } from './photo-refusal.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Size of a PNG, each of whose chunks is whole: lengths and checksums are read to the end (ISO 15948). */
export function readPng(bytes: Uint8Array, field: string): Result<PhotoFacts, PhotoRefusal> {
  const damaged = refuse({ code: 'photo_damaged', field } as const);
  if (signature.some((byte, at) => bytes[at] !== byte)) return damaged;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kinds: string[] = [];
  let at = signature.length;
  while (kinds.at(-1) !== 'IEND') {
    if (at + 12 > bytes.length) return damaged;
    const length = view.getUint32(at);
    const checksumAt = at + 8 + length;
    if (checksumAt + 4 > bytes.length) return damaged;
    if (crc32(bytes.subarray(at + 4, checksumAt)) !== view.getUint32(checksumAt)) return damaged;
    kinds.push(String.fromCodePoint(...bytes.subarray(at + 4, at + 8)));
    at = checksumAt + 4;
  }
  if (kinds[0] !== 'IHDR' || !kinds.includes('IDAT')) return damaged;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return damaged;
  const actual = width * height;
  if (actual > mostPixels) {
    return refuse({ code: 'photo_too_large', field, limit: mostPixels, actual, unit: 'pixels' });
  }
  return ok({ width, height, orientation: 1 });
}

/** What eight bits of a byte do to the remainder of CRC-32 (ISO 3309). */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xed_b8_83_20 : 0);
  return remainder;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
