import type { SupabaseClient } from '@supabase/supabase-js';
import { must } from '#shared/result/result.ts';
import { claimCounter } from './claim-counter.ts';
import type { Counter } from './counter.ts';

/**
 * Tells the server the key of this machine where it knows another or none: the vault was lost, or the counter was claimed by a
 * version that did not sign. Without a line it is told at the next start; links signed until then are proved by it, too.
 */
export async function tellKey({ host, place, role, rows }: Counter, supabase: SupabaseClient): Promise<void> {
  if (role === 'viewer') return;
  const publicKey = must(await host['audit.publicKey']({ counterId: place.counterId }));
  const known = await rows
    .selectFrom('counters')
    .select(['public_key', 'device_id'])
    .where('id', '=', place.counterId)
    .executeTakeFirst();
  const { deviceId } = must(await host['machine.read']({}));
  // A counter that was moved to another machine stays there: only a person moves it back.
  if (known?.public_key === publicKey || known?.device_id !== deviceId) return;
  await claimCounter(supabase, { counterId: place.counterId, deviceId, takeOver: false, publicKey });
}
