import { times } from '../money/rappen.ts';
import { splitByServiceDay, vatPeriods } from '../vat/vat-rates.ts';
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
  return splitByServiceDay(amount, firstDay, days, vatKind).map((part) => ({
    kind,
    rule: { ...rule, part: { days: part.days, ofDays: days } },
    quantity: 1,
    unitPrice: part.amount,
    amount: part.amount,
    vatKind,
    vatRate: part.rate,
  }));
}
