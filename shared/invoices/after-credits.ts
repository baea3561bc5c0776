import { type Rappen, add, subtract, zero } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import { creditableLines } from './credit-note.ts';
import { earlierCredits } from './earlier-credits.ts';

/** What an invoice comes to after its credit notes. */
export interface AfterCredits<Line extends PaperLine> {
  /** The lines that still stand, as they were billed: also one of which part was given back. */
  readonly standing: readonly Line[];
  /** What was given back of those. */
  readonly credited: Rappen;
  /** What is left of the invoice, before payments. */
  readonly total: Rappen;
}

/**
 * A line that was credited whole is as if it had never been billed: whoever takes something off the bill may bill it anew. One that was
 * credited in part was given cheaper, and stays billed. Where nothing is left of the invoice no line stands.
 *
 * @param credits the lines of each credit note of the invoice, the oldest first
 */
export function afterCredits<Line extends PaperLine>(
  lines: readonly Line[],
  credits: readonly (readonly PaperLine[])[],
): AfterCredits<Line> {
  const left = creditableLines(lines, earlierCredits(lines, credits)).map(({ amount }) => amount);
  const total = add(zero, ...left);
  if (credits.length > 0 && left.every((amount) => amount === 0))
    return { standing: [], credited: zero, total };
  // What cost nothing was not given back either.
  const stands = lines.map(({ amount }, at) => amount === 0 || left[at] !== 0);
  const standing = lines.filter((_, at) => stands[at]);
  const billed = add(zero, ...standing.map(({ amount }) => amount));
  return { standing, credited: subtract(billed, total), total };
}
