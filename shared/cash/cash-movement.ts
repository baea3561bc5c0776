import { type Currency, type Rappen, subtract, zero } from '../money/rappen.ts';
import type { Instant } from '../time/instant.ts';

/** What moves cash: each kind has one direction. */
export const cashMovementKinds = [
  'payment',
  'refund',
  'deposit_in',
  'deposit_out',
  'paid_in',
  'paid_out',
] as const;
export type CashMovementKind = (typeof cashMovementKinds)[number];

const directions: Readonly<Record<CashMovementKind, 'in' | 'out'>> = {
  payment: 'in',
  refund: 'out',
  deposit_in: 'in',
  deposit_out: 'out',
  paid_in: 'in',
  paid_out: 'out',
};

/** Cash that came into the drawer or left it. It is never changed: a mistake is put right by another movement. */
export interface CashMovement {
  readonly id: string;
  readonly kind: CashMovementKind;
  readonly currency: Currency;
  /** Positive; the kind says the direction. */
  readonly amount: Rappen;
  readonly at: Instant;
  /** The clerk. */
  readonly by: string;
  /** The number of the receipt, invoice or contract; needed by all but `paid_in` and `paid_out`. */
  readonly document: string | null;
  /** Why; needed by `paid_in` and `paid_out`: `Portokasse`, `Wechselgeld von der Bank`. */
  readonly reason: string | null;
}

/** What a movement adds to the drawer: negative when it takes. */
export function signedAmount({ kind, amount }: Pick<CashMovement, 'kind' | 'amount'>): Rappen {
  return directions[kind] === 'in' ? amount : subtract(zero, amount);
}

/** Whether a movement is explained by words, not by a paper. */
export function needsReason(kind: CashMovementKind): boolean {
  return kind === 'paid_in' || kind === 'paid_out';
}
