import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import type { HostClient, Servers } from '#shared/ipc/contract.ts';
import { must } from '#shared/result/result.ts';
import type { SendingSession } from '#sync/connector/route.ts';
import type { Tokens } from '#sync/connector/session-token.ts';

/** The tokens of a clerk while they are here, from the host: the session itself never comes to the page. */
export function hostTokens(host: HostClient, userId: string): Tokens {
  const ask = async (renew: boolean) => {
    const answer = await host['clerks.token']({ userId, renew });
    // Without a line nobody knows; the connector and the light take a throw as that.
    if (!answer.ok) throw new Error(`no token: ${answer.refusal.code}`);
    if (answer.value === null) return null;
    return { token: answer.value.token, expiresAt: new Date(answer.value.expiresAt * 1_000) };
  };
  return { current: () => ask(false), renewed: () => ask(true) };
}

/** A client that speaks as the clerk who is here. */
export function createSupabase(servers: Servers, tokens: Tokens): SupabaseClient {
  return createClient(servers.supabaseUrl, servers.supabaseKey, {
    accessToken: async () => (await tokens.current())?.token ?? null,
  });
}

/**
 * What uploads with the session of a clerk who is not here now: the host sends it in their name, and takes nothing but a
 * call of `apply_changes`.
 */
export function absentSession(servers: Servers, host: HostClient, userId: string): SendingSession {
  const supabase = createClient(servers.supabaseUrl, servers.supabaseKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      fetch: async (_url, init) => {
        const body = typeof init?.body === 'string' ? init.body : '';
        const answer = must(await host['clerks.send']({ userId, body }));
        if (answer.status === 0) throw new TypeError('no answer');
        return new Response(answer.body, { status: answer.status });
      },
    },
  });
  return {
    supabase,
    tokens: {
      // The host knows it, and renews it itself.
      current: async () => ({ token: userId, expiresAt: new Date(0) }),
      renewed: async () => null,
    },
  };
}
