import { safeStorage } from 'electron';
import type { Log } from '../host/log.ts';
import type { VaultSeal } from '../vault/vault.ts';

/**
 * Seals with the system's keychain: Keychain, DPAPI, libsecret or KWallet. Throws where there is none, also where
 * Electron would seal with a password that everybody knows (`basic_text` on Linux).
 */
export function safeStorageSeal(log: Log): VaultSeal {
  return {
    seal(secret) {
      if (!safeStorage.isEncryptionAvailable() || hasOnlyBasicText()) {
        log('no_keychain');
        throw new Error('this system offers no keychain');
      }
      return safeStorage.encryptString(secret);
    },
    unseal: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
  };
}

/** The question exists on Linux only. */
function hasOnlyBasicText(): boolean {
  return process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
}
