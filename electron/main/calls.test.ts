import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sampleContract } from '#build/pdf/sample-papers.ts';
import { samplePhoto } from '#build/pdf/sample-photos.ts';
import { type ElectronBridge, electronHost } from '#renderer/app/host/electron-host.ts';
import { must } from '#shared/result/result.ts';
import { RemoteAdapter } from '#sync/replica/remote-adapter.ts';
import { fake } from './testing/fake-electron.ts';
import { FakePage } from './testing/fake-page.ts';
import { type FakeStart, startFakeApp } from './testing/start-fake-app.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

const page = new FakePage();
let started: FakeStart;

beforeAll(async () => {
  // Main's own log.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.stubGlobal('window', page);
  started = await startFakeApp();
  await import('../preload/index.ts');
});

afterEach(() => {
  fake.senderFrame = fake.ownFrame;
});

afterAll(async () => {
  await started.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const bridge = () => fake.world.get('schalter') as ElectronBridge;
const host = () => electronHost(bridge(), page as unknown as Window);
const id = '01930b2e-7c1a-7def-8abc-0123456789ab';

test('the page has two functions of the preload, and nothing of Electron', () => {
  expect([...fake.world.keys()]).toEqual(['schalter']);
  expect(Object.keys(bridge()).sort()).toEqual(['call', 'openReplica']);
});

test('a call goes from the page through preload and main to its handler and back', async () => {
  const { client } = host();
  expect(must(await client['app.info']({}))).toEqual({
    version: '1.2.3',
    shell: 'electron',
    platform: process.platform,
  });
  expect(must(await client['machine.write']({ theme: 'dark' })).theme).toBe('dark');
  expect(must(await client['machine.read']({})).theme).toBe('dark');
});

test('a photo is kept without what the camera wrote beside it, and nothing but a JPEG is', async () => {
  const { client } = host();
  const plain = Buffer.from(samplePhoto(1).base64, 'base64');
  const exif = Buffer.from([0xff, 0xe1, 0, 14, ...Buffer.from('Exif\0\0place!')]);
  const shot = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)]);
  const photo = { type: 'jpeg', base64: shot.toString('base64') } as const;
  const photoId = id.replace('ab', 'b1');
  const stored = must(await client['photos.keep']({ id: photoId, image: photo }));
  const kept = must(await client['documents.read']({ id: photoId }));
  expect(kept).toHaveLength(stored.size);
  expect([...kept.subarray(0, 2)]).toEqual([0xff, 0xd8]);
  expect(Buffer.from(kept).includes('place!')).toBe(false);
  const refused = await client['photos.keep']({
    id: id.replace('ab', 'ae'),
    image: { ...photo, type: 'png' },
  });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'bad_message', field: 'image.base64' } });
});

