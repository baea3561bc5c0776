import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Signs the hash of a link with the counter's key (Ed25519, RFC 8032): a hash alone proves that nothing was changed
 * carelessly, not that nobody computed the whole chain anew (GeBüV 9).
 * @param secretKey 32 bytes
 * @returns 128 hexadecimal digits
 */
export function signLink(hash: string, secretKey: Uint8Array): string {
  return bytesToHex(ed25519.sign(linkMessage(hash), secretKey));
}

/** The public key of a counter's secret key, as 64 hexadecimal digits. */
export function publicKeyOf(secretKey: Uint8Array): string {
  return bytesToHex(ed25519.getPublicKey(secretKey));
}

/** Strictly to RFC 8032: there is one valid way to write a signature, and small letters only. */
export function isLinkSignature(signature: string, hash: string, publicKey: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature) || !/^[0-9a-f]{64}$/.test(publicKey)) return false;
  return ed25519.verify(hexToBytes(signature), linkMessage(hash), hexToBytes(publicKey), { zip215: false });
}

/** What is signed of a link: with a purpose before it, so that no signature of a counter for something else is one of a link. */
export function linkMessage(hash: string): Uint8Array {
  return utf8ToBytes(`schalter audit link 1\n${hash}`);
}
