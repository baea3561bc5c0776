import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Also removes the cluster where Postgres could not keep it in the folder (a root-only place). */
export function removeDataFolder(dataFolder: string): void {
  try {
    rmSync(readFileSync(join(dataFolder, 'postgres-is-in.txt'), 'utf8'), { recursive: true, force: true });
  } catch {
    // It is in the folder.
  }
  // Patient, because a Postgres whose parent was killed may still be on its way out.
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
