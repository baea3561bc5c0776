import type {
  AccessToken,
  KeptClerk,
  KeptClerks,
  LockedRefusal,
  PinProof,
  PinRefusal,
  ProofRefusal,
  RemoveRefusal,
  SetPinRefusal,
  SignInRefusal,
} from '#shared/clerks/clerks-contract.ts';
import type { Identity } from '#shared/clerks/identity.ts';
import { checkPin, pinTries } from '#shared/clerks/pin.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import type { AuthServer } from './auth-server.ts';
import { type ClerkFile, type ClerkRecord, type ClerkSession, changeClerk } from './clerk-file.ts';
import { type SessionRefusal, clerkSessions } from './clerk-sessions.ts';
import type { Granted } from './granted.ts';
import { isPin, makePinVerifier } from './pin-verifier.ts';

/** How long after the password was given a PIN may be set without giving it again. */
const proofHoldsMs = 10 * 60_000;

/**
 * The clerks of one machine, and who of them works here now. Whoever may see the file can see the sessions in it, so a PIN
 * protects from people at the counter, not from somebody who has opened the vault (ADR 14).
 */
export class Clerks {
  readonly #file: ClerkFile;
  readonly #server: AuthServer;
  readonly #now: () => number;
  readonly #sessions: ReturnType<typeof clerkSessions>;
  /** `sealed`: a page began, and nobody has shown yet who they are. `locked`: the page goes on receiving. */
  #door: 'open' | 'locked' | 'sealed';
  /** Whose password the server took last, and when. */
  #proved: { readonly userId: string; readonly at: number } | null = null;
  /** One after the other: guesses that come at once are counted one by one. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(file: ClerkFile, server: AuthServer, now: () => number = Date.now) {
    this.#file = file;
    this.#server = server;
    this.#now = now;
    this.#sessions = clerkSessions(file, server, now);
    this.#door = this.#present?.pin ? 'sealed' : 'open';
  }

  read(): KeptClerks {
    const { clerks, presentId } = this.#file.read();
    const present = this.#door === 'open' ? this.#present : undefined;
    return { clerks: clerks.map(keptClerk), presentId, present: present ? identityOf(present) : null };
  }

  begin(): KeptClerks {
    this.#door = this.#present?.pin ? 'sealed' : 'open';
    return this.read();
  }

  lock(): Result<null, { readonly code: 'pin_missing' }> {
    if (!this.#present?.pin) return refuse({ code: 'pin_missing' });
    if (this.#door === 'open') this.#door = 'locked';
    this.#proved = null;
    return ok(null);
  }

  async signIn(
    email: string,
    password: string,
    companyId: string | null,
  ): Promise<Result<Identity, SignInRefusal>> {
    const granted = await this.#server.signIn(email, password);
    if (!granted.ok) return granted;
    const { identity, session } = granted.value;
    const companies = [companyId, ...this.#file.read().clerks.map((clerk) => clerk.companyId)];
    if (companies.some((company) => company !== null && company !== identity.companyId)) {
      void this.#server.end(session);
      return refuse({ code: 'other_company' });
    }
    return await this.#inTurn(async () => {
      this.#keep(granted.value);
      this.#letIn(identity.userId);
      this.#proved = { userId: identity.userId, at: this.#now() };
      return ok(identity);
    });
  }

  unlock(userId: string, pin: string): Promise<Result<Identity, PinRefusal>> {
    return this.#inTurn(async () => {
      const checked = await this.#checkPin(userId, pin);
      if (!checked.ok) return checked;
      this.#letIn(userId);
      return ok(identityOf(checked.value));
    });
  }

  setPin(pin: string, proof: PinProof): Promise<Result<null, SetPinRefusal>> {
    return this.#inTurn(async () => {
      const chosen = checkPin(pin);
      if (!chosen.ok) return chosen;
      const proved = await this.#checkProof(proof);
      if (!proved.ok) return proved;
      const verifier = await makePinVerifier(pin);
      this.#change(proved.value.userId, { pin: { verifier, failures: 0 } });
      return ok(null);
    });
  }

  removePin(proof: PinProof): Promise<Result<null, ProofRefusal>> {
    return this.#inTurn(async () => {
      const proved = await this.#checkProof(proof);
      if (!proved.ok) return proved;
      this.#change(proved.value.userId, { pin: null });
      return ok(null);
    });
  }

  remove(userId: string): Promise<Result<null, RemoveRefusal>> {
    return this.#inTurn(async () => {
      const present = this.#present;
      if (this.#door !== 'open' || !present) return refuse({ code: 'locked' });
      const leads = present.role === 'owner' || present.role === 'manager';
      if (userId !== present.userId && !leads) return refuse({ code: 'not_permitted' });
      const { clerks, presentId } = this.#file.read();
      const gone = clerks.find((clerk) => clerk.userId === userId);
      if (!gone) return refuse({ code: 'clerk_unknown' });
      this.#file.write({
        clerks: clerks.filter((clerk) => clerk !== gone),
        presentId: presentId === userId ? null : presentId,
      });
      if (gone.session) void this.#server.end(gone.session);
      return ok(null);
    });
  }

  async token(
    userId: string,
    renew: boolean,
  ): Promise<Result<AccessToken | null, LockedRefusal | { readonly code: 'server_unreachable' }>> {
    if (this.#door === 'sealed' || this.#present?.userId !== userId) return refuse({ code: 'locked' });
    const session = await this.#sessions.of(userId, renew);
    if (!session.ok) return session;
    return ok(session.value && { token: session.value.accessToken, expiresAt: session.value.expiresAt });
  }

  async send(
    userId: string,
    body: string,
  ): Promise<Result<{ readonly status: number; readonly body: string }, LockedRefusal>> {
    if (this.#door === 'sealed') return refuse({ code: 'locked' });
    const first = await this.#sendOnce(await this.#sessions.of(userId, false), body);
    if (first.status !== 401) return ok(first);
    return ok(await this.#sendOnce(await this.#sessions.of(userId, true), body));
  }

  async #sendOnce(session: Result<ClerkSession | null, SessionRefusal>, body: string) {
    if (!session.ok) return { status: 0, body: '' };
    return session.value === null
      ? { status: 401, body: '' }
      : await this.#server.applyChanges(session.value, body);
  }

  get #present(): ClerkRecord | undefined {
    const { clerks, presentId } = this.#file.read();
    return clerks.find(({ userId }) => userId === presentId);
  }

  /** Counts the failure before it looks: whoever ends the host meanwhile has used the try. */
  async #checkPin(userId: string, pin: string): Promise<Result<ClerkRecord, PinRefusal>> {
    const clerk = this.#file.read().clerks.find((one) => one.userId === userId);
    if (!clerk) return refuse({ code: 'clerk_unknown' });
    if (clerk.isTurnedAway) return refuse({ code: 'clerk_turned_away' });
    if (!clerk.pin) return refuse({ code: 'pin_missing' });
    const { verifier } = clerk.pin;
    const failures = clerk.pin.failures + 1;
    if (failures > pinTries) return refuse({ code: 'pin_locked' });
    this.#change(userId, { pin: { verifier, failures } });
    if (await isPin(pin, verifier)) return ok(this.#change(userId, { pin: { verifier, failures: 0 } }));
    const left = pinTries - failures;
    return left === 0 ? refuse({ code: 'pin_locked' }) : refuse({ code: 'pin_wrong', left });
  }

