import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleInput } from './quote-input.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'schalter-quote-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'quote.ts'), ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

function input(content: unknown): string {
  const path = join(folder, 'in.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('prices its own example, in words and as JSON', async () => {
  const out = join(folder, 'out.json');
  const { code, stdout } = await run(input(JSON.parse((await run('--example')).stdout)), out);
  expect(code).toBe(0);
  // 420.00 + 45.00 + 199.50 + 144.00 + 48.00 + 100.00 + 120.00 + 180.00 − 46.50 = 1210.00; − 12.5 % = 1058.75
  expect(stdout).toContain('To pay            CHF\u00a01’058.75');
  expect(stdout).toContain('1 Woche · Nebensaison, 420.00 je Einheit');
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ total: 105_875, days: 8 });
});

test('says in four languages why there is no price', async () => {
  const request = { ...exampleInput.request, category: 'van' };
  const { code, stderr } = await run(
    input({
      ...exampleInput,
      request: { ...request, drivers: [{ bornOn: '2006-01-01', licenceSince: '2024-01-01' }] },
    }),
  );
  expect(code).toBe(1);
  expect(stderr).toContain('driver_too_young (drivers.0.bornOn)');
  expect(stderr).toContain('das Mindestalter ist 23');
  expect(stderr).toContain('the minimum age is 23');
});

test('names the field of each fault, and does not correct any', async () => {
  const list = structuredClone(exampleInput.priceList);
  const bad = {
    ...exampleInput,
    request: {
      ...exampleInput.request,
      pickUp: { branch: 'zrh', at: '2026-02-30T10:00:00+01:00' },
      colour: 'red',
    },
    priceList: { ...list, categories: [{ ...list.categories[0], deposit: 10.5 }] },
  };
  const { code, stderr } = await run(input(bad));
  expect(code).toBe(2);
  expect(stderr).toContain('request.pickUp.at: a moment is written');
  expect(stderr).toContain('priceList.categories.0.deposit: an amount is a whole number of Rappen');
  expect(stderr).toContain('colour');
  expect((await run(join(folder, 'absent.json'))).code).toBe(2);
});
