/**
 * Unpacks zlib data whose size is known (RFC 1950, RFC 1951); `null` when it is damaged, or is not exactly of that size: a
 * few kilobytes that claim to be gigabytes are never unpacked. The checksum at the end is compared.
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const [method = 0, flags = 0] = packed;
  // Deflate, its window within 32 KiB, no dictionary.
  const isZlib = (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
  if (!isZlib || (flags & 0x20) !== 0) return null;
  const out = new Uint8Array(size);
  const bits = new Bits(packed, 2);
  let filled = 0;
  for (let isLast = false; !isLast;) {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    const next = kind === 0 ? stored(bits, out, filled) : coded(bits, out, filled, kind);
    if (next === null || bits.isOver) return null;
    filled = next;
  }
  if (filled !== size) return null;
  const at = bits.nextByte();
  const given = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return at + 4 <= packed.length && given.getUint32(at) === adler32(out) ? out : null;
}

/** Bits of a stream, the lowest of each byte first. Beyond the end they are 0, and `isOver` says so. */
class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get isOver(): boolean {
    return this.#at - (this.#count >> 3) > this.#bytes.length;
  }

  take(count: number): number {
    while (this.#count < count) {
      this.#held |= (this.#bytes[this.#at] ?? 0) << this.#count;
      this.#at += 1;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  /** Where the next whole byte lies; what is left of this one is skipped. */
  nextByte(): number {
    const at = this.#at - (this.#count >> 3);
    this.#held = 0;
    this.#count = 0;
    this.#at = at;
    return at;
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  slice(from: number, length: number): Uint8Array | null {
    return from + length > this.#bytes.length ? null : this.#bytes.subarray(from, from + length);
  }
}

function stored(bits: Bits, out: Uint8Array, filled: number): number | null {
  const at = bits.nextByte();
  const head = bits.slice(at, 4);
  if (head === null) return null;
  const [a = 0, b = 0, c = 0, d = 0] = head;
  const length = a | (b << 8);
  const content = bits.slice(at + 4, length);
  if ((length ^ 0xff_ff) !== (c | (d << 8)) || content === null || filled + length > out.length) return null;
  out.set(content, filled);
  bits.skip(4 + length);
  return filled + length;
}

/** A Huffman code as counts by length and symbols in order: decoded bit by bit, small and without a table to fill. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

function codeOf(lengths: readonly number[]): Code | null {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  let left = 1;
  const offsets = new Uint16Array(16);
  for (let length = 1; length < 16; length += 1) {
    left = left * 2 - (counts[length] ?? 0);
    if (left < 0) return null;
    offsets[length] = length === 1 ? 0 : (offsets[length - 1] ?? 0) + (counts[length - 1] ?? 0);
  }
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const at = offsets[length] ?? 0;
    symbols[at] = symbol;
    offsets[length] = at + 1;
  }
  return { counts, symbols };
}

/** The next symbol, or -1 for a code that there is not. */
function symbolOf(bits: Bits, { counts, symbols }: Code): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length < 16; length += 1) {
    code |= bits.take(1);
    const count = counts[length] ?? 0;
    if (code - count < first) return symbols[index + (code - first)] ?? -1;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}

const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const distanceExtra = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

type Codes = readonly [lengths: Code, distances: Code];

const fixedCodes = [
  codeOf(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8))),
  codeOf(Array.from({ length: 30 }, () => 5)),
];

function coded(bits: Bits, out: Uint8Array, filled: number, kind: number): number | null {
  const [lengths, distances] = kind === 1 ? fixedCodes : kind === 2 ? (ownCodes(bits) ?? []) : [];
  if (!lengths || !distances) return null;
  let at = filled;
  for (;;) {
    const symbol = symbolOf(bits, lengths);
    if (symbol === 256) return at;
    if (symbol < 0 || bits.isOver) return null;
    if (symbol < 256) {
      if (at >= out.length) return null;
      out[at] = symbol;
      at += 1;
      continue;
    }
    const base = lengthBase[symbol - 257];
    if (base === undefined) return null;
    const length = base + bits.take(lengthExtra[symbol - 257] ?? 0);
    const far = symbolOf(bits, distances);
    const farBase = distanceBase[far];
    if (farBase === undefined) return null;
    const distance = farBase + bits.take(distanceExtra[far] ?? 0);
    if (distance > at || at + length > out.length) return null;
    // Byte by byte: what is copied may still be being written.
    for (const end = at + length; at < end; at += 1) out[at] = out[at - distance] ?? 0;
  }
}

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes that a block brings with it, themselves coded (RFC 1951, 3.2.7). */
function ownCodes(bits: Bits): Codes | null {
  const lengthCount = bits.take(5) + 257;
  const distanceCount = bits.take(5) + 1;
  const codeCount = bits.take(4) + 4;
  const codeLengths = Array.from({ length: 19 }, () => 0);
  for (const symbol of lengthOrder.slice(0, codeCount)) codeLengths[symbol] = bits.take(3);
  const code = codeOf(codeLengths);
  if (code === null) return null;
  const all: number[] = [];
  while (all.length < lengthCount + distanceCount) {
    const symbol = symbolOf(bits, code);
    if (symbol < 0 || bits.isOver) return null;
    if (symbol < 16) {
      all.push(symbol);
      continue;
    }
    const previous = all.at(-1);
    if (symbol === 16 && previous === undefined) return null;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    for (let time = 0; time < times; time += 1) all.push(symbol === 16 ? (previous ?? 0) : 0);
  }
  if (all.length > lengthCount + distanceCount) return null;
  const lengths = codeOf(all.slice(0, lengthCount));
  const distances = codeOf(all.slice(lengthCount));
  return lengths === null || distances === null ? null : [lengths, distances];
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let from = 0; from < bytes.length; from += 3800) {
    for (const byte of bytes.subarray(from, from + 3800)) {
      low += byte;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
