import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The Electron binary: the one that is there, or the one that can be had within the limit. The npm package fetches it on
 * first use, with no limit of its own; null when it does not come in time.
 */
export async function findElectron(limitMs: number): Promise<string | null> {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const installed = installedBinary(folder);
  if (installed !== null) return installed;
  await download(join(folder, 'install.js'), limitMs);
  return installedBinary(folder);
}

function installedBinary(folder: string): string | null {
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function download(script: string, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore' });
    const impatient = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('close', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.once('error', () => resolve());
  });
}
