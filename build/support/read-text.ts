import { createReadStream } from 'node:fs';

/**
 * The text of a UTF-8 file, or of standard input for `-`, in pieces, without a byte-order mark. Throws a TypeError (`ERR_ENCODING_INVALID_ENCODED_DATA`)
 * at bytes that are not UTF-8: a replaced letter in a name or reference would be a silent correction.
 */
export async function* textPieces(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of createReadStream(
    path,
    path === '-' ? { fd: 0 } : {},
  ) as AsyncIterable<Uint8Array>) {
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}
