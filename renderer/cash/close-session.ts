import { uuidv7 } from 'uuidv7';
import type { CashRefusal } from '#shared/cash/cash-refusal.ts';
import { type CashClosing, closeCashSession } from '#shared/cash/cash-session.ts';
import type { CountedPieces } from '#shared/cash/count-cash.ts';
import { type Rappen, zero } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { drawerMovements, openSessionOf, sessionOf } from '../app/billing/drawer.ts';
import type { DrawerRefusal } from '../app/billing/take-payment.ts';
import { appendAudit } from '../app/counter/append-audit.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { inTransaction } from '../app/counter/transaction.ts';

export interface CountedDrawer {
  readonly count: readonly CountedPieces[];
  /** The float of the next session; what was counted beyond it goes to the bank. */
  readonly leftInDrawer: Rappen;
  /** Needed where what was counted is not what should be there. */
  readonly differenceReason: string;
}

/** The server wants a reason for every difference, were it 5 Rappen. */
export const differenceLimit = zero;

export interface ClosedDrawer {
  readonly sessionId: string;
  readonly number: string;
  readonly closing: CashClosing;
}

export type CloseRefusal = CashRefusal | DrawerRefusal | { readonly code: 'first_sync_missing' };

/**
 * Closes the drawer for good: count, audit link and the job for the report, in one durable transaction, which also ends the count
 * that was kept.
 */
export async function closeSession(
  counter: Counter,
  { count, leftInDrawer, differenceReason }: CountedDrawer,
): Promise<Result<ClosedDrawer, CloseRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const { place } = counter;
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const row = await openSessionOf(tx, place.counterId).executeTakeFirst();
    if (!row) return refuse({ code: 'drawer_closed' });
    const session = sessionOf(row, await drawerMovements(tx, row.id).execute());
    const reason = differenceReason.trim();
    const closed = closeCashSession(session, {
      currency: row.currency,
      closedAt: at,
      closedBy: place.clerkId,
      count: count.filter(({ pieces }) => pieces > 0),
      leftInDrawer,
      differenceReason: reason || null,
      differenceLimit,
    });
    if (!closed.ok) return closed;
    const { closing } = closed.value;
    if (closing === null) throw new Error('a closed session has its closing');
    const counted = Object.fromEntries(
      closing.count.map(({ denomination, pieces }) => [denomination, pieces]),
    );
    const result = {
      closed_at: at,
      closed_by: place.clerkId,
      counted_total: closing.counted,
      expected: closing.expected,
      difference_reason: closing.difference === 0 ? '' : reason,
      to_bank: closing.toBank,
    };
    await tx.write(
      tx
        .updateTable('cash_sessions')
        .set({ ...result, counted: JSON.stringify(counted) })
        .where('id', '=', row.id),
    );
    const { id, number, currency, opened_at, opened_by, opening_float } = row;
    await appendAudit(
      tx,
      counter,
      {
        kind: 'cash_session.closed',
        subjectId: id,
        content: {
          session: { id, number, currency, opened_at, opened_by, opening_float, ...result, counted },
          movements: session.movements.map((movement) => ({
            id: movement.id,
            kind: movement.kind,
            amount: movement.amount,
          })),
        },
        at,
      },
      [
        tx
          .insertInto('paper_jobs')
          .values({ id: uuidv7(), kind: 'cash_report', subject_id: id, created_at: at }),
        tx.deleteFrom('drafts').where('id', '=', id),
      ],
    );
    return ok({ sessionId: id, number, closing });
  });
}
