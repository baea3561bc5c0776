import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileDurably } from '../settings/write-file-durably.ts';

/** Seals the vault with what the system offers: Keychain, DPAPI, libsecret. */
export interface VaultSeal {
  seal(secret: string): Uint8Array;
  /** Throws when the bytes were not sealed here. */
  unseal(bytes: Uint8Array): string;
}

export interface Vault {
  read(): string | null;
  write(secret: string): void;
  clear(): void;
}

/** One secret, the sign-in, in a sealed file of its own. A file that cannot be unsealed counts as empty: sign in again. */
export function openVault(dataFolder: string, cipher: VaultSeal): Vault {
  const path = join(dataFolder, 'vault.bin');
  return {
    read() {
      try {
        return cipher.unseal(readFileSync(path));
      } catch {
        return null;
      }
    },
    write: (secret) => writeFileDurably(path, cipher.seal(secret)),
    clear: () => rmSync(path, { force: true }),
  };
}

/** For the node-host, which has no keychain: the file is only kept from other accounts by its mode (0600). */
export const plainSeal: VaultSeal = {
  seal: (secret) => new TextEncoder().encode(secret),
  unseal: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};
