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

test('says why there is no price, in the language that was asked for', async () => {
  const out = join(folder, 'refused.json');
  const path = input({
    ...exampleInput,
    request: {
      ...exampleInput.request,
      category: 'van',
      drivers: [{ bornOn: '2006-01-01', licenceSince: '2024-01-01' }],
    },
  });
  const [english, german] = await Promise.all([run(path, out), run(path, '--language', 'de')]);
  expect(english).toMatchObject({ code: 1, stdout: '' });
  expect(english.stderr).toBe(
    'driver_too_young (request.drivers.0.bornOn): The driver is 20 years old; the minimum age is 23.\n',
  );
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    code: 'driver_too_young',
    field: 'request.drivers.0.bornOn',
    sentence: 'The driver is 20 years old; the minimum age is 23.',
  });
  expect(german.stderr).toContain('das Mindestalter ist 23');
});

test('a period that nobody can rent is refused at the field of the input', async () => {
  const { request } = exampleInput;
  const at = { ...request.return, at: request.pickUp.at };
  const { code, stderr } = await run(input({ ...exampleInput, request: { ...request, return: at } }));
  expect(code).toBe(1);
  expect(stderr).toBe('period_backwards (request.return.at): The return is not after the pick-up.\n');
});

test('names the field of each fault, and does not correct any', async () => {
  const list = structuredClone(exampleInput.priceList);
  const bad = {
    ...exampleInput,
    request: {
      ...exampleInput.request,
      pickUp: { branch: 'zrh', at: '2026-02-30T10:00:00+01:00' },
      colour: 'red',
      wheels: 3,
    },
    priceList: { ...list, categories: [{ ...list.categories[0], deposit: 10.5 }] },
  };
  const { code, stderr } = await run(input(bad), '--language', 'fr');
  expect(code).toBe(1);
  expect(stderr.split('\n')).toEqual([
    'json_field (request.pickUp.at): Demande, Prise en charge, Moment\u202f: Ce n’est pas un moment\u202f; il s’écrit comme 2026-11-20T14:30:00+01:00.',
    'json_field (request.colour): Demande, Couleur\u202f: Il n’y a pas ici de champ «\u202fcolour\u202f»\u202f; veuillez l’omettre ou vérifier son nom.',
    'json_field (request.wheels): request.wheels\u202f: Il n’y a pas ici de champ «\u202fwheels\u202f»\u202f; veuillez l’omettre ou vérifier son nom.',
    expect.stringMatching(/^json_field \(priceList\.categories\.0\.deposit\): .*un nombre entier/),
    '',
  ]);
});

test('a rental of a time whose VAT nobody knows is refused, not a crash', async () => {
  const { pickUp, ...request } = exampleInput.request;
  const { code, stderr } = await run(
    input({
      ...exampleInput,
      request: { ...request, pickUp: { ...pickUp, at: '2009-11-20T14:30:00+01:00' } },
    }),
  );
  expect(code).toBe(1);
  expect(stderr).toContain('json_field (request.pickUp.at): Request, Pick-up, Moment: No VAT rate is known');
});

test('a file that is not there is refused, a language that there is not is a wrong call', async () => {
  const [absent, wrong] = await Promise.all([
    run(join(folder, 'absent.json')),
    run(join(folder, 'absent.json'), '--language', 'rm'),
  ]);
  expect(absent).toMatchObject({ code: 1, stderr: expect.stringMatching(/^file_unreadable: .*ENOENT/) });
  expect(wrong).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--language takes de, fr, it, en, not "'),
  });
});
