import type { SupabaseClient } from '@supabase/supabase-js';
import type { KeptClerks } from '#shared/clerks/clerks-contract.ts';
import type { Identity } from '#shared/clerks/identity.ts';
import type { Servers, ServersInUse, ServersRefusal } from '#shared/ipc/contract.ts';
import { must } from '#shared/result/result.ts';
import type { SyncStreamSubscription } from '@powersync/common';
import { subscribeToBranch } from '#sync/history/branch-shelf.ts';
import type { ReplicaState } from '#sync/replica/messages.ts';
import { type SyncLightWatch, watchSyncLight } from '#sync/status/watch-sync-light.ts';
import type { PageHost } from '../host/page-host.ts';
import { ClerkDoor, type EnterRefusal, type UnlockRefusal } from '../session/clerk-door.ts';
import { createSupabase, hostTokens } from '../session/create-supabase.ts';
import { noteShift } from '../session/shifts.ts';
import { type Background, startBackground } from './background.ts';
import { type ClaimRefusal, claimCounter } from './claim-counter.ts';
import { connectReplica } from './connect-replica.ts';
import type { Counter, Rows } from './counter.ts';
import { loadPlace } from './load-place.ts';
import { MachineStore } from './machine-store.ts';
import { type OpenReplica, openReplica } from './open-replica.ts';
import { barOf, peopleBeside } from './people-beside.ts';

