import type { CommonPowerSyncDatabase, SyncStreamSubscription } from '@powersync/common';

import { type Instant, instant } from '#shared/time/instant.ts';
import { unreachable } from '#shared/result/result.ts';

/** Whose past is asked for: what other branches closed, and what is older than 13 months. */
export type HistoryWish =
  /** Contracts, bills and messages of a customer; their parts come with the rental or the bill. */
  | { readonly of: 'customer'; readonly customerId: string }
  /** Contracts, handovers, amendments, fines, photos and repaired damage of a vehicle. */
  | { readonly of: 'vehicle'; readonly vehicleId: string }
  /** One contract with all that hangs on it. */
  | { readonly of: 'rental'; readonly contractId: string }
  /** One bill with its lines, payments, reminders and papers, and the credit notes that correct it. */
  | { readonly of: 'bill'; readonly invoiceId: string }
  /** The contract, bill, amendment or fine of that number. The rental or the bill is asked for next, by its id. */
  | { readonly of: 'number'; readonly number: string };

export type HistoryState =
  /** The line is up and the rows are on their way. */
  | { readonly kind: 'arriving' }
  /** Never arrived, and there is no line. */
  | { readonly kind: 'offline' }
  /**
   * What the server has is in the replica, which may be nothing. `asOf` says as of when; with a line it follows every
   * change, and without one it stays as it was.
   */
  | { readonly kind: 'here'; readonly asOf: Instant | null };

export interface History {
  readonly current: HistoryState;
  /** Calls back with every change, and returns how to stop. */
  subscribe(listener: (state: HistoryState) => void): () => void;
  /** Resolves when it is here; rejects when the signal ends the waiting. Without a line it waits for one. */
  arrived(signal?: AbortSignal): Promise<void>;
  /** The rows stay for an hour, so that going back and forth between screens fetches nothing twice. */
  close(): void;
}

/** Seconds. */
const keptAfterClose = 3_600;

/**
 * Asks the server for a part of the past and keeps it up to date until it is closed. The rows come into the tables of the
 * replica as any others, and screens that watch them redraw; this only says how far it is. Needs no line to be called.
 *
 * While local changes cannot be sent, PowerSync shows nothing that comes: then it stays `arriving`, and the sync light says
 * what keeps the changes back.
 */
export async function openHistory(db: CommonPowerSyncDatabase, wish: HistoryWish): Promise<History> {
  const { name, parameters } = streamOf(wish);
  const subscription = await db.syncStream(name, parameters).subscribe({ ttl: keptAfterClose });
  return new Watched(db, subscription);
}

class Watched implements History {
  readonly #db: CommonPowerSyncDatabase;
  readonly #subscription: SyncStreamSubscription;
  readonly #listeners = new Set<(state: HistoryState) => void>();
  readonly #stop: () => void;
  #state: HistoryState;

  constructor(db: CommonPowerSyncDatabase, subscription: SyncStreamSubscription) {
    this.#db = db;
    this.#subscription = subscription;
    this.#state = this.#look();
    this.#stop = db.registerListener({ statusChanged: () => this.#show() });
  }

  get current(): HistoryState {
    return this.#state;
  }

  subscribe(listener: (state: HistoryState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  arrived(signal?: AbortSignal): Promise<void> {
    return this.#subscription.waitForFirstSync(signal);
  }

  close(): void {
    this.#stop();
    this.#listeners.clear();
    this.#subscription.unsubscribe();
  }

  #look(): HistoryState {
    const status = this.#db.currentStatus;
    if (status.forStream(this.#subscription)?.subscription.hasSynced === true) {
      // Of the last complete sync, which brought every stream. The stream's own moment is no date in this version of the SDK:
      // it takes the core's microseconds for seconds.
      return { kind: 'here', asOf: status.lastSyncedAt ? instant(status.lastSyncedAt) : null };
    }
    // PowerSync connects anew to ask for another stream: that is no line that is down.
    const isUp = status.connected || (status.connecting && status.downloadError === undefined);
    return { kind: isUp ? 'arriving' : 'offline' };
  }

  #show(): void {
    const state = this.#look();
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** The stream in sync/streams/sync-streams.yaml. */
function streamOf(wish: HistoryWish): {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
} {
  switch (wish.of) {
    case 'customer':
      return { name: 'customer_history', parameters: { customer_id: wish.customerId } };
    case 'vehicle':
      return { name: 'vehicle_history', parameters: { vehicle_id: wish.vehicleId } };
    case 'rental':
      return { name: 'rental', parameters: { contract_id: wish.contractId } };
    case 'bill':
      return { name: 'bill', parameters: { invoice_id: wish.invoiceId } };
    case 'number':
      return { name: 'by_number', parameters: { number: wish.number } };
    default:
      return unreachable(wish);
  }
}
