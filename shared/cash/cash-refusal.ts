import type { Currency, Rappen } from '../money/rappen.ts';
import type { Instant } from '../time/instant.ts';
import type { CashMovementKind } from './cash-movement.ts';
import type { CountRefusal } from './count-cash.ts';

/** Why cash is not recorded or a session not closed. */
export type CashRefusal =
  | CountRefusal
  | { readonly code: 'cash_negative'; readonly amount: Rappen; readonly currency: Currency }
  | { readonly code: 'cash_not_positive'; readonly amount: Rappen; readonly currency: Currency }
  /** Francs in cash are multiples of 5 Rappen. */
  | { readonly code: 'cash_not_coinable'; readonly amount: Rappen; readonly currency: Currency }
  | { readonly code: 'wrong_currency'; readonly currency: Currency; readonly drawer: Currency }
  | { readonly code: 'session_closed'; readonly closedAt: Instant }
  | { readonly code: 'movement_before_opening'; readonly at: Instant; readonly openedAt: Instant }
  | { readonly code: 'movement_twice'; readonly id: string }
  | { readonly code: 'reason_missing'; readonly kind: CashMovementKind }
  | { readonly code: 'document_missing'; readonly kind: CashMovementKind }
  | {
      readonly code: 'drawer_too_empty';
      readonly expected: Rappen;
      readonly asked: Rappen;
      readonly currency: Currency;
    }
  /** `latest` is the opening or the last movement. */
  | { readonly code: 'closed_too_early'; readonly closedAt: Instant; readonly latest: Instant }
  | {
      readonly code: 'difference_without_reason';
      readonly difference: Rappen;
      readonly limit: Rappen;
      readonly currency: Currency;
    }
  | {
      readonly code: 'left_exceeds_counted';
      readonly leftInDrawer: Rappen;
      readonly counted: Rappen;
      readonly currency: Currency;
    };
