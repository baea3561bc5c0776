import { uuidv7 } from 'uuidv7';
import type { CashRefusal } from '#shared/cash/cash-refusal.ts';
import { openCashSession } from '#shared/cash/cash-session.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import { openSessionOf } from '../app/billing/drawer.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { nextNumber } from '../app/counter/next-number.ts';
import { inTransaction } from '../app/counter/transaction.ts';

export type OpenRefusal =
  | CashRefusal
  | { readonly code: 'first_sync_missing' }
  | { readonly code: 'drawer_open'; readonly since: Instant };

/**
 * Opens this counter's drawer with what was counted into it, under the next number of its series.
 * @param openingFloat francs
 */
export async function openSession(
  counter: Counter,
  openingFloat: Rappen,
): Promise<Result<{ readonly sessionId: string; readonly number: string }, OpenRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const { place } = counter;
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const open = await openSessionOf(tx, place.counterId).executeTakeFirst();
    if (open) return refuse({ code: 'drawer_open', since: open.opened_at });
    const opening = { currency: 'CHF', openedAt: at, openedBy: place.clerkId, openingFloat } as const;
    const opened = openCashSession(opening);
    if (!opened.ok) return opened;
    const { text: number } = await nextNumber(tx, place, 'cash_session', at);
    const sessionId = uuidv7();
    await tx.write(
      // Counts of drawers that were closed elsewhere meanwhile.
      tx
        .deleteFrom('drafts')
        .where('kind', '=', 'cash_count')
        .where('id', 'not in', tx.selectFrom('cash_sessions').select('id').where('closed_at', 'is', null)),
      tx.insertInto('cash_sessions').values({
        id: sessionId,
        company_id: place.companyId,
        branch_id: place.branchId,
        counter_id: place.counterId,
        number,
        currency: opening.currency,
        opened_at: at,
        opened_by: place.clerkId,
        opening_float: openingFloat,
        difference_reason: '',
        created_at: at,
      }),
    );
    return ok({ sessionId, number });
  });
}
