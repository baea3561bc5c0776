import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '#shared/result/result.ts';
import { openDocumentStore } from './document-store.ts';

const id = '01930b2e-7c1a-7def-8abc-0123456789ab';
const other = '01930b2e-7c1a-7def-8abc-0123456789ac';
const paper = new TextEncoder().encode('%PDF-1.7 a contract');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schalter-documents-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('what is stored is read back, also after opening again', async () => {
  const store = await openDocumentStore(folder);
  const stored = must(await store.store(id, paper));
  expect(stored.size).toBe(paper.length);
  expect(stored.sha256).toMatch(/^[0-9a-f]{64}$/);
  const again = await openDocumentStore(folder);
  expect(must(await again.read(id))).toEqual(paper);
  expect(await again.read(other)).toEqual({ ok: false, refusal: { code: 'document_unknown' } });
});

test('the same bytes again change nothing, other bytes are refused and the first stay', async () => {
  const store = await openDocumentStore(folder);
  const first = must(await store.store(id, paper));
  expect(must(await store.store(id, paper))).toEqual(first);
  const refused = await store.store(id, new TextEncoder().encode('%PDF-1.7 another'));
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'document_differs', stored: first.sha256 } });
  expect(must(await store.read(id))).toEqual(paper);
});

test('of two different papers stored at once under one id only the first is kept', async () => {
  const store = await openDocumentStore(folder);
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map((at) => store.store(id, new TextEncoder().encode(`%PDF ${at}`))),
  );
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, false, false]);
  expect(new TextDecoder().decode(must(await store.read(id)))).toBe('%PDF 1');
});

test('bytes changed behind our back are noticed', async () => {
  const store = await openDocumentStore(folder);
  const { sha256 } = must(await store.store(id, paper));
  const path = join(folder, 'kept', 'ab', `${id}.${sha256}.pdf`);
  const bytes = await readFile(path);
  bytes[5] = 0x39;
  await writeFile(path, bytes);
  expect(await store.read(id)).toEqual({ ok: false, refusal: { code: 'document_damaged' } });
});

test.each(['', '../../etc/passwd', `${id}/../x`, id.toUpperCase(), `${id}\n`, '..%2f', 'a'.repeat(36)])(
  'the id %j is refused, in and out',
  async (wrong) => {
    const store = await openDocumentStore(folder);
    expect(await store.store(wrong, paper)).toEqual({ ok: false, refusal: { code: 'document_id' } });
    expect(await store.read(wrong)).toEqual({ ok: false, refusal: { code: 'document_id' } });
  },
);

test('a process killed between writing and renaming leaves nothing behind but what the next start removes', async () => {
  const script = `
    import { openDocumentStore } from ${JSON.stringify(join(import.meta.dirname, 'document-store.ts'))};
    const store = await openDocumentStore(process.argv[1], { beforeRename: () => process.kill(process.pid, 'SIGKILL') });
    await store.store(process.argv[2], new TextEncoder().encode('%PDF half done'));
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder, id], {
    stdio: 'inherit',
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  expect(await readdir(join(folder, 'incoming'))).toHaveLength(1);

  const store = await openDocumentStore(folder);
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  expect(await store.read(id)).toEqual({ ok: false, refusal: { code: 'document_unknown' } });
  must(await store.store(id, paper));
  expect(must(await store.read(id))).toEqual(paper);
});

test('a buffer that is changed while it is being written does not change the paper', async () => {
  const store = await openDocumentStore(folder);
  const buffer = Uint8Array.from(paper);
  const storing = store.store(id, buffer);
  buffer.fill(0);
  must(await storing);
  expect(must(await store.read(id))).toEqual(paper);
});
