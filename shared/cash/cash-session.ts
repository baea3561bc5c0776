import { type Currency, type Rappen, add, subtract } from '../money/rappen.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import { type CashMovement, needsReason, signedAmount } from './cash-movement.ts';
import type { CashRefusal } from './cash-refusal.ts';
import { type CountedPieces, countCash, isPayableInCash } from './count-cash.ts';

/** One drawer from its opening to its count. Francs and euros lie in drawers of their own, so each has its session. */
export interface CashSession {
  readonly currency: Currency;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly openingFloat: Rappen;
  /** In the order in which they were recorded. */
  readonly movements: readonly CashMovement[];
  readonly closing: CashClosing | null;
}

/** How a session ended. `expected + difference = counted = leftInDrawer + toBank`, always. */
export interface CashClosing {
  readonly closedAt: Instant;
  readonly closedBy: string;
  readonly count: readonly CountedPieces[];
  readonly counted: Rappen;
  readonly expected: Rappen;
  /** Counted less expected: negative when cash is missing. */
  readonly difference: Rappen;
  readonly differenceReason: string | null;
  /** The float of the next session. */
  readonly leftInDrawer: Rappen;
  readonly toBank: Rappen;
}

export interface CashOpening {
  readonly currency: Currency;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly openingFloat: Rappen;
}

export interface CashCount {
  readonly currency: Currency;
  readonly closedAt: Instant;
  readonly closedBy: string;
  readonly count: readonly CountedPieces[];
  readonly leftInDrawer: Rappen;
  readonly differenceReason: string | null;
  /** Up to here, in either direction, a difference needs no reason: the company's setting. */
  readonly differenceLimit: Rappen;
}

export function openCashSession(opening: CashOpening): Result<CashSession, CashRefusal> {
  const { currency, openingFloat } = opening;
  if (openingFloat < 0) return refuse({ code: 'cash_negative', amount: openingFloat, currency });
  if (!isPayableInCash(openingFloat, currency)) {
    return refuse({ code: 'cash_not_coinable', amount: openingFloat, currency });
  }
  return ok({ ...opening, movements: [], closing: null });
}

/** What should be in the drawer: the opening float and all movements since. */
export function expectedCash({
  openingFloat,
  movements,
}: Pick<CashSession, 'openingFloat' | 'movements'>): Rappen {
  return add(openingFloat, ...movements.map(signedAmount));
}

/**
 * The session with one more movement. The same movement again (its id) is refused, as is what the drawer cannot pay: what
 * is missing has come in somehow, and that is recorded first.
 */
export function recordMovement(
  session: CashSession,
  movement: CashMovement,
): Result<CashSession, CashRefusal> {
  const refusal = checkMovement(session, movement);
  if (refusal !== null) return refuse(refusal);
  return ok({ ...session, movements: [...session.movements, movement] });
}

function checkMovement(session: CashSession, movement: CashMovement): CashRefusal | null {
  const { currency, closing } = session;
  const { kind, amount, at } = movement;
  if (closing !== null) return { code: 'session_closed', closedAt: closing.closedAt };
  if (movement.currency !== currency) {
    return { code: 'wrong_currency', currency: movement.currency, drawer: currency };
  }
  if (amount <= 0) return { code: 'cash_not_positive', amount, currency };
  if (!isPayableInCash(amount, currency)) return { code: 'cash_not_coinable', amount, currency };
  if (at < session.openedAt) {
    return { code: 'movement_before_opening', at, openedAt: session.openedAt };
  }
  if (needsReason(kind) && isBlank(movement.reason)) return { code: 'reason_missing', kind };
  if (!needsReason(kind) && isBlank(movement.document)) return { code: 'document_missing', kind };
  if (session.movements.some(({ id }) => id === movement.id)) {
    return { code: 'movement_twice', id: movement.id };
  }
  const expected = expectedCash(session);
  if (add(expected, signedAmount(movement)) < 0) {
    return { code: 'drawer_too_empty', expected, asked: amount, currency };
  }
  return null;
}

/** Counts the drawer and ends the session. */
export function closeCashSession(session: CashSession, count: CashCount): Result<CashSession, CashRefusal> {
  const { currency, closing } = session;
  const { closedAt, closedBy, leftInDrawer, differenceReason, differenceLimit: limit } = count;
  if (closing !== null) return refuse({ code: 'session_closed', closedAt: closing.closedAt });
  if (count.currency !== currency) {
    return refuse({ code: 'wrong_currency', currency: count.currency, drawer: currency });
  }
  const latest = [session.openedAt, ...session.movements.map(({ at }) => at)].reduce((one, other) =>
    one > other ? one : other,
  );
  if (closedAt < latest) return refuse({ code: 'closed_too_early', closedAt, latest });
  const counting = countCash(currency, count.count);
  if (!counting.ok) return counting;
  const counted = counting.value;
  const expected = expectedCash(session);
  const difference = subtract(counted, expected);
  if (Math.abs(difference) > limit && isBlank(differenceReason)) {
    return refuse({ code: 'difference_without_reason', difference, limit, currency });
  }
  if (leftInDrawer < 0) return refuse({ code: 'cash_negative', amount: leftInDrawer, currency });
  if (!isPayableInCash(leftInDrawer, currency)) {
    return refuse({ code: 'cash_not_coinable', amount: leftInDrawer, currency });
  }
  if (leftInDrawer > counted)
    return refuse({ code: 'left_exceeds_counted', leftInDrawer, counted, currency });
  const toBank = subtract(counted, leftInDrawer);
  return ok({
    ...session,
    closing: {
      closedAt,
      closedBy,
      count: count.count,
      counted,
      expected,
      difference,
      differenceReason,
      leftInDrawer,
      toBank,
    },
  });
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
