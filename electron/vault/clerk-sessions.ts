import { type Result, ok, refuse } from '#shared/result/result.ts';
import type { AuthServer } from './auth-server.ts';
import { type ClerkFile, type ClerkSession, changeClerk } from './clerk-file.ts';

export type SessionRefusal = { readonly code: 'server_unreachable' };

/** A token that ends sooner is renewed before it is given out. */
const marginSeconds = 60;

/** The sessions of the kept clerks, each renewed by one at a time: a refresh token works once. */
export function clerkSessions(file: ClerkFile, server: AuthServer, now: () => number) {
  const renewing = new Map<string, Promise<Result<ClerkSession | null, SessionRefusal>>>();

  const renew = async (
    userId: string,
    session: ClerkSession,
  ): Promise<Result<ClerkSession | null, SessionRefusal>> => {
    const renewed = await server.renew(session);
    const current = find(file, userId);
    // Signed in anew, or forgotten, while the server was asked.
    if (current?.session?.refreshToken !== session.refreshToken) return ok(current?.session ?? null);
    if (renewed.ok) {
      const { role, email } = renewed.value.identity;
      changeClerk(file, userId, { session: renewed.value.session, role, email, isTurnedAway: false });
      return ok(renewed.value.session);
    }
    switch (renewed.refusal.code) {
      case 'server_unreachable':
        return refuse({ code: 'server_unreachable' });
      case 'session_ended':
        changeClerk(file, userId, { session: null });
        return ok(null);
      case 'no_access':
        changeClerk(file, userId, { session: null, isTurnedAway: true });
        return ok(null);
    }
  };

  return {
    /**
     * The session of a clerk, fit for a call. Null when they have to sign in again, or are not kept here.
     * @param anew also where it looks good: the server did not take it
     */
    async of(userId: string, anew: boolean): Promise<Result<ClerkSession | null, SessionRefusal>> {
      const session = find(file, userId)?.session ?? null;
      if (session === null) return ok(null);
      if (!anew && session.expiresAt - marginSeconds > now() / 1000) return ok(session);
      const running = renewing.get(userId) ?? renew(userId, session).finally(() => renewing.delete(userId));
      renewing.set(userId, running);
      return await running;
    },
  };
}

function find(file: ClerkFile, userId: string) {
  return file.read().clerks.find((clerk) => clerk.userId === userId);
}
