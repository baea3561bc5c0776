import { rappen } from '../money/rappen.ts';
import { securityOf } from '../pricing/security.ts';
import type { SignedPrice } from '../pricing/change-rental.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { type IsoDay, dayOf } from '../time/instant.ts';
import type { BilledLine, ContractBillRequest } from './contract-bill.ts';
import { explainDeductible } from './contract-bill-words.ts';
import { type SpecialLineRefusal, damageLines } from './special-lines.ts';

export interface DamageBill {
  readonly lines: readonly BilledLine[];
  /** From the first damage whose day is known to the return. */
  readonly service: { readonly from: IsoDay; readonly to: IsoDay };
}

/**
 * The damages of a rental on an invoice of their own; `null` without any.
 *
 * Compensation is no consideration for a supply (MWSTG 18(2)(i)). Beside taxed lines it would be lawful, marked as without
 * VAT. We keep it apart all the same: whoever shows VAT owes it (MWSTG 27), and on a paper with a VAT number and a VAT summary
 * a reader takes the damage for taxed; the insurer needs a paper about the damage alone; a disputed damage would hold up the
 * payment of an undisputed rental; and the QR-bill of the rental can then name its VAT, because all of it is taxed. With
 * no taxed line on it, the damage invoice does not mention VAT at all.
 *
 * Each damage costs at most the deductible of its cover, as it was when the damage happened: a protection taken afterwards
 * does not lower it.
 */
export function damageBill(
  { checkIn, language }: ContractBillRequest,
  { request, list }: SignedPrice,
): Result<DamageBill | null, SpecialLineRefusal> {
  const { damages, returnedAt } = checkIn;
  const lines: BilledLine[] = [];
  for (const [position, damage] of damages.entries()) {
    const { cost, cover, happenedAt } = damage;
    const deductible = securityOf(request, list, happenedAt ?? undefined).deductibles[cover] ?? null;
    const borne = rappen(Math.min(cost, deductible ?? cost));
    // Who is covered altogether owes nothing: that is no line.
    if (cost > 0 && borne === 0) continue;
    const explanation = explainDeductible(damage.explanation, { borne, cost }, language);
    const billed = damageLines([{ ...damage, explanation }], deductible);
    if (!billed.ok) {
      return refuse({ code: 'amount_not_positive', position, amount: cost });
    }
    const one = { kind: 'damage', quantity: 1, unitPrice: borne } as const;
    lines.push(...billed.value.map((line) => ({ ...line, ...one })));
  }
  if (lines.length === 0) return ok(null);
  const to = dayOf(returnedAt);
  const known = damages.flatMap(({ happenedAt }) => (happenedAt === null ? [] : [dayOf(happenedAt)]));
  const from = known.reduce((first, day) => (day < first ? day : first), to);
  return ok({ lines, service: { from, to } });
}
