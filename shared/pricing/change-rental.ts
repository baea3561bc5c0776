import { type Rappen, subtract, zero } from '../money/rappen.ts';
import { splitAmount } from '../money/split-amount.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { type Instant, dayOf, minutesBetween } from '../time/instant.ts';
import { chargeLines } from './charge-lines.ts';
import { underRates } from './discounts.ts';
import type { PriceLine } from './price-line.ts';
import { type PriceList, type PriceListInput, priceListSchema } from './price-list.ts';
import { type Quote, quote, totalsOf } from './quote.ts';
import type { QuoteRefusal } from './quote-refusal.ts';
import type { QuoteRequest, RentalChoice } from './quote-request.ts';

/**
 * The price of a signed contract: a snapshot of what was asked, of the list it was priced with, and of the answer. The
 * changes below price with the list in the snapshot, so that a new list, or a changed one, never changes a contract.
 */
export interface SignedPrice {
  readonly request: QuoteRequest;
  readonly list: PriceList;
  readonly quote: Quote;
}

export interface PriceChange {
  readonly price: SignedPrice;
  readonly before: Rappen;
  readonly after: Rappen;
  /** after − before: to be paid in addition, or negative, to be given back. */
  readonly difference: Rappen;
}

export type ChangeRefusal =
  | QuoteRefusal
  | { readonly code: 'not_longer' | 'not_early' | 'not_late'; readonly field: 'at' };

type Change = Result<PriceChange, ChangeRefusal>;

/** Prices and keeps copies, so that later changes to the arguments do not reach it. */
export function signPrice(request: QuoteRequest, list: PriceList): Result<SignedPrice, QuoteRefusal> {
  const ownList = priceListSchema.parse(JSON.parse(JSON.stringify(list)) as PriceListInput);
  const priced = quote(request, ownList);
  if (!priced.ok) return priced;
  return ok({ request: structuredCopy(request), list: ownList, quote: priced.value });
}

/**
 * The renter keeps the vehicle longer, agreed beforehand: the whole period is priced anew. It can only become
 * cheaper where a longer rate of the signed list says so.
 */
export function extendRental(signed: SignedPrice, until: Instant): Change {
  if (until <= signed.request.return.at) return refuse({ code: 'not_longer', field: 'at' });
  return changed(signed, returnedAt(signed.request, until));
}

export interface ExchangeTerms {
  readonly courtesy: boolean;
  /** Where the signed list does not have the category: the list by which it is offered now. */
  readonly offered?: PriceList | null;
}

/** Another vehicle from this moment on; see `rentalLegs`. With a courtesy (a breakdown) it never becomes dearer. */
export function exchangeVehicle(
  signed: SignedPrice,
  at: Instant,
  category: string,
  { courtesy, offered = null }: ExchangeTerms,
): Change {
  const { request } = signed;
  const list = withCategory(signed.list, category, offered);
  return changed(
    { ...signed, list },
    { ...request, exchanges: [...request.exchanges, { at, category, courtesy }] },
  );
}

/**
 * The signed list, with a category that it does not have: its rates are agreed on by the amendment and kept with it. All that was
 * agreed before stays at its price. A list whose amounts have the VAT within does not mix with one that adds it.
 */
function withCategory(list: PriceList, id: string, offered: PriceList | null): PriceList {
  const category = offered?.categories.find((known) => known.id === id);
  const isKnown = list.categories.some((known) => known.id === id);
  if (isKnown || !offered || !category || offered.basis !== list.basis) return list;
  const rates = offered.rates.filter((rate) => rate.category === id);
  return { ...list, categories: [...list.categories, category], rates: [...list.rates, ...rates] };
}

/** Drivers, extras or protections that join under way; nothing that was agreed before becomes dearer or cheaper by it. */
export function addToRental(signed: SignedPrice, at: Instant, choice: Partial<RentalChoice>): Change {
  const { request } = signed;
  const added = { at, drivers: [], extras: [], protections: [], ...choice };
  return changed(signed, { ...request, added: [...request.added, added] });
}

/** The vehicle goes back to another branch than agreed. */
export function returnElsewhere(signed: SignedPrice, branch: string): Change {
  const { request } = signed;
  return changed(signed, { ...request, return: { ...request.return, branch } });
}

/**
 * The vehicle is back: early, late or on time. A return is a fact, so it is priced also where the branch offers no return
 * outside its opening hours; no fee is invented for it.
 *
 * @param drivenKilometres of all vehicles of the rental together
 */
export function returnVehicle(signed: SignedPrice, at: Instant, drivenKilometres: number | null): Change {
  const agreed = signed.request.return.at;
  if (at < agreed) return returnEarly(signed, at, drivenKilometres);
  if (at > agreed) return returnLate(signed, at, drivenKilometres);
  return changed(signed, { ...signed.request, drivenKilometres });
}

/**
 * The vehicle comes back before the agreed time. `no_refund`: the signed price stays. `reprice`: the shorter period is priced
 * anew, but never above the signed price, also where the shorter rental would lose a longer rate.
 * Extra kilometres are charged in either case.
 */
