import type { SupabaseClient } from '@supabase/supabase-js';
import type { Servers, ServersInUse, ServersRefusal } from '#shared/ipc/contract.ts';
import { must } from '#shared/result/result.ts';
import type { SyncStreamSubscription } from '@powersync/common';
import { createConnector } from '#sync/connector/connector.ts';
import { keepRefusal } from '#sync/connector/keep-refusal.ts';
import { subscribeToBranch } from '#sync/history/branch-shelf.ts';
import type { ReplicaState } from '#sync/replica/messages.ts';
import { type SyncLightWatch, watchSyncLight } from '#sync/status/watch-sync-light.ts';
import type { PageHost } from '../host/page-host.ts';
import { createSupabase, storedAccessToken } from '../session/create-supabase.ts';
import { type Identity, identityOf } from '../session/identity.ts';
import { type SignInRefusal, signIn } from '../session/sign-in.ts';
import { type Background, startBackground } from './background.ts';
import { type ClaimRefusal, claimCounter } from './claim-counter.ts';
import type { Counter, Rows } from './counter.ts';
import { loadPlace } from './load-place.ts';
import { type OpenReplica, openReplica } from './open-replica.ts';

export type AppState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'servers-invalid'; readonly refusal: ServersRefusal }
  /** The host or the replica did not open; the code is for support. */
  | { readonly kind: 'host-failed'; readonly code: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'choosing-counter'; readonly identity: Identity; readonly rows: Rows }
  | { readonly kind: 'open'; readonly identity: Identity; readonly counter: Counter };

/**
 * A counter without its window: opens the replica, signs in, syncs, and makes papers in the background. The window shows
 * its `state`; the demo and tests drive it directly.
 */
export class CounterApp {
  readonly #host: PageHost;
  readonly #listeners = new Set<() => void>();
  #state: AppState = { kind: 'starting' };
  #servers: ServersInUse | null = null;
  #replica: OpenReplica | null = null;
  #supabase: SupabaseClient | null = null;
  #light: SyncLightWatch | null = null;
  #background: Background | null = null;
  #identity: Identity | null = null;
  #branch: SyncStreamSubscription | null = null;
  #closed = false;

  constructor(host: PageHost) {
    this.#host = host;
  }

  get state(): AppState {
    return this.#state;
  }

  get servers(): ServersInUse | null {
    return this.#servers;
  }

  get light(): SyncLightWatch | null {
    return this.#light;
  }

  get client() {
    return this.#host.client;
  }

