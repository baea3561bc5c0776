import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import { type Identity, identityOfClaims } from '#shared/clerks/identity.ts';
import type { Servers } from '#shared/ipc/contract.ts';
import { must } from '#shared/result/result.ts';
import { claimCounter } from '#renderer/app/counter/claim-counter.ts';
import { thisHost } from '#renderer/app/host/this-host.ts';
import { createSupabase, hostTokens } from '#renderer/app/session/create-supabase.ts';
import { type Tokens, tokensOf } from '#sync/connector/session-token.ts';
import type { AdapterName } from './open-replica-by.ts';

export interface Session {
  readonly supabase: SupabaseClient;
  readonly tokens: Tokens;
  readonly servers: Servers;
  readonly identity: Identity;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Signs in as the app does. With our host the session goes to its vault and the machine becomes the counter, so that the
 * app itself opens at the desk later; the stock adapter has no host, and keeps the session in the page.
 */
export async function openSession(
  adapter: AdapterName,
  servers: Servers,
  credentials: Credentials,
  counterId: string,
): Promise<Session> {
  if (adapter !== 'host') {
    const alone = createClient(servers.supabaseUrl, servers.supabaseKey, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    const { data, error } = await alone.auth.signInWithPassword(credentials);
    if (error) throw error;
    const payload = data.session.access_token.split('.')[1] ?? '';
    const identity = identityOfClaims(JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))));
    if (!identity) throw new Error('the token names nobody of a company');
    return { supabase: alone, tokens: tokensOf(alone), servers, identity };
  }
  const { client } = thisHost();
  const identity = must(await client['clerks.signIn']({ ...credentials, companyId: null }));
  const tokens = hostTokens(client, identity.userId);
  const supabase = createSupabase(servers, tokens);
  const { deviceId } = must(await client['machine.read']({}));
  const publicKey = must(await client['audit.publicKey']({ counterId }));
  must(await claimCounter(supabase, { counterId, deviceId, takeOver: true, publicKey }));
  must(await client['machine.write']({ counterId }));
  return { supabase, tokens, servers, identity };
}
