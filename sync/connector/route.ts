import type { SupabaseClient } from '@supabase/supabase-js';

import type { Tokens } from './session-token.ts';
import type { OutgoingTransaction } from './transactions.ts';

/** A session that uploads can be sent with. */
export interface SendingSession {
  readonly supabase: SupabaseClient;
  readonly tokens: Tokens;
}

/** Who sends what comes next. */
export interface Route {
  /** How many transactions, from the first, go together: at least one. */
  readonly count: number;
  /** Sessions to try in this order; the next one where the server has nothing of the one before. Empty: sign in. */
  readonly via: readonly SendingSession[];
}

/** Decides it for the oldest transactions of the queue. */
export type FindRoute = (transactions: readonly OutgoingTransaction[]) => Promise<Route>;
