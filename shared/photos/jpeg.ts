import { type Result, ok, refuse } from '../result/result.ts';
import { type JpegSegment, jpegSegments, startOfScan } from './jpeg-segments.ts';
import { type Orientation, type PhotoFacts, type PhotoRefusal, mostPixels } from './photo-refusal.ts';

/** Baseline, extended and progressive with Huffman codes: what PDF readers decode (ISO 32000-1, 7.4.8). */
const drawableFrames = new Set([0xc0, 0xc1, 0xc2]);
const huffmanTables = 0xc4;
const exif = 0xe1;

/** Size and orientation of a JPEG; refuses what is damaged, cut off, or no picture that a PDF can carry. */
export function readJpeg(bytes: Uint8Array, field: string): Result<PhotoFacts, PhotoRefusal> {
  const segments = jpegSegments(bytes);
  if (segments === null) return refuse({ code: 'photo_damaged', field });
  const frame = segments.find(
    ({ marker }) => marker >= 0xc0 && marker <= 0xcf && ![huffmanTables, 0xc8, 0xcc].includes(marker),
  );
  const scanned = segments.some(({ marker }) => marker === startOfScan);
  if (frame === undefined || !scanned) return refuse({ code: 'photo_damaged', field });
  const [depth, height, width, components] = [
    bytes[frame.payload],
    number16(bytes, frame.payload + 1),
    number16(bytes, frame.payload + 3),
    bytes[frame.payload + 5],
  ];
  // Four colours are for printing presses, and readers do not agree on which way round they are.
  const drawable = drawableFrames.has(frame.marker) && depth === 8 && (components === 1 || components === 3);
  if (!drawable) return refuse({ code: 'photo_kind', field });
  if (width === 0 || height === 0) return refuse({ code: 'photo_damaged', field });
  const actual = width * height;
  if (actual > mostPixels) {
    return refuse({ code: 'photo_too_large', field, limit: mostPixels, actual, unit: 'pixels' });
  }
  return ok({ width, height, orientation: orientationOf(bytes, segments) });
}

/**
 * The same picture without what a camera wrote beside it: place, time, owner, previews. JFIF's and Adobe's headers stay,
 * without them colours are read wrongly. Expects what `readJpeg` accepted.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  const segments = jpegSegments(bytes) ?? [];
  const kept = segments.filter(({ marker }) => marker < 0xe0 || [0xe0, 0xee].includes(marker));
  const clean = new Uint8Array(kept.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  for (const { from, to } of kept) {
    clean.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return clean;
}

/** EXIF's tag 0x0112 in the first directory (CIPA DC-008, 4.6.4); 1 where there is none or it makes no sense. */
function orientationOf(bytes: Uint8Array, segments: readonly JpegSegment[]): Orientation {
  const segment = segments.find(
    ({ marker, payload }) => marker === exif && ascii(bytes, payload, 6) === 'Exif\0\0',
  );
  if (segment === undefined) return 1;
  const tiff = bytes.subarray(segment.payload + 6, segment.to);
  const order = ascii(tiff, 0, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = order === 'II';
  if (tiff.length < 10) return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== 0x01_12) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

function number16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCodePoint(...bytes.subarray(at, at + length));
}
