import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, ok, refuse } from '#shared/result/result.ts';

export interface StoredDocument {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

export type StoreRefusal =
  | { readonly code: 'document_id' }
  /** The id has other bytes already: a paper is never replaced, a correction is a new paper. */
  | { readonly code: 'document_differs'; readonly stored: string; readonly offered: string }
  | { readonly code: 'disk_full' };

export interface ReadRefusal {
  readonly code: 'document_id' | 'document_unknown' | 'document_damaged';
}

/** How the file is named: a paper or a photo. */
export type KeptAs = 'pdf' | 'jpg';

export interface DocumentStore {
  /** Returns when the bytes are on the disk and will be there after a power cut. Storing the same again is no change. */
  store(id: string, bytes: Uint8Array, as?: KeptAs): Promise<Result<StoredDocument, StoreRefusal>>;
  /** The bytes, once their hash has been found to be what it was when they were stored. */
  read(id: string): Promise<Result<Uint8Array, ReadRefusal>>;
}

interface StoreOptions {
  /** For the test that kills the process at the worst moment. */
  readonly beforeRename?: () => void;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Keeps the papers and photos of a counter as files, without an index that could disagree with them:
 *
 * ```
 * folder/incoming/…                        being written; what a killed process left here is removed at the next start
 * folder/kept/4f/<id>.<sha256>.pdf         by the last two digits of the id; photos end in .jpg
 * ```
 *
 * The hash in the name makes a file prove itself, and moving it into place is the single step that makes it exist. One
 * process owns a folder: `openDocumentStore` clears what it finds in `incoming`.
 */
export async function openDocumentStore(folder: string, options: StoreOptions = {}): Promise<DocumentStore> {
  const incoming = join(folder, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  await mkdir(join(folder, 'kept'), { recursive: true });
  await syncFolder(folder);

  const shardOf = (id: string) => join(folder, 'kept', id.slice(-2));
  /** Two calls for one id must not both find nothing there. */
  const running = new Map<string, Promise<unknown>>();

  async function write(
    id: string,
    bytes: Uint8Array,
    as: KeptAs,
  ): Promise<Result<StoredDocument, StoreRefusal>> {
    const sha256 = hashOf(bytes);
    const stored = { sha256, size: bytes.length };
    const shard = shardOf(id);
    const [kept] = await keptFiles(shard, id);
    if (kept !== undefined) {
      return kept.sha256 === sha256
        ? ok(stored)
        : refuse({ code: 'document_differs', stored: kept.sha256, offered: sha256 });
    }
    const temporary = join(incoming, `${id}.${randomUUID()}`);
    try {
      await writeDurably(temporary, bytes);
      if ((await mkdir(shard, { recursive: true })) !== undefined) await syncFolder(join(folder, 'kept'));
      options.beforeRename?.();
      await rename(temporary, join(shard, `${id}.${sha256}.${as}`));
    } catch (error) {
      await rm(temporary, { force: true });
      if (hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT')) return refuse({ code: 'disk_full' });
      throw error;
    }
    await syncFolder(shard);
    return ok(stored);
  }

  return {
    async store(id, bytes, as = 'pdf') {
      if (!uuid.test(id)) return refuse({ code: 'document_id' });
      // A copy: the caller may go on writing into the buffer while we wait for the disk.
      const frozen = Uint8Array.from(bytes);
      const before = running.get(id) ?? Promise.resolve();
      const mine = before.then(
        () => write(id, frozen, as),
        () => write(id, frozen, as),
      );
      running.set(id, mine);
      try {
        return await mine;
      } finally {
        if (running.get(id) === mine) running.delete(id);
      }
    },
    async read(id) {
      if (!uuid.test(id)) return refuse({ code: 'document_id' });
      const shard = shardOf(id);
      const [kept, another] = await keptFiles(shard, id);
      if (kept === undefined) return refuse({ code: 'document_unknown' });
      if (another !== undefined) return refuse({ code: 'document_damaged' });
      const bytes = await readFile(join(shard, kept.name));
      return hashOf(bytes) === kept.sha256 ? ok(new Uint8Array(bytes)) : refuse({ code: 'document_damaged' });
    },
  };
}

interface KeptFile {
  readonly name: string;
  readonly sha256: string;
}

/** The files under which an id is kept: none or one. More than one means that somebody copied files by hand. */
async function keptFiles(shard: string, id: string): Promise<readonly KeptFile[]> {
  try {
    const names = await readdir(shard);
    return names.flatMap((name) => {
      const found = /^(.{36})\.([0-9a-f]{64})\.(pdf|jpg)$/.exec(name);
      return found?.[1] === id && found[2] !== undefined ? [{ name, sha256: found[2] }] : [];
    });
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  await closing(file, async () => {
    await file.writeFile(bytes);
    await file.sync();
  });
}

/** A new name is only safe once its folder is on the disk. Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await closing(folder, async () => folder.sync());
}

async function closing(file: FileHandle, use: () => Promise<void>): Promise<void> {
  try {
    await use();
  } finally {
    await file.close();
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
