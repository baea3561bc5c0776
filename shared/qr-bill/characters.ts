/**
 * The characters of a QR-bill since version 2.3 of the guidelines (4.1.1): Basic Latin, Latin-1 Supplement, Latin
 * Extended-A, and Ș ș Ț ț €. Others are refused, never replaced in silence: the bank would book another name.
 */
const foreign = /[^\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]/gu;

/** The characters of a text that a QR-bill cannot carry, each once. */
export function foreignCharacters(text: string): readonly string[] {
  return [...new Set(text.match(foreign))];
}
