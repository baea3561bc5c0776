import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * The bytes of stored files, each under a name of our own making: what a client calls its file never becomes a path.
 */
export interface StorageFiles {
  /** Writes the bytes where no reader looks yet, durable, and returns the name they will have. */
  draft(bytes: Buffer): string;
  /** Puts a draft in place. To be called inside the transaction that writes its row. */
  publish(version: string): void;
  discard(version: string): void;
  pathOf(version: string): string | undefined;
  /** Removes what no row names: left by a crash between the file and its row. */
  sweep(known: ReadonlySet<string>): void;
}

const versionName = /^[0-9a-f-]{36}$/;

export function openStorageFiles(folder: string): StorageFiles {
  const draftPath = (version: string): string => join(folder, `.draft-${version}`);
  const path = (version: string): string => join(folder, version);
  return {
    draft(bytes) {
      const version = randomUUID();
      const file = openSync(draftPath(version), 'wx', 0o600);
      try {
        for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return version;
    },
    publish: (version) => renameSync(draftPath(version), path(version)),
    discard(version) {
      rmSync(draftPath(version), { force: true });
      rmSync(path(version), { force: true });
    },
    pathOf: (version) => (versionName.test(version) && existsSync(path(version)) ? path(version) : undefined),
    sweep(known) {
      for (const name of readdirSync(folder)) {
        if (name.startsWith('.draft-') || (versionName.test(name) && !known.has(name)))
          rmSync(join(folder, name));
      }
    },
  };
}
