import { safeStorage } from 'electron';
import type { VaultSeal } from '../vault/vault.ts';

/** Seals with the system's keychain. Throws where there is none: the person then signs in at every start. */
export const safeStorageSeal: VaultSeal = {
  seal: (secret) => safeStorage.encryptString(secret),
  unseal: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
};
