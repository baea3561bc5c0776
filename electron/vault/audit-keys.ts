import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js';
import { publicKeyOf, signLink } from '#shared/audit/link-signature.ts';
import type { LinkSignature } from '#shared/ipc/contract.ts';
import { type VaultSeal, openVault } from './vault.ts';

export interface AuditKeys {
  /** The public key of a counter's key on this machine, made now if there is none: 64 hexadecimal digits. */
  publicKey(counterId: string): string;
  /** @param hash of a link, 64 hexadecimal digits */
  sign(counterId: string, hash: string): LinkSignature;
}

/**
 * The keys with which this machine signs audit chains, one per counter, each sealed in a file of its own. A key that cannot
 * be unsealed is lost: another is made, which the server learns with the next claim, and what the lost one signed stays
 * provable by its public half. Where nothing can be sealed a key lives for this run only.
 *
 * @param counterId a UUID in small letters: it names a file
 */
export function openAuditKeys(dataFolder: string, seal: VaultSeal): AuditKeys {
  const known = new Map<string, { readonly secret: Uint8Array; readonly publicKey: string }>();
  const keyOf = (counterId: string) => {
    const open = known.get(counterId);
    if (open) return open;
    const vault = openVault(dataFolder, seal, `audit-key-${counterId}.bin`);
    const kept = vault.read();
    const secret = kept !== null && /^[0-9a-f]{64}$/.test(kept) ? hexToBytes(kept) : randomBytes(32);
    if (kept !== bytesToHex(secret)) vault.write(bytesToHex(secret));
    const key = { secret, publicKey: publicKeyOf(secret) };
    known.set(counterId, key);
    return key;
  };
  return {
    publicKey: (counterId) => keyOf(counterId).publicKey,
    sign(counterId, hash) {
      const { secret, publicKey } = keyOf(counterId);
      return { signature: signLink(hash, secret), publicKey };
    },
  };
}
