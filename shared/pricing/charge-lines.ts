import { times } from '../money/rappen.ts';
import { splitAmount } from '../money/split-amount.ts';
import { vatPeriods } from '../vat/vat-rates.ts';
import type { Charge, PriceLine } from './price-line.ts';

/**
 * The lines of a charge: one, or one for each VAT rate when its days of service lie on both sides of a change. Days at
 * one price are divided as days; anything else by days without losing a Rappen.
 */
export function chargeLines(charge: Charge): readonly PriceLine[] {
  const { kind, rule, quantity, unitPrice, vatKind, firstDay, days } = charge;
  const amount = times(unitPrice, quantity);
  const periods = vatPeriods(firstDay, days, vatKind);
  const [only] = periods;
  if (periods.length === 1 && only) {
    return [{ kind, rule, quantity, unitPrice, amount, vatKind, vatRate: only.rate }];
  }
  if (rule.code === 'day_rate') {
    return periods.map((period) => ({
      kind,
      unitPrice,
      vatKind,
      rule: { ...rule, days: period.days },
      quantity: period.days,
      amount: times(unitPrice, period.days),
      vatRate: period.rate,
    }));
  }
  const parts = splitAmount(
    amount,
    periods.map((period) => period.days),
  );
  return periods.flatMap((period, index) => {
    const part = parts[index];
    if (part === undefined) return [];
    const facts = { rule: { ...rule, part: { days: period.days, ofDays: days } }, vatRate: period.rate };
    return [{ kind, ...facts, quantity: 1, unitPrice: part, amount: part, vatKind }];
  });
}
