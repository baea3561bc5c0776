import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { type Result, ok, refuse } from '#shared/result/result.ts';

export type ClaimRefusal =
  /** Another machine is this counter; a manager can move it here. */
  | { readonly code: 'counter_taken' }
  | { readonly code: 'not_permitted' }
  | { readonly code: 'server_unreachable' };

const answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('claimed') }),
  z.object({ outcome: z.literal('refused'), code: z.literal('counter_taken') }),
]);

/**
 * Makes this machine a counter, and tells the server the key it signs with. Needs the line, once: two machines with one number
 * series would sign numbers twice.
 */
export async function claimCounter(
  supabase: SupabaseClient,
  claim: {
    readonly counterId: string;
    readonly deviceId: string;
    readonly takeOver: boolean;
    readonly publicKey: string;
  },
): Promise<Result<null, ClaimRefusal>> {
  const { data, error, status } = await supabase.rpc('claim_counter', {
    counter_id: claim.counterId,
    device_id: claim.deviceId,
    take_over: claim.takeOver,
    public_key: claim.publicKey,
  });
  if (error) {
    return refuse({ code: status === 401 || status === 403 ? 'not_permitted' : 'server_unreachable' });
  }
  const parsed = answer.parse(data);
  return parsed.outcome === 'claimed' ? ok(null) : refuse({ code: parsed.code });
}