test('a paper is made in the host process, read back and shown as a copy', async () => {
  const { client } = host();
  const stored = must(await client['documents.make']({ id, kind: 'contract', paper: sampleContract() }));
  expect(must(await client['documents.read']({ id }))).toHaveLength(stored.size);
  expect(must(await client['documents.show']({ id }))).toEqual({ shown: true });
  expect(must(await client['documents.show']({ id }))).toEqual({ shown: true });
  const [first, second] = fake.openedPaths;
  expect(first).toContain(`${id}.pdf`);
  // A viewer may keep the first open, or have changed it.
  expect(second).not.toBe(first);
  expect(
    readFileSync(second ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('a paper that is not there is not shown', async () => {
  const shown = await host().client['documents.show']({ id: id.replace('ab', 'ac') });
  expect(shown).toEqual({ ok: false, refusal: { code: 'document_missing' } });
});

test.each([
  ['a function', () => undefined],
  ['a symbol', Symbol('x')],
])('what cannot be cloned never leaves the page: %s', async (_what, value) => {
  await expect(bridge().call('app.info', { value })).rejects.toThrow(/could not be cloned/);
});

test.each([
  'app.quit',
  'toString',
  '__proto__',
  'constructor',
  '',
  7,
  null,
  undefined,
  ['app.info'],
  { name: 'app.info' },
])('a call that the contract does not name is refused: %j', async (name) => {
  expect(await bridge().call(name as string, {})).toEqual({ ok: false, refusal: { code: 'unknown_call' } });
});

test.each([
  ['machine.write', { theme: 'pink' }, 'theme'],
  ['machine.write', { deviceId: id }, '(input)'],
  ['app.info', undefined, '(input)'],
  ['clerks.unlock', { userId: id, pin: '9'.repeat(33) }, 'pin'],
  ['clerks.setPin', { pin: '2580', proof: { by: 'nobody' } }, 'proof.by'],
  ['documents.read', { id: '../../etc/passwd' }, 'id'],
  ['documents.show', { id: `${id}/../x` }, 'id'],
])('a wrong input is refused by its field: %s', async (name, input, field) => {
  expect(await bridge().call(name, input)).toMatchObject({
    ok: false,
    refusal: { code: 'bad_message', field },
  });
});

const strangers = [
  ['another origin', { url: 'https://schalter.example/', parent: null }],
  ['an origin that begins like ours', { url: 'app://schalter.example/', parent: null }],
  ['our host under another scheme', { url: 'https://schalter/', parent: null }],
  ['our origin inside a blob', { url: 'blob:app://schalter/4f', parent: null }],
  ['a port on our host', { url: 'app://schalter:1/', parent: null }],
  ['a page that navigated away', { url: 'about:blank', parent: null }],
  ['a frame inside our page', { url: 'app://schalter/', parent: fake.ownFrame }],
  ['a frame that is gone', null],
  ['no address at all', { url: '', parent: null }],
] as const;

test.each(strangers)('nobody but our own page is answered: %s', async (_who, frame) => {
  fake.senderFrame = frame;
  expect(await bridge().call('machine.read', {})).toEqual({ ok: false, refusal: { code: 'unknown_call' } });
  expect(await bridge().call('documents.read', { id })).toEqual({
    ok: false,
    refusal: { code: 'unknown_call' },
  });
});

test.each(strangers)('nobody but our own page gets a line to the replica: %s', async (_who, frame) => {
  const messages = vi.spyOn(page, 'postMessage');
  fake.senderFrame = frame;
  bridge().openReplica();
  fake.senderFrame = fake.ownFrame;
  const line = await host().openReplica();
  expect(messages).toHaveBeenCalledTimes(1);
  line.close();
  messages.mockRestore();
});

test('two that ask for a line at the same time get one each', async () => {
  const pageHost = host();
  const lines = await Promise.all([pageHost.openReplica(), pageHost.openReplica()]);
  const adapters = lines.map((line) => new RemoteAdapter(line));
  const answers = await Promise.all(adapters.map((adapter, at) => adapter.get(`SELECT ${at} AS at`)));
  expect(answers).toEqual([{ at: 0 }, { at: 1 }]);
  for (const adapter of adapters) await adapter.close();
});

test('after the host process died the page gets a new line, and finds what it had written', async () => {
  const pageHost = host();
  const adapter = new RemoteAdapter(await pageHost.openReplica());
  await adapter.execute('CREATE TABLE kept (id INTEGER)');
  await adapter.execute('INSERT INTO kept VALUES (42)');
  const lost = new Promise<void>((resolve) => {
    adapter.onLost(resolve);
  });
  const paper = pageHost.client['documents.make']({
    kind: 'contract',
    id: id.replace('ab', 'ad'),
    paper: sampleContract(),
  });
  const before = fake.processes.length;
  fake.processes.at(-1)?.end(9);
  // Asked for while there is no process: the line waits for the next one, and so does a call.
  const line = pageHost.openReplica();
  const read = pageHost.client['documents.read']({ id });
  expect(fake.processes).toHaveLength(before);
  await lost;
  // The call that was under way is answered, as one that failed.
  expect(await paper).toMatchObject({ ok: false, refusal: { code: 'host_failed' } });
  adapter.reattach(await line);
  expect(await adapter.get('SELECT id FROM kept')).toEqual({ id: 42 });
  expect(await read).toMatchObject({ ok: true });
  expect(fake.processes).toHaveLength(before + 1);
  await adapter.close();
});