  /** What the host says of the replica's file; damage stays said until the host is started again. */
  get replicaState(): ReplicaState {
    return this.#replica?.state() ?? { kind: 'open' };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens as far as it gets without a person: to the desk, or to the sign-in. Needs no line. */
  async start(): Promise<void> {
    try {
      const servers = await this.#host.client['servers.read']({});
      if (!servers.ok) {
        const { refusal } = servers;
        this.#show(
          refusal.code === 'servers_file_invalid'
            ? { kind: 'servers-invalid', refusal }
            : { kind: 'host-failed', code: refusal.code },
        );
        return;
      }
      this.#servers = servers.value;
      this.#replica = await openReplica(this.#host, () => void this.#reopen());
      this.#supabase = createSupabase(servers.value, this.#host.client);
      this.#light = await watchSyncLight(this.#replica.db);
      const token = await storedAccessToken(this.#host.client);
      const identity = token === null ? null : identityOf(token);
      if (identity) await this.#enter(identity);
      else this.#show({ kind: 'signed-out' });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'start';
      this.#show({ kind: 'host-failed', code });
    }
  }

  async signIn(email: string, password: string): Promise<SignInRefusal | null> {
    const { supabase, rows } = this.#opened();
    const owner = await rows
      .selectFrom('local_state')
      .select('value')
      .where('id', '=', 'company_id')
      .executeTakeFirst();
    const signedIn = await signIn(supabase, { email, password }, owner?.value ?? null);
    if (!signedIn.ok) return signedIn.refusal;
    const { companyId } = signedIn.value;
    if (!owner) await rows.insertInto('local_state').values({ id: 'company_id', value: companyId }).execute();
    await this.#enter(signedIn.value);
    return null;
  }

  /** Makes this machine a counter. People who only look need no counter of their own, and claim none. */
  async chooseCounter(counterId: string, takeOver: boolean): Promise<ClaimRefusal | null> {
    const identity = this.#identity;
    if (!identity) return { code: 'not_permitted' };
    const machine = must(await this.#host.client['machine.read']({}));
    if (identity.role !== 'viewer') {
      const claimed = await claimCounter(this.#opened().supabase, {
        counterId,
        deviceId: machine.deviceId,
        takeOver,
        publicKey: must(await this.#host.client['audit.publicKey']({ counterId })),
      });
      if (!claimed.ok) return claimed.refusal;
    }
    must(await this.#host.client['machine.write']({ counterId }));
    await this.#enter(identity);
    return null;
  }

  /** Ends the session on this machine. The replica stays, with what waits in it. */
  async signOut(): Promise<void> {
    const { supabase, db } = this.#opened();
    await this.#leave();
    await db.disconnect();
    await supabase.auth.signOut({ scope: 'local' });
    this.#identity = null;
    this.#show({ kind: 'signed-out' });
  }

  /** Lets go of the replica. What was written is on the disk. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#leave();
    this.#branch?.unsubscribe();
    this.#branch = null;
    await this.#light?.stop();
    await this.#supabase?.auth.stopAutoRefresh();
    await this.#replica?.close();
  }

  async #enter(identity: Identity): Promise<void> {
    const { db, rows } = this.#opened();
    this.#identity = identity;
    await this.#leave();
    const { counterId } = must(await this.#host.client['machine.read']({}));
    const place = counterId === null ? null : await loadPlace(rows, identity, counterId);
    // A known machine sends what waits even before its rows are back (after damage): PowerSync shows no rows from the
    // server while local ones are unsent.
    await this.#connect(counterId);
    if (!place) {
      this.#show({ kind: 'choosing-counter', identity, rows });
      // A known machine whose first sync is still on its way opens by itself when its row arrives.
      if (counterId !== null) await this.#enterWhenSynced(identity);
      return;
    }
    const counter: Counter = { db, rows, host: this.#host.client, place, role: identity.role };
    this.#background = startBackground(counter, this.#opened().supabase);
    this.#show({ kind: 'open', identity, counter });
  }

  async #enterWhenSynced(identity: Identity): Promise<void> {
    await this.#opened().db.waitForFirstSync();
    if (!this.#closed && this.#identity === identity && this.#state.kind === 'choosing-counter') {
      const { counterId } = must(await this.#host.client['machine.read']({}));
      if (counterId !== null && (await loadPlace(this.#opened().rows, identity, counterId))) {
        await this.#enter(identity);
      }
    }
  }

  async #connect(counterId: string | null): Promise<void> {
    const { db, supabase, servers, light } = this.#opened();
    const connector = createConnector({
      supabase,
      powersyncUrl: servers.powersyncUrl,
      counterId: counterId ?? '',
      onProblem: (problem) => light.report(problem),
      onRefused: keepRefusal,
    });
    await db.disconnect();
    this.#branch?.unsubscribe();
    this.#branch = counterId === null ? null : await subscribeToBranch(db, counterId);
    light.expectConnection();
    // Never awaited: it resolves with the first connection, and a counter opens without one.
    void db.connect(
      {
        fetchCredentials: () => connector.fetchCredentials(),
        // A machine that is no counter yet has no name to upload under; what waits keeps waiting.
        uploadData: (all) => (counterId === null ? Promise.resolve() : connector.uploadData(all)),
      },
      { crudUploadThrottleMs: 50, retryDelayMs: 2_000 },
    );
  }

  async #leave(): Promise<void> {
    await this.#background?.stop();
    this.#background = null;
  }

  /** The host found the file damaged and replaced it: everything above it is opened anew. */
  async #reopen(): Promise<void> {
    if (this.#closed || this.#state.kind === 'starting') return;
    this.#show({ kind: 'starting' });
    await this.#leave();
    // It belonged to the database that is replaced.
    this.#branch?.unsubscribe();
    this.#branch = null;
    await this.#light?.stop();
    await this.#supabase?.auth.stopAutoRefresh();
    await this.#replica?.close();
    await this.start();
  }

  #opened(): {
    readonly db: OpenReplica['db'];
    readonly rows: Rows;
    readonly supabase: SupabaseClient;
    readonly servers: Servers;
    readonly light: SyncLightWatch;
  } {
    if (!this.#replica || !this.#supabase || !this.#servers || !this.#light) {
      throw new Error('the counter is not open yet');
    }
    return {
      db: this.#replica.db,
      rows: this.#replica.rows,
      supabase: this.#supabase,
      servers: this.#servers,
      light: this.#light,
    };
  }

  #show(state: AppState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
