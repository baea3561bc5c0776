import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const output = join(root, 'build', 'output', 'app');

/** The built app: `main/index.js` for Electron, `renderer/` for both shells. */
export const builtApp = {
  folder: output,
  page: join(output, 'renderer'),
  main: join(output, 'main', 'index.js'),
};

/** Builds the app where the sources are newer than what was built. Returns whether it had to. */
export async function buildApp(): Promise<boolean> {
  const marker = join(builtApp.page, 'index.html');
  const sources = ['electron', 'renderer', 'sync', 'shared', 'package-lock.json', 'electron.vite.config.ts'];
  if (existsSync(marker)) {
    const built = statSync(marker).mtimeMs;
    if (sources.every((source) => newest(join(root, source)) <= built)) return false;
  }
  await runBuild([]);
  return true;
}

/** Builds into a folder of the caller's, with source maps, so that it can be told what went into each bundle. */
export async function buildAppInto(folder: string): Promise<void> {
  await runBuild(['--outDir', folder, '--sourcemap']);
}

async function runBuild(options: readonly string[]): Promise<void> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin',
    'electron-vite.js',
  );
  const { NODE_ENV: _testing, ...env } = process.env;
  await promisify(execFile)(process.execPath, [cli, 'build', ...options], {
    cwd: root,
    env,
    maxBuffer: 16 * 1024 * 1024,
  });
}

/** When a file, or the last one in a folder, was changed: milliseconds since 1970. */
export function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    ...readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}