export type AppState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'servers-invalid'; readonly refusal: ServersRefusal }
  /** The host or the replica did not open; the code is for support. */
  | { readonly kind: 'host-failed'; readonly code: string }
  /** Nobody is signed in on this machine. */
  | { readonly kind: 'signed-out' }
  /** Somebody is, and has to show that it is they. Nothing of the data may be seen. */
  | { readonly kind: 'locked'; readonly kept: KeptClerks; readonly rows: Rows }
  | { readonly kind: 'choosing-counter'; readonly identity: Identity; readonly rows: Rows }
  /** Somebody is signed in from whom the server takes nothing at the counter that this machine is. */
  | {
      readonly kind: 'kept-out';
      readonly identity: Identity;
      readonly rows: Rows;
      readonly counterId: string;
    }
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
  #counter: Counter | null = null;
  readonly #door: ClerkDoor;
  #branch: SyncStreamSubscription | null = null;
  /** Ends the watch of whether the person at the open desk may still work there. */
  #deskWatch = new AbortController();
  #closed = false;

  /** The settings of this machine. */
  readonly machine: MachineStore;

  constructor(host: PageHost) {
    this.#host = host;
    this.machine = new MachineStore(host.client);
    this.#door = new ClerkDoor(host.client);
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

  /** The clerks of this machine, as they were last read. */
  get kept(): KeptClerks {
    return this.#door.kept;
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
    await this.#start(true);
  }

  async #start(isNewPage: boolean): Promise<void> {
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
      this.#light = await watchSyncLight(this.#replica.db);
      await this.machine.load();
      const { present } = await this.#door.open(isNewPage);
      if (present) await this.#enter(present);
      else this.#waitForClerk();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'start';
      this.#show({ kind: 'host-failed', code });
    }
  }

  /** With the password, and a line. From then on this machine keeps the clerk. */
  async signIn(email: string, password: string): Promise<EnterRefusal | null> {
    const signedIn = await this.#door.signIn(this.#opened().rows, email, password);
    if (!signedIn.ok) return signedIn.refusal;
    await this.#admit(signedIn.value);
    return null;
  }

  /** With the PIN, and without a line. */
  async unlock(userId: string, pin: string): Promise<UnlockRefusal | null> {
    const unlocked = await this.#door.unlock(this.#opened().rows, userId, pin);
    if (!unlocked.ok) {
      // The last try may just have been used.
      if (this.#state.kind === 'locked') this.#waitForClerk();
      return unlocked.refusal;
    }
    await this.#admit(unlocked.value);
    return null;
  }

  /** Covers the window until somebody shows who they are. The sync goes on. False where the clerk has no PIN. */
  async lock(): Promise<boolean> {
    const { kind } = this.#state;
    if ((kind !== 'open' && kind !== 'kept-out') || !(await this.#door.lock())) return false;
    this.#waitForClerk();
    return true;
  }

  /** Asks the host anew who is kept here, after something about them changed. */
  async readClerks(): Promise<void> {
    await this.#door.read();
    this.#tell();
  }

  /** Makes this machine a counter. People who only look need no counter of their own, and claim none. */
  async chooseCounter(counterId: string, takeOver: boolean): Promise<ClaimRefusal | null> {
    const identity = this.#identity;
    if (!identity) return { code: 'not_permitted' };
    const machine = must(await this.#host.client['machine.read']({}));
    if (identity.role !== 'viewer') {
      const claimed = await claimCounter(this.#signedIn(), {
        counterId,
        deviceId: machine.deviceId,
        takeOver,
        publicKey: must(await this.#host.client['audit.publicKey']({ counterId })),
      });
      if (!claimed.ok) return claimed.refusal;
    }
    must(await this.#host.client['machine.write']({ counterId }));
    await this.machine.load();
    await this.#enter(identity);
    return null;
  }

  /** Lets somebody in who was kept out, and may work here now. */
  async enterAgain(): Promise<void> {
    if (this.#state.kind === 'kept-out') await this.#enter(this.#state.identity);
  }

  /** Ends the session on this machine and forgets the PIN. The replica stays, with what waits in it. */
  async signOut(): Promise<void> {
    const { db } = this.#opened();
    const identity = this.#identity;
    await this.#leave();
    await db.disconnect();
    if (identity) await this.#door.forget(identity.userId);
    this.#identity = null;
    this.#waitForClerk();
  }

  /** Lets go of the replica. What was written is on the disk. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#deskWatch.abort();
    await this.#leave();
    this.#branch?.unsubscribe();
    this.#branch = null;
    await this.#light?.stop();
    await this.#replica?.close();
  }

  /** Lets somebody work who has shown who they are: the one who was here goes on where they were. */
  async #admit(identity: Identity): Promise<void> {
    const { role, userId } = identity;
    const { rows } = this.#opened();
    const counter = this.#counter;
    if (
      counter?.place.clerkId === userId &&
      counter.role === role &&
      !(await isBarred(rows, userId, counter.place.counterId))
    ) {
      this.#show({ kind: 'open', identity, counter });
    } else await this.#enter(identity);
  }

  #waitForClerk(): void {
    const { kept } = this.#door;
    if (kept.clerks.length === 0) this.#show({ kind: 'signed-out' });
    else this.#show({ kind: 'locked', kept, rows: this.#opened().rows });
  }

  async #enter(identity: Identity): Promise<void> {
    const { db, rows, servers } = this.#opened();
    await this.#leave();
    this.#identity = identity;
    this.#supabase = createSupabase(servers, hostTokens(this.#host.client, identity.userId));
    await noteShift(db, { userId: identity.userId, mayWrite: identity.role !== 'viewer' });
    const { counterId } = must(await this.#host.client['machine.read']({}));
    const place = counterId === null ? null : await loadPlace(rows, identity, counterId);
    // A known machine sends what waits even before its rows are back (after damage): PowerSync shows no rows from the
    // server while local ones are unsent.
    await this.#connect(counterId, identity);
    if (!place) {
      this.#show({ kind: 'choosing-counter', identity, rows });
      // A known machine whose first sync is still on its way opens by itself when its row arrives.
      if (counterId !== null) await this.#enterWhenSynced(identity);
      return;
    }
    if (await isBarred(rows, identity.userId, place.counterId)) {
      this.#show({ kind: 'kept-out', identity, rows, counterId: place.counterId });
      return;
    }
    const counter: Counter = { db, rows, host: this.#host.client, place, role: identity.role };
    this.#counter = counter;
    this.#background = startBackground(counter, this.#supabase);
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

  async #connect(counterId: string | null, present: Identity): Promise<void> {
    const { db, servers, light } = this.#opened();
    await db.disconnect();
    this.#branch?.unsubscribe();
    this.#branch = counterId === null ? null : await subscribeToBranch(db, counterId);
    light.expectConnection();
    connectReplica({
      db,
      servers,
      host: this.#host.client,
      supabase: this.#signedIn(),
      present,
      counterId,
      onProblem: (problem) => light.report(problem),
    });
  }

  async #leave(): Promise<void> {
    const background = this.#background;
    this.#background = null;
    this.#counter = null;
    await background?.stop();
  }

  /**
   * Takes the desk away from somebody as soon as synced rows say that the server takes nothing more from them here. What they typed
   * waits, as behind the lock, and a write that is under way ends by itself: it needs no window.
   */
  #watchDesk({ identity, counter }: Extract<AppState, { readonly kind: 'open' }>, signal: AbortSignal): void {
    const { rows, place } = counter;
    const { counterId } = place;
    rows.watch(
      peopleBeside(rows, [identity.userId], counterId),
      {
        onResult: ([person]) => {
          if (signal.aborted || barOf(person) === null) return;
          this.#show({ kind: 'kept-out', identity, rows, counterId });
          // Nothing is made in their name any more that the server would refuse.
          void this.#leave();
        },
      },
      { signal },
    );
  }

  #signedIn(): SupabaseClient {
    if (!this.#supabase) throw new Error('nobody is signed in');
    return this.#supabase;
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
    await this.#replica?.close();
    await this.#start(false);
  }

  #opened(): {
    readonly db: OpenReplica['db'];
    readonly rows: Rows;
    readonly servers: Servers;
    readonly light: SyncLightWatch;
  } {
    if (!this.#replica || !this.#servers || !this.#light) {
      throw new Error('the counter is not open yet');
    }
    return {
      db: this.#replica.db,
      rows: this.#replica.rows,
      servers: this.#servers,
      light: this.#light,
    };
  }

  #show(state: AppState): void {
    this.#deskWatch.abort();
    this.#deskWatch = new AbortController();
    this.#state = state;
    if (state.kind === 'open') this.#watchDesk(state, this.#deskWatch.signal);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** As far as this machine knows: somebody whose row has not arrived yet is let in, and the server decides. */
async function isBarred(rows: Rows, userId: string, counterId: string): Promise<boolean> {
  return barOf(await peopleBeside(rows, [userId], counterId).executeTakeFirst()) !== null;
}
