import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { builtFolder } from './testing/built-folder.ts';
import type * as FakeElectron from './testing/fake-electron.ts';

let folder = '';
let electron: typeof FakeElectron;

beforeEach(async () => {
  // Every test has an Electron of its own: what starts once per process is what is tested.
  vi.resetModules();
  vi.doMock('electron', () => import('./testing/fake-electron.ts'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  electron = (await import('electron')) as unknown as typeof FakeElectron;
  folder = builtFolder();
  electron.app.setPath('userData', join(folder, 'data'));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('a second instance on the same folder opens nothing and quits', async () => {
  electron.app.isFirst = false;
  const { startApp } = await import('./start-app.ts');
  startApp(join(folder, 'main'));
  electron.app.becomeReady();
  await electron.app.whenReady();
  expect(electron.app.calls).toEqual(['quit']);
  expect(electron.fake.processes).toEqual([]);
  expect(electron.BrowserWindow.getAllWindows()).toEqual([]);
});

test('closing the window ends the app, and then the host process', async () => {
  const { startApp } = await import('./start-app.ts');
  startApp(join(folder, 'main'));
  electron.app.becomeReady();
  await vi.waitFor(() => expect(electron.BrowserWindow.getAllWindows()).toHaveLength(1));
  electron.app.emit('window-all-closed');
  expect(electron.app.calls).toContain('quit');
  // A page may still keep the app from ending.
  expect(electron.fake.processes[0]?.alive).toBe(true);
  electron.app.emit('will-quit');
  expect(electron.fake.processes.map(({ alive }) => alive)).toEqual([false]);
});

test('the entry settles the folder first, and says so when the app cannot start', async () => {
  const own = join(folder, 'own');
  vi.stubEnv('SCHALTER_DATA', own);
  // Run from its source there is no built page beside it.
  await import('./index.ts');
  expect(electron.app.getPath('userData')).toBe(own);
  expect(existsSync(join(own, 'compile-cache'))).toBe(true);
  electron.app.becomeReady();
  await vi.waitFor(() => expect(electron.app.calls).toContain('exit 1'));
  expect(electron.fake.errorBoxes).toHaveLength(1);
});
