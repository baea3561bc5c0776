import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import type { HostClient, Servers } from '#shared/ipc/contract.ts';
import { must } from '#shared/result/result.ts';

const storageKey = 'schalter-session';

/** A Supabase client whose session lies in the machine's vault, so that the counter opens again without a line. */
export function createSupabase(servers: Servers, host: HostClient): SupabaseClient {
  return createClient(servers.supabaseUrl, servers.supabaseKey, {
    auth: {
      storageKey,
      persistSession: true,
      autoRefreshToken: true,
      detectSessionInUrl: false,
      storage: {
        getItem: async () => must(await host['vault.read']({})),
        setItem: async (_key, secret) => {
          must(await host['vault.write']({ secret }));
        },
        removeItem: async () => {
          must(await host['vault.clear']({}));
        },
      },
    },
  });
}

/** The access token of the stored session, expired or not; null when nobody is signed in on this machine. */
export async function storedAccessToken(host: HostClient): Promise<string | null> {
  const secret = must(await host['vault.read']({}));
  if (secret === null) return null;
  try {
    const session: unknown = JSON.parse(secret);
    if (typeof session !== 'object' || session === null || !('access_token' in session)) return null;
    return typeof session.access_token === 'string' ? session.access_token : null;
  } catch {
    return null;
  }
}
