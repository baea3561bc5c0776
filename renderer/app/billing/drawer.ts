import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { CashMovement } from '#shared/cash/cash-movement.ts';
import { type CashClosing, type CashSession, expectedCash } from '#shared/cash/cash-session.ts';
import type { CountedPieces } from '#shared/cash/count-cash.ts';
import { type Rappen, rappen, subtract, zero } from '#shared/money/rappen.ts';
import type { CashSessionRow } from '#sync/schema/rows.generated.ts';
import type { Tx } from '../counter/transaction.ts';

type Reads = Pick<Tx, 'selectFrom'>;

/** The drawer that is open at a counter, whole. */
export function openSessionOf(rows: Reads, counterId: string) {
  return rows
    .selectFrom('cash_sessions')
    .selectAll()
    .where('counter_id', '=', counterId)
    .where('currency', '=', 'CHF')
    .where('closed_at', 'is', null);
}

/** What went into a drawer and out of it, in the order in which it was recorded, with the paper or the words that explain it. */
export function drawerMovements(rows: Reads, sessionId: string) {
  return (
    rows
      .selectFrom('cash_movements')
      // Each by its id: of these joins SQLite finds every row at once.
      .leftJoin('payments', 'payments.id', 'cash_movements.payment_id')
      .leftJoin('invoices', 'invoices.id', 'payments.invoice_id')
      .leftJoin('contracts as paid', 'paid.id', 'payments.contract_id')
      .leftJoin('deposits', 'deposits.id', 'cash_movements.deposit_id')
      .leftJoin('contracts as secured', 'secured.id', 'deposits.contract_id')
      .leftJoin('users', 'users.id', 'cash_movements.clerk_id')
      .where('cash_movements.session_id', '=', sessionId)
      .select(['cash_movements.id', 'cash_movements.kind', 'cash_movements.amount', 'cash_movements.reason'])
      .select(['cash_movements.moved_at', 'users.display_name as clerk'])
      .select([
        'payments.receipt',
        'invoices.number as invoice',
        'paid.number as contract',
        'secured.number as deposit_contract',
      ])
      .orderBy('cash_movements.id')
  );
}

export type DrawerMovement = Awaited<ReturnType<ReturnType<typeof drawerMovements>['execute']>>[number];

/** What should be in the open drawer of a counter now: nothing where none is open. */
export async function cashInDrawer(rows: Reads, counterId: string): Promise<Rappen> {
  const row = await openSessionOf(rows, counterId).executeTakeFirst();
  return row ? expectedCash(sessionOf(row, await drawerMovements(rows, row.id).execute())) : zero;
}

/** The number of the paper that explains a movement; null for money that words explain. */
export function documentOf({ kind, receipt, invoice, contract, deposit_contract: deposit }: DrawerMovement) {
  if (kind === 'paid_in' || kind === 'paid_out') return null;
  // A bill that has left this machine for the archive still had its number.
  return receipt ?? invoice ?? contract ?? deposit ?? '–';
}

/** A session as the rules see it. */
export function sessionOf(
  row: Selectable<CashSessionRow>,
  movements: readonly DrawerMovement[],
): CashSession {
  const { currency, opened_at: openedAt } = row;
  return {
    currency,
    openedAt,
    openedBy: row.opened_by,
    openingFloat: row.opening_float,
    movements: movements.map((movement): CashMovement => ({
      id: movement.id,
      kind: movement.kind,
      currency,
      amount: movement.amount,
      // A return may be dated back to when the car stood there; its money came when the drawer was open.
      at: movement.moved_at < openedAt ? openedAt : movement.moved_at,
      by: movement.clerk ?? '',
      document: documentOf(movement),
      reason: movement.reason || null,
    })),
    closing: closingOf(row),
  };
}

function closingOf(row: Selectable<CashSessionRow>): CashClosing | null {
  const { closed_at: closedAt, closed_by: closedBy, counted, counted_total: total, expected } = row;
  if (closedAt === null || closedBy === null || counted === null || total === null || expected === null)
    return null;
  const toBank = row.to_bank ?? zero;
  return {
    closedAt,
    closedBy,
    count: countOf(counted),
    counted: total,
    expected,
    difference: subtract(total, expected),
    differenceReason: row.difference_reason || null,
    leftInDrawer: subtract(total, toBank),
    toBank,
  };
}

const counts = z.record(z.string().regex(/^\d{1,7}$/), z.int().min(0));

/** `{"2000": 3}`: by coin and note, in Rappen, how many pieces. */
export function countOf(counted: string): readonly CountedPieces[] {
  return Object.entries(counts.parse(JSON.parse(counted)))
    .map(([denomination, pieces]) => ({ denomination: rappen(Number(denomination)), pieces }))
    .sort((one, other) => other.denomination - one.denomination);
}
