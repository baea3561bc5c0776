import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend } from './backend.ts';
import { removeDataFolder } from './remove-data-folder.ts';
import { renewSecrets } from './secrets.ts';

/** Where a run of tests finds the folder that {@link prepareBackend} made for all of them. */
const variable = 'SCHALTER_PREPARED_BACKEND';

/**
 * Makes once, for a run of many tests, what each of their backends begins with: cluster, migrations and the demo company. Each
 * test then has a copy of its own instead of building the same anew, which takes several times as long. Does nothing where a
 * cluster cannot be copied with its owner.
 * @returns what removes it again
 */
export async function prepareBackend(): Promise<() => void> {
  if (process.platform === 'win32') return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'schalter-prepared-'));
  // As root, Postgres runs as another account, which must be able to pass through.
  chmodSync(folder, 0o711);
  const backend = await startBackend({ dataFolder: folder, seed: 'demo', syncToDisk: false });
  await backend.stop();
  // Each copy looks for ports of its own.
  rmSync(join(folder, 'last-ports.json'), { force: true });
  // A cluster that had to be put elsewhere is not in the folder, and is not copied with it.
  if (existsSync(join(folder, 'postgres'))) process.env[variable] = folder;
  return () => removeDataFolder(folder);
}

/** Copies what was prepared into an empty folder, with keys of its own: one backend's tokens open no other. */
export async function copyPrepared(dataFolder: string): Promise<void> {
  const from = process.env[variable];
  if (from === undefined) return;
  const parts = readdirSync(from).filter((name) => name !== 'lock.sqlite');
  execFileSync('cp', ['-a', ...parts.map((name) => join(from, name)), dataFolder]);
  await renewSecrets(join(dataFolder, 'secrets.json'));
}
