import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLinkSignature } from '#shared/audit/link-signature.ts';
import { openAuditKeys } from './audit-keys.ts';
import { type VaultSeal, plainSeal } from './vault.ts';

const zurichA = '0193a000-0000-7000-8000-000000000001';
const zurichB = '0193a000-0000-7000-8000-000000000002';
const hash = 'ab'.repeat(32);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schalter-keys-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a counter keeps its key over a restart, and another counter has another', () => {
  const before = openAuditKeys(folder, plainSeal);
  const publicKey = before.publicKey(zurichA);
  const signed = openAuditKeys(folder, plainSeal).sign(zurichA, hash);
  expect(signed.publicKey).toBe(publicKey);
  expect(isLinkSignature(signed.signature, hash, publicKey)).toBe(true);
  expect(isLinkSignature(signed.signature, 'ac'.repeat(32), publicKey)).toBe(false);
  expect(before.publicKey(zurichB)).not.toBe(publicKey);
});

test('the file is sealed, and for this account only', () => {
  const turned: VaultSeal = {
    seal: (secret) => new TextEncoder().encode(secret).map((byte) => byte ^ 0x5a),
    unseal: (bytes) => new TextDecoder().decode(bytes.map((byte) => byte ^ 0x5a)),
  };
  const { publicKey } = openAuditKeys(folder, turned).sign(zurichA, hash);
  const path = join(folder, `audit-key-${zurichA}.bin`);
  expect(readFileSync(path, 'latin1')).not.toMatch(/[0-9a-f]{64}/);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(openAuditKeys(folder, turned).publicKey(zurichA)).toBe(publicKey);
  // The keychain was reset: what is there opens no more, and a new key takes its place.
  expect(openAuditKeys(folder, plainSeal).publicKey(zurichA)).not.toBe(publicKey);
});

test('where nothing can be sealed a key holds for this run and is never written', () => {
  const none: VaultSeal = {
    seal() {
      throw new Error('no keychain');
    },
    unseal() {
      throw new Error('no keychain');
    },
  };
  const keys = openAuditKeys(folder, none);
  const publicKey = keys.publicKey(zurichA);
  expect(isLinkSignature(keys.sign(zurichA, hash).signature, hash, publicKey)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});
