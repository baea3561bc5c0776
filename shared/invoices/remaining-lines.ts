import type { BilledLine } from './contract-bill.ts';

/** What makes a line the same on two bills: not its words alone, which two lines may share. */
type Comparable = Pick<BilledLine, 'kind' | 'title' | 'amount' | 'vatRate'>;

/**
 * The lines of a bill that earlier bills do not have yet, each counted as often as it stands there; `null` when an earlier bill
 * has a line that this one has not: then what was billed has changed, and a credit note has to say so first.
 */
export function remainingLines<Line extends Comparable>(
  lines: readonly Line[],
  billed: readonly Comparable[],
): readonly Line[] | null {
  const left = new Map<string, number>();
  for (const line of billed) left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) + 1);
  const remaining = lines.filter((line) => {
    const count = left.get(keyOf(line)) ?? 0;
    if (count === 0) return true;
    left.set(keyOf(line), count - 1);
    return false;
  });
  return [...left.values()].some((count) => count > 0) ? null : remaining;
}

const keyOf = ({ kind, title, amount, vatRate }: Comparable): string =>
  JSON.stringify([kind, title, amount, vatRate]);
