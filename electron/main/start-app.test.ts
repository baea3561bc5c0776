import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { setApplicationMenu } from './application-menu.ts';
import { BrowserWindow, app, fake } from './testing/fake-electron.ts';
import { type FakeStart, startFakeApp } from './testing/start-fake-app.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

let started: FakeStart;

beforeAll(async () => {
  // Main's own log.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  started = await startFakeApp();
});

afterAll(async () => {
  await started.stop();
  vi.restoreAllMocks();
});

function onlyWindow() {
  const windows = BrowserWindow.getAllWindows();
  expect(windows).toHaveLength(1);
  const [window] = windows;
  if (!window) throw new Error('no window was opened');
  return window;
}

const get = async (url: string, method = 'GET') =>
  await fake.protocols.get('app')?.({ url, method } as Request);

describe('the window', () => {
  test('is sandboxed, isolated and without Node, and nothing unsafe is turned on', () => {
    const preferences = onlyWindow().options.webPreferences ?? {};
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
    expect(preferences).not.toHaveProperty('experimentalFeatures');
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    expect(preferences.preload).toBe(join(started.folder, 'preload', 'index.cjs'));
    expect(app.calls).toContain('enableSandbox');
  });

  test('loads our page by our protocol, which counts as secure', () => {
    expect(onlyWindow().loaded).toEqual(['app://schalter/']);
    expect(fake.schemes).toEqual([
      { scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) },
    ]);
    expect(fake.schemes).not.toEqual([{ privileges: expect.objectContaining({ bypassCSP: true }) }]);
  });

  test('loads the page again when it crashed, but not over and over', () => {
    const window = onlyWindow();
    const crash = () =>
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    crash();
    expect(window.loaded).toHaveLength(2);
    crash();
    expect(window.loaded).toHaveLength(2);
  });
});

describe('the page stays where it is', () => {
  function prevented(happening: string, details: object): boolean {
    const preventDefault = vi.fn<() => void>();
    onlyWindow().webContents.emit(happening, { ...details, preventDefault });
    return preventDefault.mock.calls.length > 0;
  }

  test.each(['will-navigate', 'will-redirect'])('%s leads nowhere but to our page', (happening) => {
    const elsewhere = [
      'https://schalter.example/',
      'app://schalter.example/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:app://schalter/4f',
      'about:blank',
      '',
    ];
    expect(elsewhere.filter((url) => !prevented(happening, { url }))).toEqual([]);
    expect(prevented(happening, { url: 'app://schalter/' })).toBe(false);
  });

  test('a frame inside the page goes nowhere, not even to our page', () => {
    expect(prevented('will-frame-navigate', { url: 'app://schalter/', isMainFrame: false })).toBe(true);
    expect(prevented('will-frame-navigate', { url: 'app://schalter/', isMainFrame: true })).toBe(false);
  });

  test('no webview, no window', () => {
    expect(prevented('will-attach-webview', {})).toBe(true);
    const open = onlyWindow().webContents.openWindow as (details: object) => unknown;
    expect(open({ url: 'https://schalter.example/' })).toEqual({ action: 'deny' });
    expect(open({ url: 'app://schalter/' })).toEqual({ action: 'deny' });
  });

  test('no permission, asked or checked', () => {
    const decide = vi.fn<(granted: boolean) => void>();
    const request = fake.permissions.get('request') as unknown as (...asked: unknown[]) => void;
    request({}, 'media', decide, {});
    expect(decide.mock.calls).toEqual([[false]]);
    const answer = (kind: string) => (fake.permissions.get(kind) as unknown as () => unknown)();
    expect([answer('check'), answer('device')]).toEqual([false, false]);
  });
});

describe('the page is served', () => {
  test('with its policy: nothing inline, and no server but those of the settings', async () => {
    const servers = {
      supabaseUrl: 'https://counter.example',
      supabaseKey: 'k',
      powersyncUrl: 'https://sync.example',
    };
    writeFileSync(join(started.dataFolder, 'servers.json'), JSON.stringify(servers));
    const response = await get('app://schalter/');
    expect(response?.status).toBe(200);
    expect(response?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response?.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = new Map(
      (response?.headers.get('content-security-policy') ?? '')
        .split('; ')
        .map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe(
      "'self' https://counter.example https://sync.example wss://counter.example wss://sync.example",
    );
    expect(await response?.text()).toContain('<title>Schalter</title>');
  });

  test('with no server at all while the settings are wrong', async () => {
    writeFileSync(join(started.dataFolder, 'servers.json'), '{"supabaseUrl": "http://counter.example"}');
    const response = await get('app://schalter/');
    expect(response?.headers.get('content-security-policy')).not.toContain('counter.example');
  });

  test('its files by name', async () => {
    const response = await get('app://schalter/assets/page.js');
    expect(response?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    'app://schalter/../../etc/passwd',
    'app://schalter/%2e%2e/%2e%2e/etc/passwd',
    'app://schalter/..%2f..%2fetc%2fpasswd',
    'app://schalter/assets/..%5c..%5c..%5cdata%5cmachine.json',
    'app://schalter/assets/../../data/machine.json',
    'app://schalter//etc/passwd',
    'app://schalter/contracts/4f',
    'app://schalter.example/',
    'app://other/index.html',
  ])('and nothing else: %s', async (url) => {
    expect((await get(url))?.status).toBe(404);
  });

  test('and is only read', async () => {
    expect((await get('app://schalter/', 'POST'))?.status).toBe(405);
  });
});

test('a second start brings the window forward', () => {
  const window = onlyWindow();
  window.minimized = true;
  app.emit('second-instance');
  expect(window.calls.slice(-2)).toEqual(['restore', 'focus']);
  window.minimized = false;
  app.emit('second-instance');
  expect(window.calls.at(-1)).toBe('focus');
  expect(BrowserWindow.getAllWindows()).toHaveLength(1);
});

test('on a Mac there is an edit menu, or nothing could be pasted; elsewhere no menu bar', () => {
  setApplicationMenu('darwin');
  expect(fake.menus.at(-1)).toContainEqual({ role: 'editMenu' });
  setApplicationMenu('win32');
  expect(JSON.stringify(fake.menus.at(-1))).toContain('zoomIn');
  expect(JSON.stringify(fake.menus)).not.toMatch(/toggleDevTools|reload/i);
  expect(onlyWindow().calls).toContain('menu bar false');
});

test('every point of the checklist that has a file is kept there', () => {
  const table = readFileSync(join(import.meta.dirname, 'start-app.ts'), 'utf8');
  const points = [...table.matchAll(/^ \* \| (\d+) /gm)].map(([, number]) => Number(number));
  expect(points).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});
