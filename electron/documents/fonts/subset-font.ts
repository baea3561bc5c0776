import type { Glyph, Subset, SubsetStream } from '@pdf-lib/fontkit';

/**
 * Cuts a TrueType font down to the glyphs of one paper.
 *
 * fontkit's own subsetter (1.1.1) writes the short form of `loca`, which halves every offset, without padding glyphs to
 * even lengths; with fonts that do not pad theirs, as Google's do not, about half of the letters vanish. This one pads
 * to four bytes and writes the long form. Source: OpenType 1.9, chapters otff, loca, glyf, head.
 */
export function fontSubset(bytes: Uint8Array): Subset & { readonly cff: false } {
  const ids = [0]; // .notdef
  const newIds = new Map([[0, 0]]);
  const includeGlyph = (glyph: number | Glyph): number => {
    const id = typeof glyph === 'number' ? glyph : glyph.id;
    const known = newIds.get(id);
    if (known !== undefined) return known;
    newIds.set(id, ids.length);
    return ids.push(id) - 1;
  };
  return { cff: false, includeGlyph, encodeStream: () => streamOf(() => encode(bytes, ids, includeGlyph)) };
}

/** pdf-lib reads the font through the events of a stream; ours has all of it at once. */
function streamOf(make: () => Uint8Array): SubsetStream {
  const stream: SubsetStream = {
    on(event, callback) {
      if (event === 'data') callback(make());
      else if (event === 'end') (callback as () => void)();
      return stream;
    },
  };
  return stream;
}

function encode(bytes: Uint8Array, ids: readonly number[], include: (id: number) => number): Uint8Array {
  const table = tablesOf(bytes);
  const head = copyOf(table('head'));
  const hhea = copyOf(table('hhea'));
  const maxp = copyOf(table('maxp'));
  const glyf = table('glyf');
  const hmtx = table('hmtx');
  const offsetOf = glyphOffsets(table('loca'), head.getInt16(50));
  const longMetrics = hhea.getUint16(34);

  const glyphs: Uint8Array[] = [];
  const metrics: [advance: number, bearing: number][] = [];
  // Composite glyphs add their parts at the end of `ids` while this runs.
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    const outline = copyBytes(glyf, offsetOf(id), offsetOf(id + 1));
    renumberParts(outline, include);
    glyphs.push(outline);
    const metricAt = Math.min(id, longMetrics - 1) * 4;
    const bearingAt = id < longMetrics ? id * 4 + 2 : longMetrics * 4 + (id - longMetrics) * 2;
    metrics.push([hmtx.getUint16(metricAt), hmtx.getInt16(bearingAt)]);
  }

  head.setUint32(8, 0); // checkSumAdjustment, set last
  head.setInt16(50, 1); // long offsets
  hhea.setUint16(34, glyphs.length);
  maxp.setUint16(4, glyphs.length);
  return assemble([
    ...['cvt ', 'fpgm'].flatMap((tag) => optional(tag, table)),
    ['glyf', joined(glyphs)],
    ['head', bytesOf(head)],
    ['hhea', bytesOf(hhea)],
    ['hmtx', metricsTable(metrics)],
    ['loca', offsetsTable(glyphs)],
    ['maxp', bytesOf(maxp)],
    ...optional('prep', table),
  ]);
}

type TableReader = (tag: string) => DataView;
type NamedTable = readonly [tag: string, bytes: Uint8Array];

function tablesOf(bytes: Uint8Array): TableReader & { has(tag: string): boolean } {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = new Map<string, DataView>();
  for (let at = 0; at < file.getUint16(4); at += 1) {
    const entry = 12 + at * 16;
    const tag = String.fromCodePoint(...bytes.subarray(entry, entry + 4));
    places.set(
      tag,
      new DataView(bytes.buffer, bytes.byteOffset + file.getUint32(entry + 8), file.getUint32(entry + 12)),
    );
  }
  const read = (tag: string) => {
    const found = places.get(tag);
    if (!found) throw new Error(`not a TrueType font: no table ${tag}`);
    return found;
  };
  return Object.assign(read, { has: (tag: string) => places.has(tag) });
}

function optional(tag: string, table: ReturnType<typeof tablesOf>): readonly NamedTable[] {
  return table.has(tag) ? [[tag, bytesOf(table(tag))]] : [];
}

function glyphOffsets(loca: DataView, format: number): (id: number) => number {
  return format === 0 ? (id) => loca.getUint16(id * 2) * 2 : (id) => loca.getUint32(id * 4);
}

/** A composite glyph names its parts by number: flags, number, then arguments whose length the flags tell. */
function renumberParts(outline: Uint8Array, include: (id: number) => number): void {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (view.byteLength === 0 || view.getInt16(0) >= 0) return;
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, include(view.getUint16(at + 2)));
    const hasWords = (flags & 0x01) !== 0;
    const scale = (flags & 0x08) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    at += 4 + (hasWords ? 4 : 2) + scale;
    if ((flags & 0x20) === 0) return;
  }
}

function metricsTable(metrics: readonly (readonly [number, number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(metrics.length * 4));
  for (const [at, [advance, bearing]] of metrics.entries()) {
    view.setUint16(at * 4, advance);
    view.setInt16(at * 4 + 2, bearing);
  }
  return bytesOf(view);
}

function offsetsTable(glyphs: readonly Uint8Array[]): Uint8Array {
  const view = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  let offset = 0;
  for (const [at, glyph] of glyphs.entries()) {
    offset += padded(glyph.length);
    view.setUint32((at + 1) * 4, offset);
  }
  return bytesOf(view);
}

/** The table directory, then the tables, each padded to four bytes (otff, "Table Directory"). */
function assemble(tables: readonly NamedTable[]): Uint8Array {
  const start = 12 + tables.length * 16;
  const size = tables.reduce((sum, [, content]) => sum + padded(content.length), start);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00_01_00_00);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - 16 * 2 ** power);
  let offset = start;
  let headAt = 0;
  for (const [at, [tag, content]] of tables.entries()) {
    const entry = 12 + at * 16;
    out.set(
      Uint8Array.from(tag, (character) => character.charCodeAt(0)),
      entry,
    );
    out.set(content, offset);
    view.setUint32(entry + 4, checksum(view, offset, padded(content.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, content.length);
    if (tag === 'head') headAt = offset;
    offset += padded(content.length);
  }
  view.setUint32(headAt + 8, (0xb1_b0_af_ba - checksum(view, 0, size)) >>> 0);
  return out;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += padded(part.length);
  }
  return out;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function copyOf(view: DataView): DataView {
  return new DataView(bytesOf(view).slice().buffer);
}

function copyBytes(view: DataView, from: number, to: number): Uint8Array {
  return bytesOf(view).slice(from, to);
}
