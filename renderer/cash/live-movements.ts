import { signedAmount } from '#shared/cash/cash-movement.ts';
import { type Rappen, add } from '#shared/money/rappen.ts';
import type { DrawerMovement } from '../app/billing/drawer.ts';

/** A movement, and what was in the drawer after it. */
export interface LiveMovement extends DrawerMovement {
  readonly signed: Rappen;
  readonly balance: Rappen;
}

/** The movements of a drawer in their order, each with what was in the drawer after it. */
export function liveMovements(
  openingFloat: Rappen,
  movements: readonly DrawerMovement[],
): readonly LiveMovement[] {
  const live: LiveMovement[] = [];
  for (const movement of movements) {
    const signed = signedAmount(movement);
    live.push({ ...movement, signed, balance: add(live.at(-1)?.balance ?? openingFloat, signed) });
  }
  return live;
}