export function returnEarly(signed: SignedPrice, at: Instant, drivenKilometres: number | null): Change {
  const { request, list } = signed;
  if (at >= request.return.at) return refuse({ code: 'not_early', field: 'at' });
  const driven = { ...request, drivenKilometres };
  if (list.earlyReturn === 'no_refund') return changed(signed, driven);
  const begun = request.exchanges.filter((exchange) => exchange.at < at);
  const added = request.added.filter((joined) => joined.at < at);
  const actual = returnedAt({ ...driven, exchanges: begun, added }, at);
  return changed(signed, actual, { never: 'dearer', fact: true });
}

/**
 * The vehicle comes back after the agreed time: the whole period is priced anew, but never below the signed price, so
 * that nobody gains by being late; and the late fee of the list is added beyond its grace.
 */
export function returnLate(signed: SignedPrice, at: Instant, drivenKilometres: number | null): Change {
  const { request, list } = signed;
  if (at <= request.return.at) return refuse({ code: 'not_late', field: 'at' });
  const actual = returnedAt({ ...request, drivenKilometres }, at);
  const minutes = minutesBetween(request.return.at, at);
  const { fee, graceMinutes, vat } = list.lateReturn;
  const lines: readonly PriceLine[] =
    minutes <= graceMinutes || fee === 0
      ? []
      : chargeLines({
          kind: 'fee',
          rule: { code: 'late_fee', minutes },
          quantity: 1,
          unitPrice: fee,
          vatKind: vat,
          firstDay: dayOf(at),
          days: 1,
        });
  return changed(signed, actual, { never: 'cheaper', fact: true, lines });
}

function returnedAt(request: QuoteRequest, at: Instant): QuoteRequest {
  return { ...request, return: { ...request.return, at } };
}

/** The list as it prices a return that has happened: closed or not, somebody took the key. */
function receiving(list: PriceList): PriceList {
  const branches = list.branches.map((branch) => ({
    ...branch,
    afterHours: { ...branch.afterHours, return: branch.afterHours.return ?? zero },
  }));
  return { ...list, branches };
}

interface Limits {
  readonly never?: 'dearer' | 'cheaper';
  /** It has happened, and cannot be refused. */
  readonly fact?: boolean;
  readonly lines?: readonly PriceLine[];
}

function changed(
  signed: SignedPrice,
  request: QuoteRequest,
  { never, fact = false, lines = [] }: Limits = {},
): Change {
  const { list } = signed;
  const prices = fact ? receiving(list) : list;
  const anew = quote(request, prices);
  if (!anew.ok) return anew;
  // Compared without extra kilometres: they come on top of whichever price holds.
  const bare =
    request.drivenKilometres === null ? anew : quote({ ...request, drivenKilometres: null }, prices);
  if (!bare.ok) return bare;
  const apart = subtract(signed.quote.total, bare.value.total);
  const holds = (never === 'dearer' && apart < 0) || (never === 'cheaper' && apart > 0);
  const gap = holds ? adjustment(signed.quote, bare.value) : [];
  const all = { ...anew.value, ...totalsOf([...anew.value.lines, ...gap, ...lines], list.basis) };
  const [before, after] = [signed.quote.total, all.total];
  const price = { request, list, quote: all };
  return ok({ price, before, after, difference: subtract(after, before) });
}

/**
 * Brings a price to the signed one, as a discount where it falls: rate by rate, so that VAT and total are those signed. Where a VAT rate has come or gone
 * with the new period, the sum of the lines is brought to the signed one, in proportion.
 */
function adjustment(signed: Quote, anew: Quote): readonly PriceLine[] {
  const rule = { code: 'signed_price_holds' } as const;
  const pairs = signed.vat.map((was) => ({
    was,
    is: anew.vat.find(({ vatKind, rate }) => vatKind === was.vatKind && rate === was.rate),
  }));
  if (pairs.length === anew.vat.length && pairs.every(({ is }) => is !== undefined)) {
    return pairs.flatMap(({ was, is = was }) => {
      const amount = subtract(was[signed.basis], is[signed.basis]);
      const { vatKind, rate: vatRate } = was;
      const line: PriceLine = {
        kind: amount < 0 ? 'discount' : 'rental',
        rule,
        quantity: 1,
        unitPrice: amount,
        amount,
        vatKind,
        vatRate,
      };
      return amount === 0 ? [] : [line];
    });
  }
  const charged = anew.lines.filter(({ amount }) => amount > 0);
  if (charged.length === 0) return [];
  const gap = subtract(signed.subtotal, anew.subtotal);
  const parts = splitAmount(
    gap,
    charged.map(({ amount }) => amount),
  );
  return underRates(rule, gap < 0 ? 'discount' : 'rental', charged, parts, 1);
}

function structuredCopy(request: QuoteRequest): QuoteRequest {
  return JSON.parse(JSON.stringify(request)) as QuoteRequest;
}
