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

test('refuses a file with code, path and line, and names the wrong field of an invoice', async () => {
  const [cut, latin, wrong, none] = await Promise.all([
    bank(file('cut.xml', good.slice(0, -30))),
    bank(file('latin.xml', Buffer.from(good.replace('S1', 'Sé'), 'latin1'))),
    bank(
      file('g.xml', good),
      '--invoices',
      file('wrong.json', JSON.stringify([invoice, { ...invoice, id: 'i2', reference: null, open: 1.5 }])),
    ),
    bank(join(folder, 'none.xml')),
  ]);
  expect([cut.code, JSON.parse(cut.out)]).toMatchObject([1, { refusal: { code: 'not_well_formed' } }]);
  expect([latin.code, latin.err]).toEqual([1, expect.stringContaining('ERR_ENCODING_INVALID_ENCODED_DATA')]);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('wrong.json: 1.open:')]);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('ENOENT')]);
});
