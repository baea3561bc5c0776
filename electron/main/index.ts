/**
 * Entry of Electron's main process. It only settles where the counter keeps its things and turns the compile cache on:
 * what is imported statically is loaded before the first line runs, so the app itself comes by an import after it.
 * Electron waits for this module before it is ready.
 */
import { mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { app } from 'electron';

// Tests and several counters on one machine each have a folder of their own.
const ownFolder = process.env['SCHALTER_DATA'];
if (ownFolder !== undefined) {
  mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', resolve(ownFolder));
}
// In the person's own folder: Node's default is one that everybody on the machine may write to, and this is code.
enableCompileCache(join(app.getPath('userData'), 'compile-cache'));

const { startApp } = await import('./start-app.ts');
startApp(import.meta.dirname);
// Node writes it at the end of a process, which one that is killed does not reach.
setTimeout(flushCompileCache, 10_000).unref();
