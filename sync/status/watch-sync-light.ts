import type { CommonPowerSyncDatabase } from '@powersync/common';

import { type Instant, now } from '#shared/time/instant.ts';

import { forgetSyncedRefusals } from '../connector/keep-refusal.ts';
import type { SyncProblem } from '../connector/sync-problem.ts';
import { type SyncLight, syncLight } from './sync-light.ts';

/** The row of `local_state` that holds since when this replica is offline: local-only, so it survives a restart. */
const offlineKey = 'offline_since';

/** How long a download may run before the light speaks of it: a row that comes in is not worth a flicker. */
const receivingAfterMs = 400;

/**
 * How long a connection may take before a clerk is told that there is none. A line that is silently dead, or a token that
 * cannot be renewed over it, gives no error for half a minute.
 */
const defaultPatienceMs = 4_000;

export interface SyncLightWatch {
  readonly current: SyncLight;
  /** Calls back with every change, and returns how to stop. */
  subscribe(listener: (light: SyncLight) => void): () => void;
  /**
   * To be called when PowerSync is asked to connect: it says nothing while it waits for a token. Without an answer in
   * time the light says offline.
   */
  expectConnection(): void;
  /** To be given to the connector as `onProblem`. */
  report(problem: SyncProblem | null): void;
  /** To be awaited before the database is closed. */
  stop(): Promise<void>;
}

/** Keeps the light from what PowerSync, the upload queue and the refusals say. Wait for it: the first light is true. */
export async function watchSyncLight(
  db: CommonPowerSyncDatabase,
  options: { readonly patienceMs?: number } = {},
): Promise<SyncLightWatch> {
  const watch = new Watch(db, options.patienceMs ?? defaultPatienceMs);
  await watch.start();
  return watch;
}

class Watch implements SyncLightWatch {
  readonly #db: CommonPowerSyncDatabase;
  readonly #listeners = new Set<(light: SyncLight) => void>();
  readonly #stops: (() => void)[] = [];
  #light: SyncLight = { kind: 'connecting', waiting: 0, refused: 0, problem: null };
  #problem: SyncProblem | null = null;
  #waiting = 0;
  #refused = 0;
  #offlineSince: Instant | null = null;
  #receiving = false;
  #written: Promise<void> = Promise.resolve();
  #receivingTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #patienceMs: number;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(db: CommonPowerSyncDatabase, patienceMs: number) {
    this.#db = db;
    this.#patienceMs = patienceMs;
  }

  get current(): SyncLight {
    return this.#light;
  }

  subscribe(listener: (light: SyncLight) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  report(problem: SyncProblem | null): void {
    this.#problem = problem;
    this.#show();
  }

  expectConnection(): void {
    const since = now();
    this.#patience ??= setTimeout(() => {
      this.#patience = undefined;
      if (this.#db.currentStatus.connected || this.#offlineSince !== null) return;
      this.#setOffline(since);
      this.#show();
    }, this.#patienceMs);
  }

  async start(): Promise<void> {
    const kept = await this.#db.getOptional<{ value: string }>('SELECT value FROM local_state WHERE id = ?', [
      offlineKey,
    ]);
    this.#offlineSince = (kept?.value as Instant | undefined) ?? null;
    await this.#count();
    this.#stops.push(
      this.#db.registerListener({ statusChanged: () => this.#statusChanged() }),
      this.#db.onChange(
        { onChange: () => this.#countAgain() },
        { tables: ['ps_crud', 'refused_changes', 'local_refusals'], throttleMs: 30 },
      ),
    );
    this.#statusChanged();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#receivingTimer);
    clearTimeout(this.#patience);
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
    await this.#written;
  }

  #statusChanged(): void {
    const { connected, connecting, downloading, downloadError } = this.#db.currentStatus;
    if (connected && this.#offlineSince !== null) this.#setOffline(null);
    // Before the first answer nobody knows; after it, or after a line that was up, it is known.
    const wasUp = this.#light.kind !== 'connecting' && this.#light.kind !== 'offline';
    if (
      !connected &&
      this.#offlineSince === null &&
      (downloadError !== undefined || (wasUp && !connecting))
    ) {
      this.#setOffline(now());
    }
    if (connected || this.#offlineSince !== null) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
    } else if (connecting || wasUp) {
      this.expectConnection();
    }
    if (!downloading) {
      clearTimeout(this.#receivingTimer);
      this.#receivingTimer = undefined;
      this.#receiving = false;
    } else {
      this.#receivingTimer ??= setTimeout(() => {
        this.#receiving = true;
        this.#show();
      }, receivingAfterMs);
    }
    this.#show();
  }

  #setOffline(since: Instant | null): void {
    this.#offlineSince = since;
    // Only the memory over a restart is lost if this fails; what is wrong with the replica shows elsewhere.
    this.#written = this.#written.then(() => keepOffline(this.#db, since)).catch(() => undefined);
  }

  /** A replica that is gone says so elsewhere; the light keeps what it knew. */
  #countAgain(): Promise<void> {
    return this.#count().catch(() => undefined);
  }

  async #count(): Promise<void> {
    const counts = await this.#db.get<{ waiting: number; refused: number }>(`
      SELECT
        (SELECT count(DISTINCT tx_id) FROM ps_crud) AS waiting,
        (SELECT count(*) FROM refused_changes WHERE settled_at IS NULL) +
          (SELECT count(*) FROM local_refusals
            WHERE id NOT IN (SELECT client_id || '/' || tx_id FROM refused_changes)) AS refused`);
    this.#waiting = counts.waiting;
    this.#refused = counts.refused;
    this.#show();
    await forgetSyncedRefusals(this.#db);
  }

  #show(): void {
    const { connected, hasSynced, downloadProgress } = this.#db.currentStatus;
    const light = syncLight({
      connected,
      hasSynced: hasSynced ?? false,
      downloading: this.#receiving,
      downloaded: downloadProgress?.downloadedFraction ?? null,
      offlineSince: this.#offlineSince,
      waiting: this.#waiting,
      refused: this.#refused,
      problem: this.#problem,
    });
    if (JSON.stringify(light) === JSON.stringify(this.#light)) return;
    this.#light = light;
    for (const listener of this.#listeners) listener(light);
  }
}

async function keepOffline(db: CommonPowerSyncDatabase, since: Instant | null): Promise<void> {
  await db.writeTransaction(async (tx) => {
    await tx.execute('DELETE FROM local_state WHERE id = ?', [offlineKey]);
    if (since === null) return;
    await tx.execute('INSERT INTO local_state (id, value) VALUES (?, ?)', [offlineKey, since]);
  });
}
