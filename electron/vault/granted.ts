import { z } from 'zod';
import { type Identity, identityOfClaims } from '#shared/clerks/identity.ts';
import type { ClerkSession } from './clerk-file.ts';

/** A session, and whose it is. */
export interface Granted {
  readonly session: ClerkSession;
  readonly identity: Identity;
}

const answer = z.object({ access_token: z.string(), refresh_token: z.string(), expires_at: z.number() });

/**
 * What Supabase Auth gave. Null when it is something else, or the session of somebody who works for no company. The
 * signature is not checked here: the server that gave the token checks it with every call.
 */
export function readGrant(text: string): Granted | null {
  try {
    const { access_token, refresh_token, expires_at } = answer.parse(JSON.parse(text));
    const payload = Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const identity = identityOfClaims(JSON.parse(payload));
    const session = { accessToken: access_token, refreshToken: refresh_token, expiresAt: expires_at };
    return identity && { session, identity };
  } catch {
    return null;
  }
}
