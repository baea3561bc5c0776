import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import type Database from 'better-sqlite3';

import type { ReplicaState } from '../messages.ts';
import { requeueSaved } from './requeue-saved.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { writeDurably } from './write-durably.ts';

const savedFile = 'pending-uploads.json';
const requeuedFile = 'pending-uploads.requeued.json';

/** Moves a damaged file with its log into `damaged/<time>/` beside it, and returns that folder. */
export function moveAside(folder: string, fileName: string): string {
  const time = new Date().toISOString().replaceAll(':', '-');
  let movedTo = join(folder, 'damaged', time);
  for (let again = 2; existsSync(movedTo); again++) movedTo = join(folder, 'damaged', `${time}-${again}`);
  mkdirSync(movedTo, { recursive: true });
  // The log first: after a crash in between, the file is still found damaged, and the rest follows.
  for (const end of ['-wal', '-shm', '']) {
    const file = fileName + end;
    if (existsSync(join(folder, file))) renameSync(join(folder, file), join(movedTo, file));
  }
  return movedTo;
}

/**
 * Carries what was saved from every damaged file that was moved aside into the open replica. What a crash interrupted is
 * taken up again: each folder is read once, and requeued once. Returns undefined when there is nothing to do.
 */
export function recoverDamaged(
  db: Database.Database,
  folder: string,
  fileName: string,
): ReplicaState | undefined {
  const damaged = join(folder, 'damaged');
  if (!existsSync(damaged)) return undefined;
  let state: ReplicaState | undefined;
  for (const source of readdirSync(damaged).sort()) {
    const movedTo = join(damaged, source);
    if (existsSync(join(movedTo, requeuedFile)) || !existsSync(join(movedTo, fileName))) continue;
    const saved = readSaved(movedTo, fileName);
    const done = requeueSaved(db, source, saved);
    renameSync(join(movedTo, savedFile), join(movedTo, requeuedFile));
    const pendingSaved = saved.transactions && saved.transactions.length + saved.incomplete.length;
    state = { kind: 'damaged', movedTo, pendingSaved, ...done };
  }
  return state;
}

function readSaved(movedTo: string, fileName: string): Salvaged {
  const path = join(movedTo, savedFile);
  if (!existsSync(path)) writeDurably(path, JSON.stringify(salvage(join(movedTo, fileName)), null, 1));
  return JSON.parse(readFileSync(path, 'utf8')) as Salvaged;
}
