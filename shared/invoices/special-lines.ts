import { type Rappen, basisPoints, rappen } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { IsoDay } from '../time/instant.ts';
import { type VatKind, vatRateOn } from '../vat/vat-rates.ts';

/** A damage as it is billed: the words are for the customer, in their language. */
export interface BilledDamage {
  readonly title: string;
  readonly explanation: string | null;
  readonly cost: Rappen;
}

export type SpecialLineRefusal = { readonly code: 'no_damage' } | AmountRefusal;

export interface AmountRefusal {
  readonly code: 'amount_not_positive';
  readonly position: number;
  readonly amount: Rappen;
}

/**
 * The lines of a damage invoice. Compensation is no supply: it carries no VAT, and a paper with nothing else must not
 * mention it (MWSTG 18(2)(i)). Each damage costs the renter at most the deductible; `null` when it does not apply.
 */
export function damageLines(
  damages: readonly BilledDamage[],
  deductible: Rappen | null,
): Result<readonly PaperLine[], SpecialLineRefusal> {
  if (damages.length === 0) return refuse({ code: 'no_damage' });
  const wrong = damages.findIndex(({ cost }) => cost <= 0);
  if (wrong >= 0) {
    return refuse({
      code: 'amount_not_positive',
      position: wrong,
      amount: damages[wrong]?.cost ?? rappen(0),
    });
  }
  return ok(
    damages.map(({ title, explanation, cost }) => ({
      title,
      explanation,
      amount: rappen(Math.min(cost, deductible ?? cost)),
      vatKind: 'none',
      vatRate: basisPoints(0),
    })),
  );
}

/**
 * The line for handling a fine. Whether the fee carries VAT is the company's setting, to be asked of its fiduciary (u); the
 * rate is that of the day on which the fine was handled.
 */
export function fineFeeLine(fee: {
  readonly title: string;
  readonly explanation: string | null;
  readonly amount: Rappen;
  readonly vatKind: VatKind;
  readonly handledOn: IsoDay;
}): Result<PaperLine, AmountRefusal> {
  const { title, explanation, amount, vatKind, handledOn } = fee;
  if (amount <= 0) return refuse({ code: 'amount_not_positive', position: 0, amount });
  return ok({ title, explanation, amount, vatKind, vatRate: vatRateOn(handledOn, vatKind) });
}
