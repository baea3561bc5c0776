import { type SupabaseClient, isAuthApiError } from '@supabase/supabase-js';

export interface SessionToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Where the token of a session comes from. */
export interface Tokens {
  /** Fit for a call; null when there is no session any more. Throws when that cannot be known now. */
  current(): Promise<SessionToken | null>;
  /** Another one, because the server did not take the current. */
  renewed(): Promise<SessionToken | null>;
}

/** Those of a client that keeps a session itself. */
export function tokensOf(supabase: SupabaseClient): Tokens {
  return { current: () => currentToken(supabase), renewed: () => refreshedToken(supabase) };
}

/**
 * The access token of the current session, refreshed when it is about to expire. Returns null when there is no session or
 * the server refused to go on with it. Throws when that cannot be known now, because the server does not answer.
 */
async function currentToken(supabase: SupabaseClient): Promise<SessionToken | null> {
  const { data, error } = await supabase.auth.getSession();
  if (error && !isRefusal(error)) throw error;
  return toToken(data.session);
}

/** The same after a refresh in any case: for a token that the server did not take. */
async function refreshedToken(supabase: SupabaseClient): Promise<SessionToken | null> {
  const { data, error } = await supabase.auth.refreshSession();
  if (error && !isRefusal(error)) throw error;
  return toToken(data.session);
}

function toToken(session: { access_token: string; expires_at?: number } | null): SessionToken | null {
  if (!session) return null;
  const expiresAt = new Date((session.expires_at ?? 0) * 1000);
  return { token: session.access_token, expiresAt };
}

/** Refused by Supabase Auth, or no session to refresh; not an outage, and not too many requests. */
function isRefusal(error: Error): boolean {
  if (error.name === 'AuthSessionMissingError') return true;
  return isAuthApiError(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
}
