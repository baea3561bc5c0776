import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import type { Servers } from '#shared/ipc/contract.ts';
import { must } from '#shared/result/result.ts';
import { claimCounter } from '#renderer/app/counter/claim-counter.ts';
import { thisHost } from '#renderer/app/host/this-host.ts';
import { createSupabase } from '#renderer/app/session/create-supabase.ts';
import type { Identity } from '#renderer/app/session/identity.ts';
import { signIn } from '#renderer/app/session/sign-in.ts';
import type { AdapterName } from './open-replica-by.ts';

export interface Session {
  readonly supabase: SupabaseClient;
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
    const alone = createClient(servers.supabaseUrl, servers.supabaseKey, { auth: { persistSession: false } });
    return { supabase: alone, servers, identity: must(await signIn(alone, credentials, null)) };
  }
  const { client } = thisHost();
  const supabase = createSupabase(servers, client);
  const identity = must(await signIn(supabase, credentials, null));
  const { deviceId } = must(await client['machine.read']({}));
  const publicKey = must(await client['audit.publicKey']({ counterId }));
  must(await claimCounter(supabase, { counterId, deviceId, takeOver: true, publicKey }));
  must(await client['machine.write']({ counterId }));
  return { supabase, servers, identity };
}
