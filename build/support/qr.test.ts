import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'schalter-qr-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bill = {
  account: 'CH93 0076 2011 6238 5295 7',
  creditor: {
    name: 'Alpina AG',
    street: '',
    houseNumber: '',
    postcode: '8001',
    town: 'Zürich',
    country: 'CH',
  },
  amount: 159_000,
  currency: 'CHF',
  debtor: null,
  reference: { type: 'SCOR', value: 'RF18 5390 0754 7034' },
  message: '',
  billingInformation: '',
  alternativeSchemes: [],
};

function qr(
  name: string,
  content: unknown,
  ...more: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, 'qr.ts'), path, ...more],
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

test('prints the payload, or code, field and sentence, or the wrong field of the file', async () => {
  const [good, refused, wrong] = await Promise.all([
    qr('good.json', bill),
    qr('refused.json', { ...bill, creditor: { ...bill.creditor, name: '王\u0007 AG' } }, '--language', 'de'),
    qr('wrong.json', { ...bill, creditor: { ...bill.creditor, town: 1 } }),
  ]);
  expect(good.code).toBe(0);
  expect(good.out.split('\n')).toHaveLength(31);
  expect(good.out).toMatch(/\n1590\.00\nCHF\n.*\nSCOR\nRF18539007547034\n\nEPD$/s);
  const sentence =
    'Zahlungsempfänger, Name: Diese Zeichen kann eine QR-Rechnung nicht enthalten: 王 (U+738B), U+0007.';
  expect(refused).toMatchObject({ code: 1, err: `characters (creditor.name): ${sentence}\n` });
  expect(JSON.parse(refused.out)).toEqual({
    code: 'characters',
    field: 'creditor.name',
    characters: ['王', '\u0007'],
    sentence,
  });
  expect(wrong).toEqual({
    code: 1,
    out: '',
    err: 'json_field (creditor.town): Payee, Town: This must be a text; please give it so.\n',
  });
});
