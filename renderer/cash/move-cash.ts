import { uuidv7 } from 'uuidv7';
import type { CashRefusal } from '#shared/cash/cash-refusal.ts';
import { recordMovement } from '#shared/cash/cash-session.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { drawerMovements, openSessionOf, sessionOf } from '../app/billing/drawer.ts';
import type { DrawerRefusal } from '../app/billing/take-payment.ts';
import type { Counter } from '../app/counter/counter.ts';
import { inTransaction } from '../app/counter/transaction.ts';

export interface CashToMove {
  readonly kind: 'paid_in' | 'paid_out';
  /** Francs. */
  readonly amount: Rappen;
  /** `Briefmarken`, `Wechselgeld von der Bank`. */
  readonly reason: string;
}

/** Puts money into the open drawer, or takes it out, for a reason that no paper gives. */
export async function moveCash(
  counter: Counter,
  { kind, amount, reason }: CashToMove,
): Promise<Result<{ readonly movementId: string }, CashRefusal | DrawerRefusal>> {
  const { place } = counter;
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const row = await openSessionOf(tx, place.counterId).executeTakeFirst();
    if (!row) return refuse({ code: 'drawer_closed' });
    const session = sessionOf(row, await drawerMovements(tx, row.id).execute());
    const movementId = uuidv7();
    const movement = { id: movementId, kind, amount, at, by: place.clerkId, document: null, reason };
    const recorded = recordMovement(session, { ...movement, currency: row.currency });
    if (!recorded.ok) return recorded;
    await tx.write(
      tx.insertInto('cash_movements').values({
        id: movementId,
        company_id: place.companyId,
        session_id: row.id,
        kind,
        amount,
        reason: reason.trim(),
        moved_at: at,
        clerk_id: place.clerkId,
        created_at: at,
      }),
    );
    return ok({ movementId });
  });
}
