import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { camtText } from '#shared/bank-files/testing-camt.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-bank-'));
afterAll(() => rmSync(folder, { recursive: true }));
const reference = 'RF18539007547034';
const invoice = {
  id: 'i1',
  number: 'ZRH-A-26-R00001',
  reference,
  open: 23_700,
  currency: 'CHF',
  customerName: 'Annalena Brunner',
  issuedOn: '2026-11-01',
};

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function bank(...given: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const program = join(import.meta.dirname, 'bank.ts');
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...given], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

const good = camtText({ entries: [{ amount: '237', details: [{ amount: '237', ref: reference }] }] });

test('prints what was read and matched', async () => {
  const { code, out } = await bank(
    file('good.xml', `\ufeff${good}`),
    '--invoices',
    file('invoices.json', JSON.stringify([invoice])),
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    files: [{ message: 'camt.054', version: '08', entries: 1 }],
    read: 1,
    matched: [{ invoiceId: 'i1', outcome: 'exact' }],
  });
});

test('refuses a file with code, path, line and sentence, and names the wrong field of an invoice', async () => {
  const [cut, latin, wrong, none, prefix] = await Promise.all([
    bank(file('cut.xml', good.slice(0, -30)), '--language', 'de'),
    bank(file('latin.xml', Buffer.from(good.replace('S1', 'Sé'), 'latin1'))),
    bank(
      file('g.xml', good),
      '--invoices',
      file('wrong.json', JSON.stringify([invoice, { ...invoice, id: 'i2', reference: null, open: 1.5 }])),
    ),
    bank(join(folder, 'none.xml')),
    bank(file('p.xml', good), '--bank-prefix', '21-0000'),
  ]);
  const sentence = expect.stringMatching(
    /^Zeile \d+, .*: Die Datei ist beschädigt oder unvollständig; bitte die Datei noch einmal von der Bank holen\.$/,
  );
  expect(cut.code).toBe(1);
  expect(JSON.parse(cut.out)).toMatchObject({ refusal: { code: 'not_well_formed', sentence } });
  expect(cut.err).toMatch(/^not_well_formed \(Document.*\): Zeile \d+, /);
  expect([latin.code, latin.err]).toEqual([1, expect.stringMatching(/^file_encoding: .* UTF-8/)]);
  expect([wrong.code, wrong.err]).toEqual([
    1,
    'json_field (1.open): 2, Open amount: This must be a whole number; please give it so.\n',
  ]);
  expect([none.code, none.err]).toEqual([1, expect.stringMatching(/^file_unreadable: .*ENOENT/)]);
  expect([prefix.code, prefix.err]).toEqual([2, expect.stringMatching(/^qrr_prefix \(bank-prefix\): /)]);
});

test('says why a payment is left over, ignored or refused', async () => {
  const text = camtText({
    entries: [
      { amount: '10', details: [{ amount: '10' }] },
      { amount: '5', direction: 'DBIT', details: [{ amount: '5' }] },
      { amount: '1.234', details: [{ amount: '1.234' }] },
    ],
  });
  const { out } = await bank(file('reasons.xml', text), '--language', 'it');
  expect(JSON.parse(out)).toMatchObject({
    leftOver: [
      { reason: { code: 'no_reference' }, sentence: expect.stringContaining('non indica un riferimento') },
    ],
    ignored: [{ reason: 'debit', sentence: 'Un addebito: è uscito denaro.' }],
    refused: [
      { refusal: { code: 'amount_decimals', sentence: expect.stringContaining('più di due decimali') } },
    ],
  });
});
