import type { PriceBasis } from '../money/gross-net.ts';
import { type BasisPoints, type Rappen, add, subtract, zero } from '../money/rappen.ts';
import { shareOf } from '../money/rounding.ts';
import { splitAmount } from '../money/split-amount.ts';
import type { PaperLanguage, PaperLine } from '../parties/paper-fields.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { IsoDay } from '../time/instant.ts';
import { type VatKind, firstVatDay, vatRateOn } from '../vat/vat-rates.ts';
import type { FreeInvoiceRefusal } from './free-invoice-refusal.ts';
import { discountTitle, explainItem } from './free-invoice-words.ts';
import { type VatShare, paperTotals } from './invoice-paper-totals.ts';
import { type Quantity, priceOf } from './quantity.ts';
import { withVatWithin } from './vat-within.ts';

/** Off one item or off the whole: a share of it, or an amount in the prices of the invoice (net or gross). */
export type Discount =
  | { readonly kind: 'rate'; readonly rate: BasisPoints }
  | { readonly kind: 'amount'; readonly amount: Rappen };

/** One thing sold without a contract. */
export interface FreeItem {
  readonly title: string;
  /** Small print before how the amount comes about; at most 120 characters. */
  readonly explanation: string | null;
  readonly quantity: Quantity;
  /** `Std.`, `km`; `null` for pieces. */
  readonly unit: string | null;
  /** With VAT within or without, as the request says. */
  readonly unitPrice: Rappen;
  /** Decides the VAT rate. */
  readonly servedOn: IsoDay;
  readonly vatKind: VatKind;
  readonly discount: Discount | null;
}

export interface FreeInvoiceRequest {
  readonly language: PaperLanguage;
  readonly basis: PriceBasis;
  /** A company that is not registered charges no VAT: net is then gross. */
  readonly vatRegistered: boolean;
  readonly items: readonly FreeItem[];
  /** Off the whole, after the discounts of the items. */
  readonly discount: Discount | null;
}

export interface FreeInvoice {
  /** For the paper, VAT within: the items in their order, then the discount, one line for each VAT rate. */
  readonly lines: readonly PaperLine[];
  readonly total: Rappen;
  readonly vat: readonly VatShare[];
  readonly service: { readonly from: IsoDay; readonly to: IsoDay };
}

const mostItems = 400;
const largestAmount = 99_999_999_999;

interface Priced {
  readonly title: string;
  readonly explanation: string | null;
  readonly vatKind: VatKind;
  readonly vatRate: BasisPoints;
  /** In the prices of the request: net or gross. */
  readonly amount: Rappen;
}

/**
 * The lines of an invoice without a contract. Every amount is rounded once; with net prices VAT is computed on the sum of
 * each rate, and the lines share it so that they add up to it. A discount on the whole is split over the rates by what they
 * come to, so that each rate's VAT falls with it.
 */
export function freeInvoice(request: FreeInvoiceRequest): Result<FreeInvoice, FreeInvoiceRefusal> {
  const { items, basis } = request;
  const [first] = items;
  if (first === undefined) return refuse({ code: 'no_items' });
  if (items.length > mostItems) return refuse({ code: 'too_many_items', limit: mostItems });
  const priced: Priced[] = [];
  for (const [position, item] of items.entries()) {
    const one = priceItem(item, position, request);
    if (!one.ok) return one;
    priced.push(one.value);
  }
  const discounted = discountWhole(priced, request);
  if (!discounted.ok) return discounted;
  const all = [...priced, ...discounted.value];
  const lines = basis === 'gross' ? all : withVatWithin(all);
  const { total, vat } = paperTotals(lines);
  if (total > largestAmount) return refuse({ code: 'invoice_too_large' });
  const days = items.map(({ servedOn }) => servedOn).toSorted();
  return ok({
    lines,
    total,
    vat,
    service: { from: days[0] ?? first.servedOn, to: days.at(-1) ?? first.servedOn },
  });
}

function priceItem(
  item: FreeItem,
  position: number,
  { basis, vatRegistered, language }: FreeInvoiceRequest,
): Result<Priced, FreeInvoiceRefusal> {
  const { title, quantity, unitPrice, servedOn, discount } = item;
  if (unitPrice < 0) return refuse({ code: 'price_negative', position, unitPrice });
  if (quantity * unitPrice > largestAmount * 1000) return refuse({ code: 'invoice_too_large' });
  const vatKind: VatKind = vatRegistered ? item.vatKind : 'none';
  if (vatKind === 'standard' && servedOn < firstVatDay) {
    return refuse({ code: 'service_too_old', position, servedOn, from: firstVatDay });
  }
  const full = priceOf(quantity, unitPrice);
  const off = discount === null ? ok(zero) : amountOff(discount, full, position);
  if (!off.ok) return off;
  return ok({
    title,
    explanation: explainItem(item, { basis: vatKind === 'none' ? 'gross' : basis, off: off.value }, language),
    vatKind,
    vatRate: vatRateOn(servedOn, vatKind),
    amount: subtract(full, off.value),
  });
}

/** @param position of the item; `null` for the whole */
function amountOff(
  discount: Discount,
  of: Rappen,
  position: number | null,
): Result<Rappen, FreeInvoiceRefusal> {
  const off = discount.kind === 'rate' ? shareOf(of, discount.rate) : discount.amount;
  if (off < 0) return refuse({ code: 'discount_negative', position });
  return off > of ? refuse({ code: 'discount_too_large', position, most: of, asked: off }) : ok(off);
}

function discountWhole(
  priced: readonly Priced[],
  { discount, language }: FreeInvoiceRequest,
): Result<readonly Priced[], FreeInvoiceRefusal> {
  if (discount === null) return ok([]);
  const groups = groupsOf(priced);
  const sums = groups.map((group) => add(...group.map(({ amount }) => amount)));
  const whole = add(...sums);
  const off = amountOff(discount, whole, null);
  if (!off.ok) return off;
  if (off.value === 0) return ok([]);
  const parts = splitAmount(off.value, sums);
  return ok(
    groups.flatMap(([first], at): readonly Priced[] => {
      const part = parts[at] ?? zero;
      if (first === undefined || part === 0) return [];
      const { vatKind, vatRate } = first;
      const title = discountTitle(discount, language);
      return [{ title, explanation: null, vatKind, vatRate, amount: subtract(zero, part) }];
    }),
  );
}

/** By VAT kind and rate, in the order in which they first appear. */
function groupsOf(priced: readonly Priced[]): readonly (readonly Priced[])[] {
  const groups = new Map<string, Priced[]>();
  for (const one of priced) {
    const key = `${one.vatKind} ${one.vatRate}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
