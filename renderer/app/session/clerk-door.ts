import type { KeptClerks, PinRefusal, SignInRefusal } from '#shared/clerks/clerks-contract.ts';
import type { Identity } from '#shared/clerks/identity.ts';
import type { BarredRefusal } from '#shared/clerks/refusal-texts.ts';
import type { CallRefusal } from '#shared/ipc/call.ts';
import type { HostClient } from '#shared/ipc/contract.ts';
import { type Result, must, refuse } from '#shared/result/result.ts';
import type { Rows } from '../counter/counter.ts';
import { isElsewhere, peopleBeside } from '../counter/people-beside.ts';

export type EnterRefusal = SignInRefusal | CallRefusal;

export type UnlockRefusal = PinRefusal | CallRefusal | BarredRefusal;

/** Who may come in: what the host says of the clerks of this machine, and what the replica knows of them. */
export class ClerkDoor {
  readonly #host: HostClient;
  #kept: KeptClerks = { clerks: [], presentId: null, present: null };

  constructor(host: HostClient) {
    this.#host = host;
  }

  /** As they were last read. */
  get kept(): KeptClerks {
    return this.#kept;
  }

  /** A page begins; or goes on, where only the replica was replaced. */
  async open(isNewPage: boolean): Promise<KeptClerks> {
    this.#kept = must(await this.#host[isNewPage ? 'clerks.begin' : 'clerks.read']({}));
    return this.#kept;
  }

  async read(): Promise<void> {
    await this.open(false);
  }

  /** With the password, and a line. A replica takes people of the company whose rows it holds, and of no other. */
  async signIn(rows: Rows, email: string, password: string): Promise<Result<Identity, EnterRefusal>> {
    const owner = await rows
      .selectFrom('local_state')
      .select('value')
      .where('id', '=', 'company_id')
      .executeTakeFirst();
    const companyId = owner?.value ?? null;
    const signedIn = await this.#host['clerks.signIn']({ email, password, companyId });
    if (signedIn.ok && !owner) {
      const { companyId: value } = signedIn.value;
      await rows.insertInto('local_state').values({ id: 'company_id', value }).execute();
    }
    await this.read();
    return signedIn;
  }

  /** With the PIN, and without a line. */
  async unlock(rows: Rows, userId: string, pin: string): Promise<Result<Identity, UnlockRefusal>> {
    const { counterId } = must(await this.#host['machine.read']({}));
    const person = await peopleBeside(rows, [userId], counterId).executeTakeFirst();
    if (person?.is_active === 0) return refuse({ code: 'clerk_suspended' });
    if (person && isElsewhere(person)) return refuse({ code: 'clerk_elsewhere' });
    const unlocked = await this.#host['clerks.unlock']({ userId, pin });
    await this.read();
    return unlocked;
  }

  /** False where the clerk has no PIN that would open it again. A host that does not answer hinders no lock. */
  async lock(): Promise<boolean> {
    const { clerks, presentId } = this.#kept;
    if (!clerks.some(({ userId, hasPin }) => hasPin && userId === presentId)) return false;
    try {
      await this.#host['clerks.lock']({});
      await this.read();
    } catch {
      this.#kept = { ...this.#kept, present: null };
    }
    return true;
  }

  async forget(userId: string): Promise<void> {
    must(await this.#host['clerks.remove']({ userId }));
    await this.read();
  }
}
