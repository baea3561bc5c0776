import type { Rappen } from '../money/rappen.ts';
import { shareOf } from '../money/rounding.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { IsoDay } from '../time/instant.ts';
import { yearsSince } from '../time/years-since.ts';
import { isOpen } from './opening.ts';
import type { Charge, PriceRule } from './price-line.ts';
import type { Branch, PriceList } from './price-list.ts';
import type { QuoteRefusal } from './quote-refusal.ts';
import type { QuoteRequest, RentalChoice } from './quote-request.ts';
import { sumOf } from './rental-part.ts';

export interface RentalFrame {
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly days: number;
}

/** What was chosen at the start, or joined later: where it stands in the request, and all that was chosen before. */
export interface Chosen {
  readonly choice: RentalChoice;
  /** The calendar day from which it holds: ages are counted on it. */
  readonly joinedOn: IsoDay;
  readonly path: string;
  readonly before: readonly RentalChoice[];
}

type Charges = Result<readonly Charge[], QuoteRefusal>;

/** By day up to the most that is charged, for so many pieces. */
function byDay(
  { days, firstDay }: RentalFrame,
  count: number,
  perDay: Rappen,
  maximum: Rappen | null,
): Pick<Charge, 'quantity' | 'unitPrice' | 'firstDay' | 'days'> & { readonly capped: boolean } {
  const capped = maximum !== null && perDay * days > maximum;
  if (capped) return { capped, quantity: count, unitPrice: maximum, firstDay, days };
  return { capped, quantity: count * days, unitPrice: perDay, firstDay, days };
}

/** `before` holds what was chosen earlier: of a thing there are only so many. */
export function extraCharges({ choice, path, before }: Chosen, list: PriceList, frame: RentalFrame): Charges {
  const charges: Charge[] = [];
  for (const [index, { id, count }] of choice.extras.entries()) {
    const field = `${path}extras.${index}.id`;
    const extra = list.extras.find((known) => known.id === id);
    if (!extra) return refuse({ code: 'extra_unknown', field, id });
    if (choice.extras.findIndex((other) => other.id === id) < index) {
      return refuse({ code: 'extra_twice', field, id });
    }
    const { name, price, vat: vatKind, maximumCount: maximum } = extra;
    const taken = before.flatMap(({ extras }) => extras).filter((other) => other.id === id);
    if (taken.reduce((sum, other) => sum + other.count, count) > maximum) {
      return refuse({ code: 'extra_too_many', field: `${path}extras.${index}.count`, maximum, name });
    }
    const common = { kind: 'extra', vatKind } as const;
    if (extra.per === 'once') {
      const when = { firstDay: frame.firstDay, days: frame.days };
      const rule: PriceRule = { code: 'extra_once', name, count, price };
      charges.push({ ...common, ...when, rule, quantity: count, unitPrice: price });
      continue;
    }
    const { capped, ...amount } = byDay(frame, count, price, extra.maximum);
    const rule: PriceRule = capped
      ? { code: 'extra_maximum', name, count, price: amount.unitPrice }
      : { code: 'extra_per_day', name, count, price, days: frame.days };
    charges.push({ ...common, ...amount, rule });
  }
  return ok(charges);
}

export function protectionCharges(
  { choice, path, before }: Chosen,
  list: PriceList,
  frame: RentalFrame,
): Charges {
  const charges: Charge[] = [];
  const earlier = before.flatMap(({ protections }) => protections);
  const covers = new Set(list.protections.filter(({ id }) => earlier.includes(id)).map(({ cover }) => cover));
  for (const [index, id] of choice.protections.entries()) {
    const field = `${path}protections.${index}`;
    const protection = list.protections.find((known) => known.id === id);
    if (!protection) return refuse({ code: 'protection_unknown', field, id });
    if (covers.has(protection.cover)) return refuse({ code: 'protection_twice', field, id });
    covers.add(protection.cover);
    const { name, perDay: price, vat: vatKind } = protection;
    const { capped, ...amount } = byDay(frame, 1, price, protection.maximum);
    const rule: PriceRule = capped
      ? { code: 'protection_maximum', name, count: 1, price: amount.unitPrice }
      : { code: 'protection', name, count: 1, price, days: frame.days };
    charges.push({ kind: 'protection', vatKind, ...amount, rule });
  }
  return ok(charges);
}

export function youngDriverCharges(
  { choice: { drivers }, joinedOn }: Chosen,
  { youngDriver }: PriceList,
  frame: RentalFrame,
): readonly Charge[] {
  if (youngDriver === null) return [];
  const { underAge, perDay, maximum } = youngDriver;
  return drivers
    .filter(({ bornOn }) => yearsSince(bornOn, joinedOn) < underAge)
    .map(() => {
      const { capped, ...amount } = byDay(frame, 1, perDay, maximum);
      const price = amount.unitPrice;
      const rule: PriceRule = capped
        ? { code: 'young_driver_maximum', underAge, price }
        : { code: 'young_driver', underAge, days: frame.days, price };
      return { kind: 'fee', vatKind: 'standard', ...amount, rule };
    });
}

/** One-way, outside opening hours, and airport: what depends on where and when. */
export function placeCharges(
  request: QuoteRequest,
  list: PriceList,
  frame: RentalFrame,
  branches: { readonly pickUp: Branch; readonly back: Branch },
  before: readonly Charge[],
): Charges {
  const charges: Charge[] = [];
  const { pickUp, back } = branches;
  const fee = (rule: PriceRule, price: Rappen, firstDay: IsoDay): void => {
    const charged = { quantity: 1, unitPrice: price, vatKind: 'standard', firstDay, days: 1 } as const;
    charges.push({ kind: 'fee', rule, ...charged });
  };
  if (pickUp.id !== back.id) {
    const price = oneWayPrice(list, pickUp.id, back.id);
    const [from, to] = [pickUp.name, back.name];
    if (price === undefined) {
      return refuse({ code: 'one_way_not_offered', field: 'return.branch', from, to });
    }
    fee({ code: 'one_way', from, to }, price, frame.lastDay);
  }
  if (!isOpen(pickUp, request.pickUp.at)) {
    const price = pickUp.afterHours.pickUp;
    if (price === null) return refuse({ code: 'branch_closed', field: 'pickUp.at', branch: pickUp.name });
    fee({ code: 'after_hours_pick_up', branch: pickUp.name }, price, frame.firstDay);
  }
  if (!isOpen(back, request.return.at)) {
    const price = back.afterHours.return;
    if (price === null) return refuse({ code: 'branch_closed', field: 'return.at', branch: back.name });
    fee({ code: 'after_hours_return', branch: back.name }, price, frame.lastDay);
  }
  const { airport } = pickUp;
  if (airport !== null) {
    const share = 'share' in airport ? airport.share : null;
    const price = 'share' in airport ? shareOf(sumOf(before), airport.share) : airport.once;
    fee({ code: 'airport', branch: pickUp.name, share }, price, frame.firstDay);
  }
  return ok(charges);
}

/** The row that names both branches, else the one that names the first, else the second, else any. */
function oneWayPrice({ oneWay }: PriceList, from: string, to: string): Rappen | undefined {
  for (const [a, b] of [
    [from, to],
    [from, '*'],
    ['*', to],
    ['*', '*'],
  ]) {
    const row = oneWay.find((known) => known.from === a && known.to === b);
    if (row) return row.price;
  }
  return undefined;
}
