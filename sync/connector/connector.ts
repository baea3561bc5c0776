import type {
  CommonPowerSyncDatabase,
  PowerSyncBackendConnector,
  PowerSyncCredentials,
} from '@powersync/common';
import type { SupabaseClient } from '@supabase/supabase-js';

import { type Instant, now } from '#shared/time/instant.ts';

import { type Answer, type Outcome, applyChanges } from './apply-changes.ts';
import type { FindRoute, Route, SendingSession } from './route.ts';
import { type Tokens, tokensOf } from './session-token.ts';
import type { SyncProblem } from './sync-problem.ts';
import {
  type BatchLimits,
  type OutgoingTransaction,
  type Queued,
  asUnreadable,
  nextBatch,
} from './transactions.ts';

/** What the server did not accept, as its answer says it. `refused_changes` syncs back later with the same. */
export interface FreshRefusal {
  readonly clientId: string;
  readonly txId: number;
  readonly code: string;
  readonly message: string;
  readonly transaction: OutgoingTransaction;
  readonly refusedAt: Instant;
}

export interface ConnectorOptions {
  readonly supabase: SupabaseClient;
  /** The tokens of who is signed in: those of `supabase` if not given. */
  readonly tokens?: Tokens;
  /** Whose session sends what waits: that of who is signed in if not given. */
  readonly findRoute?: FindRoute;
  readonly powersyncUrl: string;
  readonly counterId: string;
  /** Told when a problem comes up, and null when it is over. */
  readonly onProblem: (problem: SyncProblem | null) => void;
  /**
   * Keeps a refusal on this machine before its transaction leaves the queue; see `keepRefusal`. After a crash in between
   * it is called again with the same client and transaction.
   */
  readonly onRefused: (refusal: FreshRefusal, db: CommonPowerSyncDatabase) => Promise<void>;
  readonly limits?: BatchLimits;
  /** How long to leave the server alone when it permits nothing, or one transaction cannot be sent: a minute if not given. */
  readonly slowRetryMs?: number;
  /** For tests that play an older counter; otherwise that of this build. */
  readonly schemaVersion?: number;
  /** What a request may take beside the time for its bytes: 30 seconds if not given. */
  readonly timeoutMs?: number;
}

/** PowerSync's way to Supabase: tokens for the stream, and the upload queue into `apply_changes`. */
export function createConnector(options: ConnectorOptions): PowerSyncBackendConnector {
  const uploader = new Uploader(options);
  return {
    fetchCredentials: () => uploader.fetchCredentials(),
    uploadData: (db) => uploader.upload(db),
  };
}

/** PowerSync takes any throw from an upload as: later again. This one says why in its log. */
export class UploadDelayed extends Error {
  override readonly name = 'UploadDelayed';
}

const defaultLimits: BatchLimits = { transactions: 100, bytes: 4 * 1024 * 1024 };

/** The sessions that a batch is sent with, the first that the server takes; and their tokens, as the name of a pause. */
interface SentBy {
  readonly via: readonly SendingSession[];
  readonly token: string;
}

/** The slowest line that is waited for: 160 kbit/s. */
const bytesPerMs = 20;

class Uploader {
  readonly #options: ConnectorOptions;
  readonly #own: SendingSession;
  #problem: SyncProblem | null = null;
  /** Set by a problem that a retry seldom solves. A new token may solve it, so it holds for one only. */
  #pause: { readonly until: number; readonly token: string } | undefined;
  /** How many transactions go in a batch now. A server that fails at many may manage a few. */
  #most: number;

  constructor(options: ConnectorOptions) {
    this.#options = options;
    this.#own = { supabase: options.supabase, tokens: options.tokens ?? tokensOf(options.supabase) };
    this.#most = this.#limits.transactions;
  }

