import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { soundExport } from '#shared/audit/testing-chains.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function verify(
  name: string,
  content: unknown,
  ...more: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, 'verify-audit.ts'), path, ...more],
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

test('says that every chain holds, or which link does not and why', async () => {
  const sound = soundExport([3, 2]);
  const [good, changed, wrong] = await Promise.all([
    verify('good.json', sound),
    verify('changed.json', {
      ...sound,
      links: sound.links.map((link, at) => (at === 1 ? { ...link, userId: 'somebody' } : link)),
    }),
    verify(
      'wrong.json',
      {
        ...sound,
        links: sound.links.map((link) => ({ ...link, occurredAt: '2026-11-20' })),
      },
      '--language',
      'de',
    ),
  ]);
  expect([good.code, good.out]).toEqual([
    0,
    'Every chain holds: 5 links of 2 counters; 5 contents compared.\n',
  ]);
  expect([changed.code, changed.err]).toEqual([
    1,
    'hash_differs (links.1): Link 2 (number 2 of counter counter-1) does not hold. Its facts are not those that were hashed; it was changed afterwards.\n',
  ]);
  expect([wrong.code, wrong.err]).toEqual([
    1,
    expect.stringMatching(
      /^json_field \(links\.0\.occurredAt\): .*: Das ist kein Zeitpunkt; er lautet wie 2026/,
    ),
  ]);
});
