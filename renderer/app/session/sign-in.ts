import { type SupabaseClient, isAuthApiError, isAuthRetryableFetchError } from '@supabase/supabase-js';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Identity, identityOf } from './identity.ts';

export type SignInRefusal =
  | { readonly code: 'wrong_credentials' }
  | { readonly code: 'server_unreachable' }
  | { readonly code: 'too_many_tries' }
  /** The password was right, but the person works for no company here, or is suspended. */
  | { readonly code: 'no_access' }
  /** This replica belongs to another company; its unsent work must not meet other people. */
  | { readonly code: 'other_company' };

/**
 * Signs in online. The session is kept in the vault, so that later starts need no line.
 * @param replicaCompany the company whose rows the replica holds, when it holds any
 */
export async function signIn(
  supabase: SupabaseClient,
  credentials: { readonly email: string; readonly password: string },
  replicaCompany: string | null,
): Promise<Result<Identity, SignInRefusal>> {
  const { data, error } = await supabase.auth.signInWithPassword(credentials);
  if (error) {
    if (isAuthRetryableFetchError(error)) return refuse({ code: 'server_unreachable' });
    if (!isAuthApiError(error)) return refuse({ code: 'server_unreachable' });
    if (error.status === 429) return refuse({ code: 'too_many_tries' });
    if (error.status >= 500) return refuse({ code: 'server_unreachable' });
    return refuse({ code: error.status === 403 ? 'no_access' : 'wrong_credentials' });
  }
  const identity = identityOf(data.session.access_token);
  const refusal = !identity ? 'no_access' : wrongCompany(identity, replicaCompany) ? 'other_company' : null;
  if (refusal !== null || !identity) {
    await supabase.auth.signOut({ scope: 'local' });
    return refuse({ code: refusal ?? 'no_access' });
  }
  return ok(identity);
}

function wrongCompany(identity: Identity, replicaCompany: string | null): boolean {
  return replicaCompany !== null && replicaCompany !== identity.companyId;
}
