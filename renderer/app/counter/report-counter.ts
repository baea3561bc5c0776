import type { SupabaseClient } from '@supabase/supabase-js';
import { must } from '#shared/result/result.ts';
import type { Counter } from './counter.ts';

const hour = 3_600_000;

/** As the server takes it: what follows the three numbers tells nobody who is behind. */
function threeNumbers(version: string): string | null {
  return /^\d{1,4}\.\d{1,4}\.\d{1,4}/.exec(version)?.[0] ?? null;
}

/** Says what this machine runs. False where it was not heard. */
async function report({ host, place }: Counter, supabase: SupabaseClient): Promise<boolean> {
  const version = threeNumbers(must(await host['app.info']({})).version);
  if (version === null) return true;
  const { deviceId } = must(await host['machine.read']({}));
  const { error, status } = await supabase.rpc('report_counter', {
    counter_id: place.counterId,
    device_id: deviceId,
    app_version: version,
  });
  // A server of before knows no such function, and somebody who may not is not asked again and again.
  return !error || (status >= 400 && status < 500);
}

/**
 * Says what this machine runs as soon as the line is there, and every hour that it is: an admin sees who is behind, and who was not
 * heard of. Who only looks says nothing: their machine is no counter. Returns what ends it.
 */
export function startReporting(counter: Counter, supabase: SupabaseClient): () => void {
  if (counter.role === 'viewer') return () => undefined;
  let isUnderWay = false;
  let due = 0;
  const tell = async (): Promise<void> => {
    if (isUnderWay || !counter.db.connected || Date.now() < due) return;
    isUnderWay = true;
    try {
      if (await report(counter, supabase)) due = Date.now() + hour;
    } catch {
      // The host has gone, or the line: said again when it is back.
    } finally {
      isUnderWay = false;
    }
  };
  const stopListening = counter.db.registerListener({ statusChanged: () => void tell() });
  const timer = setInterval(() => void tell(), hour / 4);
  void tell();
  return () => {
    stopListening();
    clearInterval(timer);
  };
}
