import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { EmbeddedBackend } from '../embedded/backend.ts';
import type { DemoSignIn } from '../seeds/demo-people.ts';

export interface Operation {
  readonly op: 'PUT' | 'PATCH' | 'DELETE';
  readonly table: string;
  readonly id: string;
  readonly data?: Readonly<Record<string, unknown>> | null;
}

const outcomes = z.array(
  z.object({
    tx_id: z.number(),
    outcome: z.enum(['applied', 'already', 'refused']),
    code: z.string().optional(),
    message: z.string().optional(),
  }),
);
export type Outcome = z.infer<typeof outcomes>[number];

/** Somebody with a real session, talking to the server as any program with a token could. */
export interface Person {
  readonly supabase: SupabaseClient;
  /** Sends transactions as a counter does; throws when the whole call fails. */
  send(
    transactions: readonly { readonly tx_id: number; readonly ops: readonly Operation[] }[],
  ): Promise<Outcome[]>;
  /** Sends one transaction and returns what became of it. */
  sendOne(ops: readonly Operation[]): Promise<Outcome>;
}

export async function signedIn(
  backend: EmbeddedBackend,
  who: DemoSignIn,
  counterId: string,
  clientId = `client-${crypto.randomUUID()}`,
): Promise<Person> {
  const supabase = createClient(backend.supabaseUrl, backend.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { error } = await supabase.auth.signInWithPassword({ email: who.email, password: who.password });
  if (error) throw error;
  let lastTx = 0;
  const send: Person['send'] = async (transactions) => {
    const { data, error: failed } = await supabase.rpc('apply_changes', {
      client_id: clientId,
      counter_id: counterId,
      transactions,
    });
    if (failed) throw Object.assign(new Error(failed.message), { code: failed.code });
    return outcomes.parse(data);
  };
  return {
    supabase,
    send,
    async sendOne(ops) {
      lastTx += 1;
      const [outcome] = await send([{ tx_id: lastTx, ops }]);
      if (!outcome) throw new Error('no outcome');
      return outcome;
    },
  };
}