  get #limits(): BatchLimits {
    return this.#options.limits ?? defaultLimits;
  }

  async fetchCredentials(): Promise<PowerSyncCredentials | null> {
    const { powersyncUrl } = this.#options;
    const session = await this.#own.tokens.current();
    if (!session) {
      this.#report({ kind: 'sign-in-needed' });
      return null;
    }
    if (this.#problem?.kind === 'sign-in-needed') this.#report(null);
    return { endpoint: powersyncUrl, ...session };
  }

  /** Sends one batch. PowerSync calls again until the queue is empty, and after a while when this throws. */
  async upload(db: CommonPowerSyncDatabase): Promise<void> {
    const found = await nextBatch(db, { ...this.#limits, transactions: this.#most });
    const route = await this.#routeOf(found);
    const ready = await Promise.all(
      route.via.map(async (session) => ({ session, token: await session.tokens.current() })),
    );
    const signedIn = ready.filter(({ token }) => token !== null);
    if (signedIn.length === 0) throw this.#signInNeeded();
    const token = signedIn.map((one) => one.token?.token).join(' ');
    if (this.#pause?.token === token && Date.now() < this.#pause.until) {
      throw new UploadDelayed(`waiting to try again: ${this.#problem?.kind ?? ''}`);
    }
    if (found.length > 0) {
      const via = signedIn.map(({ session }) => session);
      await this.#send(db, found.slice(0, route.count), { via, token });
      this.#most = Math.min(this.#most * 2, this.#limits.transactions);
    }
    this.#pause = undefined;
    this.#report(null);
  }

  async #routeOf(batch: readonly Queued[]): Promise<Route> {
    const { findRoute } = this.#options;
    if (!findRoute || batch.length === 0) return { count: batch.length, via: [this.#own] };
    return await findRoute(batch.map(({ transaction }) => transaction));
  }

  /**
   * Sends a batch, halving it where the server will not have it whole. Returns whether all of it is out of the queue: what
   * follows may only be sent then, because completing a transaction completes all before it.
   */
  async #send(db: CommonPowerSyncDatabase, batch: readonly Queued[], by: SentBy): Promise<boolean> {
    const clientId = await db.getClientId();
    let answer = await this.#callSignedIn(clientId, batch, by);
    if (answer.kind === 'unsendable' && answer.unreadable && batch.length === 1) {
      answer = await this.#sendAsUnreadable(clientId, batch, by, answer);
    }
    switch (answer.kind) {
      case 'outcomes':
        await this.#settle(db, clientId, batch, answer.outcomes);
        return answer.outcomes.length === batch.length;
      case 'outage':
        if (answer.tooMuch) this.#most = Math.max(1, Math.floor(batch.length / 2));
        throw new UploadDelayed(answer.message);
      case 'unauthorised':
        throw this.#signInNeeded();
      case 'forbidden':
        throw this.#slowDown(by.token, { ...answer, kind: 'not-permitted' });
      case 'update-needed':
        throw this.#slowDown(by.token, answer);
      case 'unsendable':
        break;
    }
    const [first] = batch;
    if (first && batch.length === 1) {
      throw this.#slowDown(by.token, { ...answer, kind: 'cannot-send', txId: first.transaction.tx_id });
    }
    const middle = Math.ceil(batch.length / 2);
    return (
      (await this.#send(db, batch.slice(0, middle), by)) && (await this.#send(db, batch.slice(middle), by))
    );
  }

  /** Tries one session after the other: where the server has nothing of the one who wrote it, it goes up with the next. */
  async #callSignedIn(clientId: string, batch: readonly Queued[], { via }: SentBy): Promise<Answer> {
    const { counterId, schemaVersion, timeoutMs = 30_000 } = this.#options;
    const bytes = batch.reduce((sum, { size }) => sum + size, 0);
    const call = {
      clientId,
      counterId,
      transactions: batch.map(({ transaction }) => transaction),
      timeoutMs: Math.round(timeoutMs + bytes / bytesPerMs),
      ...(schemaVersion !== undefined && { schemaVersion }),
    };
    let answer: Answer = { kind: 'unauthorised' };
    for (const { supabase, tokens } of via) {
      answer = await applyChanges({ ...call, supabase });
      if (answer.kind === 'unauthorised' && (await tokens.renewed())) {
        answer = await applyChanges({ ...call, supabase });
      }
      if (answer.kind !== 'unauthorised' && answer.kind !== 'forbidden') break;
    }
    return answer;
  }

  /** Has the server refuse what it cannot read, and keep it as text: it would block the queue for ever. */
  async #sendAsUnreadable(
    clientId: string,
    batch: readonly Queued[],
    by: SentBy,
    why: Answer,
  ): Promise<Answer> {
    const answer = await this.#callSignedIn(
      clientId,
      batch.map((queued) => ({ ...queued, transaction: asUnreadable(queued.transaction) })),
      by,
    );
    // A server that does not refuse it has not understood what it is.
    const refused = answer.kind === 'outcomes' && answer.outcomes[0]?.outcome === 'refused';
    return refused || answer.kind !== 'outcomes' ? answer : why;
  }

  /** Refusals are kept here first; then exactly what was answered leaves the queue. */
  async #settle(
    db: CommonPowerSyncDatabase,
    clientId: string,
    batch: readonly Queued[],
    outcomes: readonly Outcome[],
  ): Promise<void> {
    for (const [at, { outcome, code, message }] of outcomes.entries()) {
      const transaction = batch[at]?.transaction;
      if (outcome !== 'refused' || !transaction) continue;
      await this.#options.onRefused(
        {
          clientId,
          txId: transaction.tx_id,
          code: code ?? 'refused',
          message: message ?? '',
          transaction,
          refusedAt: now(),
        },
        db,
      );
    }
    await batch[outcomes.length - 1]?.complete();
  }

  #signInNeeded(): UploadDelayed {
    this.#report({ kind: 'sign-in-needed' });
    return new UploadDelayed('nobody is signed in');
  }

  #slowDown(token: string, problem: SyncProblem): UploadDelayed {
    this.#pause = { token, until: Date.now() + (this.#options.slowRetryMs ?? 60_000) };
    this.#report(problem);
    return new UploadDelayed(problem.kind);
  }

  #report(problem: SyncProblem | null): void {
    if (JSON.stringify(problem) === JSON.stringify(this.#problem)) return;
    this.#problem = problem;
    this.#options.onProblem(problem);
  }
}
