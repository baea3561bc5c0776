import { z } from 'zod';
import { type Answer, call } from '../ipc/call.ts';
import type { Identity } from './identity.ts';
import type { PinFault } from './pin.ts';

/** Somebody who signed in on this machine, as the page may know them: nothing secret. */
export interface KeptClerk {
  readonly userId: string;
  readonly email: string;
  readonly role: Identity['role'];
  readonly hasPin: boolean;
  /** Too many wrong PINs: only the password opens. */
  readonly isPinLocked: boolean;
  /** The server would have nothing more of them: suspended, or the counter was revoked. Only the password opens. */
  readonly isTurnedAway: boolean;
}

export interface KeptClerks {
  readonly clerks: readonly KeptClerk[];
  /** Who worked here last, and has not signed out. */
  readonly presentId: string | null;
  /** Who works here now; null where a PIN or a password has to be given first. */
  readonly present: Identity | null;
}

export type SignInRefusal =
  | { readonly code: 'wrong_credentials' }
  | { readonly code: 'server_unreachable' }
  | { readonly code: 'too_many_tries' }
  /** The password was right, but the person works for no company here, or is suspended. */
  | { readonly code: 'no_access' }
  /** This machine belongs to another company; its unsent work must not meet other people. */
  | { readonly code: 'other_company' };

export type PinRefusal =
  | { readonly code: 'pin_wrong'; readonly left: number }
  | { readonly code: 'pin_locked' }
  | { readonly code: 'pin_missing' }
  | { readonly code: 'clerk_unknown' }
  | { readonly code: 'clerk_turned_away' };

/** The window is locked, or was opened without anybody having shown who they are. */
export type LockedRefusal = { readonly code: 'locked' };

export type ProofRefusal = LockedRefusal | PinRefusal | SignInRefusal | { readonly code: 'proof_missing' };
export type SetPinRefusal = ProofRefusal | PinFault;
export type RemoveRefusal =
  | LockedRefusal
  | { readonly code: 'clerk_unknown' }
  | { readonly code: 'not_permitted' };

/** A token of the present clerk. */
export interface AccessToken {
  readonly token: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

const nothing = z.strictObject({});
const userId = z.uuid().lowercase();
const pin = z.string().max(32);
const password = z.string().max(1_000);

/** How the present clerk shows that it is they who change their PIN. Null: they gave their password a moment ago. */
const proof = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('pin'), pin }),
    z.strictObject({ by: z.literal('password'), password }),
  ])
  .nullable();
export type PinProof = z.infer<typeof proof>;

/** About the clerks of this machine. Sessions and PINs lie in its vault (ADR 14): the page gets neither. */
export const clerksContract = {
  'clerks.read': call<Answer<KeptClerks>>()(nothing),
  /** A page began. Where the clerk who was here has a PIN, nothing leaves the vault until it is given. */
  'clerks.begin': call<Answer<KeptClerks>>()(nothing),
  /**
   * Signs in online, keeps the session, and lets this clerk work here.
   * `companyId`: whose rows the replica holds, when it holds any.
   */
  'clerks.signIn': call<Answer<Identity, SignInRefusal>>()(
    z.strictObject({ email: z.string().max(320), password, companyId: z.uuid().nullable() }),
  ),
  /** Lets a clerk work here who knows their PIN. Needs no line. */
  'clerks.unlock': call<Answer<Identity, PinRefusal>>()(z.strictObject({ userId, pin })),
  /** Refused where the present clerk has no PIN: nothing would open it again without a line. */
  'clerks.lock': call<Answer<null, { readonly code: 'pin_missing' }>>()(nothing),
  'clerks.setPin': call<Answer<null, SetPinRefusal>>()(z.strictObject({ pin, proof })),
  'clerks.removePin': call<Answer<null, ProofRefusal>>()(z.strictObject({ proof })),
  /** Forgets somebody on this machine, with session and PIN: oneself, or anybody for those who lead. */
  'clerks.remove': call<Answer<null, RemoveRefusal>>()(z.strictObject({ userId })),
  /**
   * A token of the present clerk, renewed where it is about to end or the server did not take it. Null: sign in anew. Whose it
   * is has to be said: what began under one clerk never goes on under the next.
   */
  'clerks.token': call<Answer<AccessToken | null, LockedRefusal | { readonly code: 'server_unreachable' }>>()(
    z.strictObject({ userId, renew: z.boolean() }),
  ),
  /**
   * Sends to `apply_changes`, with the session of a clerk of this machine, what they wrote. Status 0: no line; 401: their
   * session has ended.
   */
  'clerks.send': call<Answer<{ readonly status: number; readonly body: string }, LockedRefusal>>()(
    z.strictObject({ userId, body: z.string().max(16 * 1024 * 1024) }),
  ),
};
