import { type BasisPoints, type Rappen, add, rappen, subtract, zero } from '../money/rappen.ts';
import { shareOf } from '../money/rounding.ts';
import { splitAmount } from '../money/split-amount.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { IsoDay } from '../time/instant.ts';
import type { PriceLine, PriceRule } from './price-line.ts';
import type { Discount, PriceList } from './price-list.ts';
import type { QuoteRefusal } from './quote-refusal.ts';
import type { QuoteRequest } from './quote-request.ts';

/**
 * Of the discounts for everybody and for the renter's group the one that saves most; then each voucher on what is left.
 * None makes its part of the price negative. A discount reduces the lines it is for in proportion, so that it stands
 * under the VAT rates of these lines: one discount line for each.
 */
export function discountLines(
  request: QuoteRequest,
  list: PriceList,
  on: IsoDay,
  days: number,
  lines: readonly PriceLine[],
): Result<readonly PriceLine[], QuoteRefusal> {
  const isDue = (discount: Discount): boolean => discount.validFrom <= on && on <= discount.validTo;
  const chosen: Discount[] = [];
  let most = zero;
  for (const discount of list.discounts) {
    if (discount.voucher !== null || !isDue(discount) || days < discount.minimumDays) continue;
    if (discount.group !== null && discount.group !== request.customerGroup) continue;
    const saved = savedBy(discount, lines, left(lines));
    if (saved > most) [most, chosen[0]] = [saved, discount];
  }
  for (const [index, id] of request.vouchers.entries()) {
    const field = `vouchers.${index}`;
    // One code may come back every spring, each time as a row of its own.
    const known = list.discounts.filter(({ voucher }) => voucher === id);
    if (known.length === 0) return refuse({ code: 'voucher_unknown', field, id });
    if (request.vouchers.indexOf(id) < index) return refuse({ code: 'voucher_twice', field, id });
    const discount = known.find(isDue);
    if (!discount) return refuse({ code: 'voucher_not_valid', field, id });
    const { minimumDays } = discount;
    if (days < minimumDays) return refuse({ code: 'voucher_needs_longer', field, minimumDays });
    chosen.push(discount);
  }
  const remaining = left(lines);
  return ok(
    chosen.flatMap((discount) => {
      const saved = savedBy(discount, lines, remaining);
      if (saved === 0) return [];
      const weights = lines.map((line, index) => (isFor(discount, line) ? (remaining[index] ?? zero) : 0));
      const parts = splitAmount(saved, weights);
      for (const [index, part] of parts.entries())
        remaining[index] = subtract(remaining[index] ?? zero, part);
      const code = discount.voucher === null ? 'discount' : 'voucher';
      const share = 'share' in discount.by ? discount.by.share : null;
      return underRates({ code, name: discount.name, share }, 'discount', lines, parts, -1);
    }),
  );
}

function left(lines: readonly PriceLine[]): Rappen[] {
  return lines.map(({ amount }) => amount);
}

function isFor({ on }: Discount, { kind }: PriceLine): boolean {
  return on === 'all' || kind === 'rental';
}

function savedBy(discount: Discount, lines: readonly PriceLine[], remaining: readonly Rappen[]): Rappen {
  const base = add(...remaining.filter((_, index) => isFor(discount, lines[index] as PriceLine)));
  const wished = 'share' in discount.by ? shareOf(base, discount.by.share) : discount.by.amount;
  return wished < base ? wished : base;
}

/** One line for each VAT rate among the lines, with what falls on them. */
export function underRates(
  rule: PriceRule,
  kind: PriceLine['kind'],
  lines: readonly PriceLine[],
  parts: readonly Rappen[],
  sign: 1 | -1,
): readonly PriceLine[] {
  const groups: { vatKind: PriceLine['vatKind']; vatRate: BasisPoints; sum: number }[] = [];
  for (const [index, { vatKind, vatRate }] of lines.entries()) {
    const group = groups.find((known) => known.vatKind === vatKind && known.vatRate === vatRate);
    if (group) group.sum += parts[index] ?? 0;
    else groups.push({ vatKind, vatRate, sum: parts[index] ?? 0 });
  }
  return groups
    .filter(({ sum }) => sum !== 0)
    .map(({ vatKind, vatRate, sum }) => {
      const amount = rappen(sum * sign);
      return { kind, rule, quantity: 1, unitPrice: amount, amount, vatKind, vatRate };
    });
}
