import type { CommonPowerSyncDatabase } from '@powersync/common';
import type { SupabaseClient } from '@supabase/supabase-js';

import { now } from '#shared/time/instant.ts';

import { type UploadOutcome, type WaitingUpload, uploadDocument } from './upload-document.ts';

export interface UploaderOptions {
  readonly db: CommonPowerSyncDatabase;
  readonly supabase: SupabaseClient;
  /** The bytes of a document made on this machine. */
  readonly readDocument: (id: string) => Promise<Uint8Array>;
  /** Told of documents that do not go, which a person should look at. */
  readonly onProblem?: (documentId: string, problem: Extract<UploadOutcome, { kind: 'problem' }>) => void;
  /** Whether it is worth trying: by default while the sync is connected. */
  readonly isOnline?: () => boolean;
  /** How long to wait after the first failure; doubled by each, up to the second number. 2 s and 5 min if not given. */
  readonly retryMs?: readonly [number, number];
  /** How long one document may take: 2 minutes if not given. */
  readonly timeoutMs?: number;
}

export interface DocumentUploader {
  /** Uploads what is due, one after the other, and resolves when nothing more is. */
  run(): Promise<void>;
  stop(): void;
}

/**
 * Watches `document_uploads` and brings its documents to Storage while the line is up. Wakes when a document is queued, when
 * the line comes back, and when a retry is due.
 *
 * A document or photo that is stored gets `done_at`, and its row `stored_at`, in the same local transaction. After a crash before
 * that, the upload is repeated, finds its own bytes in Storage, and goes on.
 */
export function startDocumentUploader(options: UploaderOptions): DocumentUploader {
  const uploader = new Uploader(options);
  uploader.start();
  return uploader;
}

class Uploader implements DocumentUploader {
  readonly #options: UploaderOptions;
  readonly #notBefore = new Map<string, number>();
  readonly #stops: (() => void)[] = [];
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #wasOnline = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: UploaderOptions) {
    this.#options = options;
  }

  start(): void {
    const { db } = this.#options;
    this.#wasOnline = this.#isOnline();
    this.#stops.push(
      db.onChange({ onChange: () => this.#wake() }, { tables: ['document_uploads'] }),
      db.registerListener({
        statusChanged: () => {
          const online = this.#isOnline();
          // A line that is back is a reason to try everything again.
          if (online && !this.#wasOnline) this.#notBefore.clear();
          if (online && !this.#wasOnline) this.#wake();
          this.#wasOnline = online;
        },
      }),
    );
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  run(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  #wake(): void {
    // What fails here is the replica itself, which says so elsewhere; the next wake tries again.
    this.run().catch(() => undefined);
  }

  #isOnline(): boolean {
    return this.#options.isOnline?.() ?? this.#options.db.currentStatus.connected;
  }

  async #work(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      for (const upload of await this.#waiting()) {
        if (this.#stopped || !this.#isOnline()) return;
        if ((this.#notBefore.get(upload.id) ?? 0) > Date.now()) continue;
        await this.#settle(upload, await this.#attempt(upload));
      }
    }
    this.#scheduleNext();
  }

  #waiting(): Promise<WaitingUpload[]> {
    return this.#options.db.getAll<WaitingUpload>(
      `SELECT id, bucket, path, sha256, mime, coalesce(attempts, 0) AS attempts
       FROM document_uploads WHERE done_at IS NULL ORDER BY created_at, id`,
    );
  }

  async #attempt(upload: WaitingUpload): Promise<UploadOutcome> {
    const { supabase, readDocument, timeoutMs = 120_000 } = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // supabase-js takes no signal for uploads. One that goes on in the background does no harm: see uploadDocument.
    const timeout = new Promise<UploadOutcome>((resolve) => {
      timer = setTimeout(
        () => resolve({ kind: 'outage', message: 'Storage did not answer in time' }),
        timeoutMs,
      );
    });
    const attempt = uploadDocument(supabase, upload, readDocument).catch((error: unknown): UploadOutcome => ({
      kind: 'outage',
      message: String(error),
    }));
    try {
      return await Promise.race([attempt, timeout]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #settle(upload: WaitingUpload, outcome: UploadOutcome): Promise<void> {
    if (outcome.kind === 'stored') {
      this.#notBefore.delete(upload.id);
      await this.#markStored(upload.id);
      return;
    }
    const attempts = upload.attempts + 1;
    const [first, longest] = this.#options.retryMs ?? [2_000, 300_000];
    // What a person has to look at does not change within seconds.
    const wait =
      outcome.kind === 'problem' ? longest : Math.min(longest, first * 2 ** Math.min(attempts - 1, 20));
    this.#notBefore.set(upload.id, Date.now() + wait);
    const error = outcome.kind === 'problem' ? outcome.code : outcome.message;
    await this.#options.db.execute('UPDATE document_uploads SET attempts = ?, last_error = ? WHERE id = ?', [
      attempts,
      error,
      upload.id,
    ]);
    if (outcome.kind === 'problem') this.#options.onProblem?.(upload.id, outcome);
  }

  async #markStored(id: string): Promise<void> {
    const at = now();
    await this.#options.db.writeTransaction(async (tx) => {
      await tx.execute('UPDATE document_uploads SET done_at = ?, last_error = NULL WHERE id = ?', [at, id]);
      // A paper or a photo: the id is of one of them.
      for (const table of ['documents', 'photos'])
        await tx.execute(`UPDATE ${table} SET stored_at = ? WHERE id = ? AND stored_at IS NULL`, [at, id]);
    });
  }

  #scheduleNext(): void {
    clearTimeout(this.#timer);
    const due = Math.min(...this.#notBefore.values());
    if (this.#stopped || !Number.isFinite(due)) return;
    this.#timer = setTimeout(() => this.#wake(), Math.max(0, due - Date.now()));
  }
}
