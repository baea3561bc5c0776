/**
 * The text of a file whose encoding nobody tells: UTF-8 where it is valid UTF-8 (with or without a byte-order mark), else
 * Windows-1252, as Excel on Windows saves CSV. A file in Windows-1252 with one umlaut is no valid UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return decodeUtf8(hasMark ? bytes.subarray(3) : bytes) ?? decodeWindows1252(bytes);
}

/** Null where the bytes are no UTF-8. Written out: `shared/` has neither the window's TextDecoder nor Node's. */
function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    if (more < 0 || at + more >= bytes.length) return null;
    let point = more === 0 ? first : first & (0x3f >> more);
    for (let next = 1; next <= more; next++) {
      const byte = bytes[at + next] ?? 0;
      if ((byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    // Longer than needed, half of a surrogate pair, or beyond Unicode.
    if (
      point < [0, 0x80, 0x800, 0x10000][more]! ||
      (point >= 0xd800 && point <= 0xdfff) ||
      point > 0x10ffff
    ) {
      return null;
    }
    part += String.fromCodePoint(point);
    if (part.length > 8_192) {
      parts.push(part);
      part = '';
    }
    at += more + 1;
  }
  return parts.join('') + part;
}

/** 0x80 to 0x9f, where Windows-1252 differs from ISO 8859-1; the five that it leaves undefined stay control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? windows1252[byte - 0x80] : String.fromCharCode(byte),
  );
  return letters.join('');
}