  async #checkProof(proof: PinProof): Promise<Result<ClerkRecord, ProofRefusal>> {
    const present = this.#present;
    if (this.#door !== 'open' || !present) return refuse({ code: 'locked' });
    if (proof === null) {
      const holds = this.#proved?.userId === present.userId && this.#now() - this.#proved.at < proofHoldsMs;
      return holds ? ok(present) : refuse({ code: 'proof_missing' });
    }
    if (proof.by === 'pin') return await this.#checkPin(present.userId, proof.pin);
    const granted = await this.#server.signIn(present.email, proof.password);
    if (!granted.ok) return granted;
    // An e-mail address may have come to somebody else since.
    if (granted.value.identity.userId !== present.userId) return refuse({ code: 'wrong_credentials' });
    return ok(this.#keep(granted.value));
  }

  #letIn(userId: string): void {
    this.#file.write({ ...this.#file.read(), presentId: userId });
    this.#door = 'open';
    this.#proved = null;
  }

  /** The server took the password: whatever was wrong with the PIN before is forgotten. */
  #keep({ identity, session }: Granted): ClerkRecord {
    const { clerks, presentId } = this.#file.read();
    const before = clerks.find(({ userId }) => userId === identity.userId);
    const record: ClerkRecord = {
      ...identity,
      session,
      isTurnedAway: false,
      pin: before?.pin ? { ...before.pin, failures: 0 } : null,
    };
    this.#file.write({
      clerks: before ? clerks.map((clerk) => (clerk === before ? record : clerk)) : [...clerks, record],
      presentId,
    });
    if (before?.session) void this.#server.end(before.session);
    return record;
  }

  #change(userId: string, changes: Partial<ClerkRecord>): ClerkRecord {
    return changeClerk(this.#file, userId, changes);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#running.then(work);
    this.#running = done.catch(() => undefined);
    return done;
  }
}

function keptClerk({ userId, email, role, pin, isTurnedAway }: ClerkRecord): KeptClerk {
  const isPinLocked = pin !== null && pin.failures >= pinTries;
  return { userId, email, role, hasPin: pin !== null, isPinLocked, isTurnedAway };
}

function identityOf({ userId, companyId, role, email }: ClerkRecord): Identity {
  return { userId, companyId, role, email };
}
