/** A piece of a JPEG file between two markers (ITU-T T.81, annex B): the marker and where it lies, its payload included. */
export interface JpegSegment {
  /** The marker's second byte: 0xD8 start, 0xE1 EXIF, 0xC0 baseline frame, 0xDA scan, 0xD9 end … */
  readonly marker: number;
  readonly from: number;
  readonly to: number;
  /** Where the payload begins, after marker and length. */
  readonly payload: number;
}

export const startOfImage = 0xd8;
export const endOfImage = 0xd9;
export const startOfScan = 0xda;

/**
 * The segments of a JPEG from start to end of the image; `null` when the file is none or is cut off. What lies behind the
 * end (cameras append previews there) is not looked at.
 */
export function jpegSegments(bytes: Uint8Array): readonly JpegSegment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  const segments: JpegSegment[] = [{ marker: startOfImage, from: 0, to: 2, payload: 2 }];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      // Any number of fill bytes may stand before a marker.
      at += 1;
      continue;
    }
    if (marker === endOfImage) return [...segments, { marker, from: at, to: at + 2, payload: at + 2 }];
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const to = marker === startOfScan ? endOfScan(bytes, end) : end;
    segments.push({ marker, from: at, to, payload: at + 4 });
    at = to;
  }
  return null;
}

/** Coded data runs to the next marker; a stuffed zero and the restart markers belong to it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}
