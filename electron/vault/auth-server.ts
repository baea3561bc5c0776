import type { SignInRefusal } from '#shared/clerks/clerks-contract.ts';
import type { Servers } from '#shared/ipc/contract.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import type { ClerkSession } from './clerk-file.ts';
import { type Granted, readGrant } from './granted.ts';

export type SendRequest = (url: string, init: RequestInit) => Promise<Response>;

export type RenewRefusal =
  | { readonly code: 'server_unreachable' }
  /** The session has ended; the person may sign in again. */
  | { readonly code: 'session_ended' }
  /** Suspended, or the counter of the session was revoked. */
  | { readonly code: 'no_access' };

export interface AuthServer {
  signIn(email: string, password: string): Promise<Result<Granted, SignInRefusal>>;
  renew(session: ClerkSession): Promise<Result<Granted, RenewRefusal>>;
  /** Ends a session at the server, where that can be done now. Never throws. */
  end(session: ClerkSession): Promise<void>;
  /** One call of `apply_changes`. Status 0 when no answer came. */
  applyChanges(
    session: ClerkSession,
    body: string,
  ): Promise<{ readonly status: number; readonly body: string }>;
}

const authTimeoutMs = 30_000;
/** The slowest line that is waited for: 160 kbit/s, as the page's own uploads do. */
const bytesPerMs = 20;

/** What the host asks of Supabase in the name of clerks. */
export function authServer(servers: () => Servers | null, send: SendRequest): AuthServer {
  const post = async (path: string, token: string | null, body: string, timeoutMs: number) => {
    const reached = servers();
    if (reached === null) return null;
    try {
      const response = await send(`${reached.supabaseUrl}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          apikey: reached.supabaseKey,
          authorization: `Bearer ${token ?? reached.supabaseKey}`,
        },
        body,
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      return { status: response.status, body: await response.text() };
    } catch {
      // No line, or no answer in time. What it was exactly helps nobody at a counter.
      return null;
    }
  };
  const grant = (type: 'password' | 'refresh_token', body: unknown) =>
    post(`/auth/v1/token?grant_type=${type}`, null, JSON.stringify(body), authTimeoutMs);

  return {
    async signIn(email, password) {
      const given = await grant('password', { email, password });
      if (given === null || given.status >= 500) return refuse({ code: 'server_unreachable' });
      if (given.status === 429) return refuse({ code: 'too_many_tries' });
      if (given.status === 403) return refuse({ code: 'no_access' });
      if (given.status >= 400) return refuse({ code: 'wrong_credentials' });
      const granted = readGrant(given.body);
      return granted
        ? ok(granted)
        : refuse({ code: isJson(given.body) ? 'no_access' : 'server_unreachable' });
    },
    async renew(session) {
      const given = await grant('refresh_token', { refresh_token: session.refreshToken });
      if (given === null || given.status >= 500 || given.status === 429)
        return refuse({ code: 'server_unreachable' });
      if (given.status === 403) return refuse({ code: 'no_access' });
      if (given.status >= 400) return refuse({ code: 'session_ended' });
      const granted = readGrant(given.body);
      return granted
        ? ok(granted)
        : refuse({ code: isJson(given.body) ? 'no_access' : 'server_unreachable' });
    },
    async end({ accessToken }) {
      await post('/auth/v1/logout?scope=local', accessToken, '', 5_000);
    },
    async applyChanges({ accessToken }, body) {
      const timeoutMs = Math.round(authTimeoutMs + body.length / bytesPerMs);
      const answered = await post('/rest/v1/rpc/apply_changes', accessToken, body, timeoutMs);
      return answered ?? { status: 0, body: '' };
    },
  };
}

/** A proxy's sign-in page is an answer, too. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
