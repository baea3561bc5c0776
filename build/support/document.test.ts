import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { documentKindOf, documentKinds } from './document-kinds.ts';

function run(...args: readonly string[]) {
  const script = join(import.meta.dirname, 'document.ts');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

test.each(Object.keys(documentKinds))('the example of %s makes the same bytes twice', async (name) => {
  const kind = documentKindOf(name);
  const example: unknown = JSON.parse(JSON.stringify(kind?.example));
  const [one, other] = [await kind?.make(example), await kind?.make(example)];
  expect(one).toMatchObject({ ok: true });
  expect(other).toEqual(one);
});

test.each([
  ['receipt', { method: 'cheque' }, 'method'],
  ['receipt', { given: 5 }, 'given'],
  ['receipt', { lines: [] }, 'lines'],
  ['reminder', { fees: [{ step: 1, on: '2027-02-30', amount: 0 }] }, 'fees.0.on'],
  ['reminder', { company: null }, 'company'],
  ['contract', { vehicle: null }, 'vehicle'],
  ['invoice', { kind: 'credit-note', payment: null }, 'kind'],
  ['credit-note', { kind: 'invoice', dueOn: '2026-12-23' }, 'kind'],
  ['invoice', { vat: [] }, 'vat'],
  ['fine-letter', { named: { name: 'A', role: 'owner' } }, 'named.role'],
  ['fine-letter', { rental: null }, 'rental'],
  ['fine-notice', { customer: null }, 'customer'],
  ['fine-notice', { fee: { amount: -1, currency: 'CHF', invoiceNumber: null } }, 'fee.amount'],
  ['cash-report', { count: [] }, 'leftInDrawer'],
  ['cash-report', { otherPayments: [{ method: 'cash' }] }, 'otherPayments.0.method'],
])('%s names the field that is wrong: %j', async (name, wrong, field) => {
  const kind = documentKindOf(name);
  const made = await kind?.make({ ...(kind.example as object), ...wrong });
  expect(made).toMatchObject({ ok: false, refusal: { code: 'paper_field', field } });
});

test('the command writes a PDF, or says why not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-document-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [input, pdf] = [join(folder, 'in.json'), join(folder, 'out.pdf')];
  writeFileSync(input, run('receipt', '--example').stdout);
  expect(run('receipt', input, pdf)).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const example = JSON.parse(readFileSync(input, 'utf8')) as { readonly company: object };
  writeFileSync(input, JSON.stringify({ ...example, company: { ...example.company, name: '王' } }));
  expect(run('receipt', input, pdf, '--language', 'de')).toMatchObject({
    status: 1,
    stderr:
      'paper_field (company.name): Firma, Name: Diese Zeichen sind hier nicht möglich: 王 (U+738B); bitte anders schreiben.\n',
  });
  writeFileSync(input, '{');
  expect(run('receipt', input, pdf)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^json_format: /),
  });
  expect(run('letter', input, pdf).status).toBe(2);
});
