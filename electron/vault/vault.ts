import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileDurably } from '../settings/write-file-durably.ts';

/** Seals the vault with what the system offers: Keychain, DPAPI, libsecret. */
export interface VaultSeal {
  /** Throws where the system cannot seal. */
  seal(secret: string): Uint8Array;
  /** Throws when the bytes were not sealed here. */
  unseal(bytes: Uint8Array): string;
}

export interface Vault {
  read(): string | null;
  write(secret: string): void;
  clear(): void;
}

/**
 * One secret in a sealed file of its own. A file that cannot be unsealed counts as empty: what was sealed in it is made anew. Where nothing can be sealed the secret is kept in memory for this run only, and never written.
 */
export function openVault(dataFolder: string, cipher: VaultSeal, file: string): Vault {
  const path = join(dataFolder, file);
  let unsealable: string | null = null;
  const clear = (): void => {
    unsealable = null;
    rmSync(path, { force: true });
  };
  return {
    read() {
      if (unsealable !== null) return unsealable;
      try {
        return cipher.unseal(readFileSync(path));
      } catch {
        return null;
      }
    },
    write(secret) {
      let sealed: Uint8Array;
      try {
        sealed = cipher.seal(secret);
      } catch {
        // An older sign-in, perhaps somebody else's, must not come back at the next start.
        clear();
        unsealable = secret;
        return;
      }
      writeFileDurably(path, sealed);
      unsealable = null;
    },
    clear,
  };
}

/** For the node-host, which has no keychain: the file is only kept from other accounts by its mode (0600). */
export const plainSeal: VaultSeal = {
  seal: (secret) => new TextEncoder().encode(secret),
  unseal: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};
