import { type KeyObject, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { linkMessage } from '#shared/audit/link-signature.ts';
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
  const known = new Map<string, { readonly secret: KeyObject; readonly publicKey: string }>();
  const keyOf = (counterId: string) => {
    const open = known.get(counterId);
    if (open) return open;
    const vault = openVault(dataFolder, seal, `audit-key-${counterId}.bin`);
    const kept = vault.read();
    const seed = kept !== null && /^[0-9a-f]{64}$/.test(kept) ? kept : randomBytes(32).toString('hex');
    if (kept !== seed) vault.write(seed);
    const secret = secretKeyOf(seed);
    const key = { secret, publicKey: publicKeyOf(secret) };
    known.set(counterId, key);
    return key;
  };
  return {
    publicKey: (counterId) => keyOf(counterId).publicKey,
    sign(counterId, hash) {
      const { secret, publicKey } = keyOf(counterId);
      return { signature: sign(null, linkMessage(hash), secret).toString('hex'), publicKey };
    },
  };
}

/** The head of an Ed25519 secret key in PKCS #8 (RFC 8410, 7): the 32 bytes of the seed follow. */
const pkcs8Head = '302e020100300506032b657004220420';

// Node's own Ed25519 takes a fraction of the time of the one in TypeScript that shared/ has for everybody: a clerk waits for it.
function secretKeyOf(seed: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8Head + seed, 'hex'), format: 'der', type: 'pkcs8' });
}

function publicKeyOf(secret: KeyObject): string {
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  if (x === undefined) throw new Error('an Ed25519 key without its public half');
  return Buffer.from(x, 'base64url').toString('hex');
}
