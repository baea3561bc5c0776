import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { camtText } from '#shared/bank-files/testing-camt.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-calls-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

/** Runs a command as its user does. `head` closes its output after the first piece, as `| head -1` does. */
async function run(
  script: string,
  args: readonly string[],
  { input = '', head = false }: { readonly input?: string | Uint8Array; readonly head?: boolean } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args]);
  const out: Buffer[] = [];
  let err = '';
  child.stdout.on('data', (piece: Buffer) => {
    out.push(piece);
    if (head) child.stdout.destroy();
  });
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  // A command that refuses its call does not read what it is given.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => void child.on('close', resolve));
  return { code, out: Buffer.concat(out), err };
}

const commands = [
  { name: 'quote', script: 'quote.ts', kind: [], out: (file: string) => [file] },
  { name: 'document', script: 'document.ts', kind: ['contract'], out: (file: string) => [file] },
  { name: 'qr', script: 'qr.ts', kind: [], out: (file: string) => [file] },
  { name: 'verify-audit', script: 'verify-audit.ts', kind: [], out: (file: string) => [file] },
  { name: 'bank', script: 'bank.ts', kind: [], out: (file: string) => ['--out', file] },
] as const;

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const camt = camtText({ entries: [{ amount: '237', details: [{ amount: '237' }] }] });

test.each(commands)(
  '$name says how it is called, reads and writes files and pipes, and is quiet when it is cut short',
  async ({ name, script, kind, out }) => {
    const [help, example, schema] = await Promise.all(
      ['--help', '--example', '--schema'].map((flag) => run(script, [...kind, flag])),
    );
    expect([help?.code, example?.code, schema?.code]).toEqual([0, 0, 0]);
    expect(help?.out.toString()).toMatch(/--example[\s\S]*--schema[\s\S]*--language[\s\S]*Exit code 0/);
    expect(JSON.parse(schema?.out.toString() ?? '')).toHaveProperty('$schema');

    const input = name === 'bank' ? camt : (example?.out ?? '');
    const file = join(folder, `${name}.out`);
    const [toFile, toOutput, nowhere, cutShort] = await Promise.all([
      run(script, [...kind, '-', ...out(file)], { input }),
      run(script, [...kind, '-', ...out('-')], { input: Buffer.concat([byteOrderMark, Buffer.from(input)]) }),
      run(script, [...kind, '-', ...out(join(folder, 'nowhere', 'file'))], { input }),
      run(script, [...kind, '-', ...out('-')], { input, head: true }),
    ]);
    expect([toFile.code, toFile.err, toOutput.code, toOutput.err]).toEqual([0, '', 0, '']);
    expect(toOutput.out.length).toBeGreaterThan(20);
    expect(readFileSync(file).equals(toOutput.out)).toBe(true);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringMatching(/^file_unwritable: .*\.\n$/) });
    expect(cutShort).toMatchObject({ code: 0, err: '' });
  },
);

test('what cannot be read is refused with code and sentence, a wrong call answered with how to call', async () => {
  const refused = await Promise.all([
    run('qr.ts', [join(folder, 'nowhere')]),
    run('qr.ts', [folder]),
    run('qr.ts', ['-'], { input: '' }),
    run('qr.ts', ['-'], { input: '{"a": ' }),
    run('qr.ts', ['-'], { input: Buffer.from('\ufeff{}', 'utf16le') }),
    run('qr.ts', ['-', '--language', 'fr'], { input: Buffer.from('"Zürich"', 'latin1') }),
    run('bank.ts', [folder, '--out', join(folder, 'refused.json')]),
    run('bank.ts', ['-'], { input: Buffer.from('<a>Zürich</a>', 'latin1') }),
  ]);
  for (const { code, err } of refused) {
    expect(code).toBe(1);
    expect(err).toMatch(/^[a-z_]+: .{10,}\.\n$/);
  }
  expect(refused.map(({ err }) => err.split(':')[0])).toEqual([
    'file_unreadable',
    'file_unreadable',
    'json_format',
    'json_format',
    'file_encoding',
    'file_encoding',
    'file_unreadable',
    'file_encoding',
  ]);
  const wrong = [[], ['--no-such-option'], ['-', '--language', 'rm'], ['-', '-', '-']];
  for (const { code, err } of await Promise.all(wrong.map((args) => run('qr.ts', args)))) {
    expect([code, err]).toEqual([2, expect.stringContaining('npm run qr --')]);
  }
});

test('a large output is whole, and may be left half-read', async () => {
  const names = Array.from({ length: 3000 }, (_, at) => ({
    amount: String(at + 1),
    details: [{ amount: String(at + 1) }],
  }));
  const input = camtText({ entries: names });
  const [whole, half] = await Promise.all([
    run('bank.ts', ['-'], { input }),
    run('bank.ts', ['-'], { input, head: true }),
  ]);
  expect([whole.code, half.code, half.err]).toEqual([0, 0, '']);
  expect(JSON.parse(whole.out.toString())).toMatchObject({ leftOver: { length: 3000 } });
  expect(half.out.length).toBeLessThan(whole.out.length);
});
