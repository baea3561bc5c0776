import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type VaultSeal, openVault } from '../vault/vault.ts';
import { safeStorageSeal } from './safe-storage-seal.ts';
import { fake } from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

const secret = '{"access_token":"who-is-signed-in"}';
const logged: string[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schalter-vault-'));
  fake.keychain = { available: true, backend: 'gnome_libsecret' };
  logged.length = 0;
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const vault = () =>
  openVault(
    folder,
    safeStorageSeal((event) => logged.push(event)),
    'vault.bin',
  );

function everythingWritten(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}

test('keeps the sign-in sealed, for this account only, also over a restart', () => {
  vault().write(secret);
  expect(vault().read()).toBe(secret);
  expect(everythingWritten()).not.toContain('who-is-signed-in');
  expect(statSync(join(folder, 'vault.bin')).mode & 0o077).toBe(0);
  vault().clear();
  expect(vault().read()).toBeNull();
});

test.each([
  ['no keychain', { available: false, backend: 'unknown' }],
  ['only a password that everybody knows', { available: true, backend: 'basic_text' }],
])('with %s the sign-in holds for this run and nothing is written', (_what, keychain) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  fake.keychain = keychain;
  const opened = vault();
  opened.write(secret);
  expect(opened.read()).toBe(secret);
  expect(readdirSync(folder)).toEqual([]);
  expect(logged).toEqual(['no_keychain']);
  // At the next start: sign in again.
  expect(vault().read()).toBeNull();
  opened.clear();
  expect(opened.read()).toBeNull();
});

test('an older sign-in does not come back when a newer could not be kept', () => {
  vault().write('somebody else');
  fake.keychain.available = false;
  vault().write(secret);
  fake.keychain.available = true;
  expect(vault().read()).toBeNull();
});

test.each(['', 'not sealed here'])('a file that cannot be unsealed counts as empty: %j', (content) => {
  writeFileSync(join(folder, 'vault.bin'), content);
  const seal: VaultSeal = {
    seal: (text) => new TextEncoder().encode(text),
    unseal: () => {
      throw new Error('not sealed here');
    },
  };
  const opened = openVault(folder, seal, 'vault.bin');
  expect(opened.read()).toBeNull();
  expect(existsSync(join(folder, 'vault.bin'))).toBe(true);
});
