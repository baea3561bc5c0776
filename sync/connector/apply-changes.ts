import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';

import { now } from '#shared/time/instant.ts';

import { schemaVersion } from '../schema/schema-version.ts';
import type { OutgoingTransaction } from './transactions.ts';

const Outcome = z.object({
  tx_id: z.number().int(),
  outcome: z.enum(['applied', 'already', 'refused']),
  code: z.string().optional(),
  message: z.string().optional(),
});

/** What became of one local transaction on the server. */
export type Outcome = z.infer<typeof Outcome>;

export type Answer =
  /** One outcome for each of the first transactions, in order: at least one. */
  | { readonly kind: 'outcomes'; readonly outcomes: readonly Outcome[] }
  /**
   * Nothing is known: no line, a server that fails, or an answer that is none. To be sent again. `tooMuch`: it may be what
   * was asked at once, because the server failed or did not answer in time.
   */
  | { readonly kind: 'outage'; readonly message: string; readonly tooMuch: boolean }
  | { readonly kind: 'unauthorised' }
  /** This counter speaks a schema that the server does not take any more. Nothing was applied. */
  | { readonly kind: 'update-needed'; readonly message: string }
  | { readonly kind: 'forbidden'; readonly code: string; readonly message: string }
  /**
   * About this request: its size or its content. A smaller one may pass. `unreadable`: Postgres itself cannot take a text or
   * a number in it, and never will.
   */
  | {
      readonly kind: 'unsendable';
      readonly code: string;
      readonly message: string;
      readonly unreadable: boolean;
    };

export interface Call {
  readonly supabase: SupabaseClient;
  readonly clientId: string;
  readonly counterId: string;
  readonly transactions: readonly OutgoingTransaction[];
  readonly timeoutMs: number;
  /** For tests that play an older counter; otherwise that of this build. */
  readonly schemaVersion?: number;
}

/** Sends local transactions to the server and says what came back. Never throws for what a server or a line may do. */
export async function applyChanges(call: Call): Promise<Answer> {
  const timeout = AbortSignal.timeout(call.timeoutMs);
  const { data, error, status } = await call.supabase
    .rpc('apply_changes', {
      client_id: call.clientId,
      counter_id: call.counterId,
      transactions: call.transactions,
      schema_version: call.schemaVersion ?? schemaVersion,
      sent_at: now(),
    })
    .abortSignal(timeout);
  return error ? explainFailure(status, error, timeout.aborted) : readOutcomes(data, call.transactions);
}

function readOutcomes(data: unknown, sent: readonly OutgoingTransaction[]): Answer {
  const outcomes = z.array(Outcome).min(1).max(sent.length).safeParse(data);
  const fits = outcomes.success && outcomes.data.every(({ tx_id }, at) => tx_id === sent[at]?.tx_id);
  // A proxy's sign-in page is an answer, too. Nothing leaves the queue on the word of anybody but apply_changes.
  if (!fits)
    return { kind: 'outage', tooMuch: false, message: 'the server answered something else than outcomes' };
  return { kind: 'outcomes', outcomes: outcomes.data };
}

function explainFailure(
  status: number,
  error: { code?: string; message: string },
  timedOut: boolean,
): Answer {
  const code = error.code || String(status);
  const { message } = error;
  if (status === 426) return { kind: 'update-needed', message };
  if (status === 401) return { kind: 'unauthorised' };
  if (status === 403 || code === '42501') return { kind: 'forbidden', code, message };
  // 404: a server that does not know the function yet, or a wrong address; 408, 425, 429: come again later.
  if (status < 400 || status >= 500 || [404, 407, 408, 425, 429].includes(status)) {
    return { kind: 'outage', tooMuch: status >= 500 || timedOut, message: `${code}: ${message}` };
  }
  // Class 22, data exceptions: U+0000 in a text is 22P05. But 22023 is what apply_changes says of the call as a whole.
  const unreadable = status === 400 && /^22[0-9A-Z]{3}$/.test(code) && code !== '22023';
  return { kind: 'unsendable', code, message, unreadable };
}
