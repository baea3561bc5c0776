import { type Rappen, rappen, subtract } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import type { CreditedLine } from './credit-note.ts';

/**
 * What an earlier credit note took of which line of its invoice. A credit note carries the lines of the invoice as they stand
 * there with its own amounts, not their positions: a line is found again by its words and its VAT. Where two lines have the
 * same, it does not matter which of them gave: the first that has enough left is taken, else one after the other.
 *
 * @param credits the lines of each credit note, the oldest first
 */
export function earlierCredits(
  lines: readonly PaperLine[],
  credits: readonly (readonly PaperLine[])[],
): readonly { readonly credited: readonly CreditedLine[] }[] {
  const left = lines.map(({ amount }) => amount);
  return credits.map((credit) => {
    const taken = new Map<number, Rappen>();
    const take = (position: number, amount: Rappen): void => {
      left[position] = subtract(left[position] ?? rappen(0), amount);
      taken.set(position, rappen((taken.get(position) ?? 0) + amount));
    };
    for (const line of credit) {
      const alike = lines.flatMap((own, position) => (isAlike(own, line) ? [position] : []));
      const whole = alike.find((position) => Math.abs(left[position] ?? 0) >= Math.abs(line.amount));
      if (whole !== undefined) take(whole, line.amount);
      else takeInTurn(alike, line.amount);
    }
    return { credited: [...taken].map(([position, amount]) => ({ position, amount })) };

    function takeInTurn(alike: readonly number[], amount: Rappen): void {
      let rest = amount;
      for (const position of alike) {
        const here = left[position] ?? rappen(0);
        const part = Math.abs(here) < Math.abs(rest) ? here : rest;
        if (part === 0) continue;
        take(position, part);
        rest = subtract(rest, part);
      }
    }
  });
}

function isAlike(one: PaperLine, other: PaperLine): boolean {
  return (
    one.title === other.title &&
    one.explanation === other.explanation &&
    one.vatKind === other.vatKind &&
    one.vatRate === other.vatRate &&
    Math.sign(one.amount) === Math.sign(other.amount)
  );
}
