import { type Result, ok, refuse } from '../result/result.ts';
import { inflate } from './inflate.ts';
import type { PhotoFacts, PhotoRefusal } from './photo-refusal.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** 12 megapixels: unlike a JPEG, a PNG is unpacked to be put into a PDF, and every pixel of it takes memory and time. */
export const mostPngPixels = 12_000_000;

interface Chunk {
  readonly kind: string;
  /** With its length before and its checksum behind. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

/** Size of a PNG, each of whose chunks is whole: lengths and checksums are read to the end (ISO 15948). */
export function readPng(bytes: Uint8Array, field: string): Result<PhotoFacts, PhotoRefusal> {
  const damaged = refuse({ code: 'photo_damaged', field } as const);
  const chunks = pngChunks(bytes);
  const head = chunks === null ? null : headOf(chunks);
  if (head === null) return damaged;
  const { width, height } = head;
  const actual = width * height;
  if (actual > mostPngPixels) {
    return refuse({ code: 'photo_too_large', field, limit: mostPngPixels, actual, unit: 'pixels' });
  }
  return ok({ width, height, orientation: 1 });
}

/** Whether the pixels of a PNG that `readPng` accepted can be unpacked: all of them are there, and no more. */
export function hasWholePixels(bytes: Uint8Array): boolean {
  const chunks = pngChunks(bytes) ?? [];
  const head = headOf(chunks);
  if (head === null) return false;
  const passes = passesOf(head);
  const size = passes.reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0);
  const packed = joined(chunks.filter(({ kind }) => kind === 'IDAT').map(({ content }) => content));
  const pixels = inflate(packed, size);
  if (pixels === null) return false;
  let at = 0;
  for (const { rows, rowBytes } of passes) {
    // Every row begins with how it is filtered, one of five ways.
    for (let row = 0; row < rows; row += 1, at += rowBytes + 1) if ((pixels[at] ?? 0) > 4) return false;
  }
  return true;
}

const drawn = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** The same picture without texts, times, profiles and animations. Expects what `readPng` accepted. */
export function withoutExtras(bytes: Uint8Array): Uint8Array {
  const kept = (pngChunks(bytes) ?? []).filter(({ kind }) => drawn.has(kind));
  return joined([Uint8Array.from(signature), ...kept.map(({ whole }) => whole)]);
}

function pngChunks(bytes: Uint8Array): readonly Chunk[] | null {
  if (signature.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (chunks.at(-1)?.kind !== 'IEND') {
    if (at + 12 > bytes.length) return null;
    const checksumAt = at + 8 + view.getUint32(at);
    if (checksumAt + 4 > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, checksumAt)) !== view.getUint32(checksumAt)) return null;
    chunks.push({
      kind: String.fromCodePoint(...bytes.subarray(at + 4, at + 8)),
      whole: bytes.subarray(at, checksumAt + 4),
      content: bytes.subarray(at + 8, checksumAt),
    });
    at = checksumAt + 4;
  }
  return chunks;
}

interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly isInterlaced: boolean;
}

/** By colour type: samples per pixel, and the bits that a sample may have (ISO 15948, 11.2.2). */
const colourTypes: Readonly<
  Record<number, { readonly samples: number; readonly depths: readonly number[] }>
> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

/** `null` for what no PNG may be: a colour type or depth that there is not, a palette that is missing or broken. */
function headOf(chunks: readonly Chunk[]): PngHead | null {
  const [first] = chunks;
  if (first?.kind !== 'IHDR' || first.content.length !== 13) return null;
  const view = new DataView(first.content.buffer, first.content.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, type = 0, compression, filter, interlace = 0] = first.content.subarray(8);
  const colours = colourTypes[type];
  if (width === 0 || height === 0 || !colours?.depths.includes(depth)) return null;
  if (compression !== 0 || filter !== 0 || interlace > 1) return null;
  const pixelsAt = chunks.findIndex(({ kind }) => kind === 'IDAT');
  if (pixelsAt < 0 || chunks.filter(({ kind }) => kind === 'IHDR').length > 1) return null;
  const before = chunks.slice(0, pixelsAt);
  const palette = before.find(({ kind }) => kind === 'PLTE')?.content.length ?? 0;
  if (type === 3 && palette === 0) return null;
  if (palette % 3 !== 0 || palette > 768) return null;
  const seeThrough = chunks.findIndex(({ kind }) => kind === 'tRNS');
  if (seeThrough >= pixelsAt || !isTransparencyWhole(chunks[seeThrough], type, palette / 3)) return null;
  return { width, height, bitsPerPixel: depth * colours.samples, isInterlaced: interlace === 1 };
}

function isTransparencyWhole(chunk: Chunk | undefined, type: number, colours: number): boolean {
  if (chunk === undefined) return true;
  const { length } = chunk.content;
  if (type === 3) return length <= colours;
  return length === (type === 0 ? 2 : 6) && (type === 0 || type === 2);
}

/** Where the seven passes of an interlaced picture begin, and how far their pixels are apart (ISO 15948, 8.2). */
const interlacing = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function passesOf({ width, height, bitsPerPixel, isInterlaced }: PngHead) {
  const whole = [[0, 0, 1, 1]] as const;
  return (isInterlaced ? interlacing : whole).flatMap(([left, top, across, down]) => {
    const columns = Math.ceil((width - left) / across);
    const rows = Math.ceil((height - top) / down);
    return columns > 0 && rows > 0 ? [{ rows, rowBytes: Math.ceil((columns * bitsPerPixel) / 8) }] : [];
  });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
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
