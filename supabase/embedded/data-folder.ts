import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { StartupError } from './startup-error.ts';

/** Where each part keeps its files. Everything under one folder, readable by its owner only. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly storage: string;
  readonly stream: string;
  readonly portFile: string;
  readonly secretsFile: string;
  readonly lastPortsFile: string;
  unlock(): void;
}

/**
 * Opens the data folder for this process alone. The lock is SQLite's own (released by the system when the process
 * dies, however it dies), so nothing stale can be left behind.
 * @throws StartupError `already_running`
 */
export function openDataFolder(path: string): DataFolder {
  const root = resolve(path);
  const parts = {
    postgres: join(root, 'postgres'),
    storage: join(root, 'storage'),
    stream: join(root, 'stream'),
  };
  mkdirSync(root, { recursive: true });
  mkdirSync(parts.storage, { recursive: true, mode: 0o700 });
  mkdirSync(parts.stream, { recursive: true, mode: 0o700 });
  const lock = new Database(join(root, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = exclusive');
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new StartupError(
      'already_running',
      `Another backend is already running on ${root}. Stop it first, or choose another folder with --data.`,
    );
  }
  return {
    root,
    ...parts,
    portFile: join(root, 'backend.json'),
    secretsFile: join(root, 'secrets.json'),
    lastPortsFile: join(root, 'last-ports.json'),
    unlock: () => lock.close(),
  };
}

/** Writes beside the target and renames, so that a reader sees the old content or the new, never half of it. */
export function writeAtomically(path: string, content: string, mode = 0o644): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content, { mode, flush: true });
  renameSync(draft, path);
}

/** The parsed file, or undefined when it is not there or not JSON. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

export function remove(path: string): void {
  rmSync(path, { force: true });
}
