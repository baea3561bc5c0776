import { type Rappen, rappen, zero } from '../money/rappen.ts';
import { splitAmount, splitWhole } from '../money/split-amount.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Canton } from '../time/holiday-rules.ts';
import type { Instant } from '../time/instant.ts';
import { dayOfNumber, minutesADay, wallMs } from '../time/wall-clock.ts';
import type { Charge, Kilometres } from './price-line.ts';
import type { Category, PriceList } from './price-list.ts';
import type { QuoteRefusal } from './quote-refusal.ts';
import type { QuoteRequest } from './quote-request.ts';
import { type RentalPart, rentalPart } from './rental-part.ts';

export interface Legs extends Omit<RentalPart, 'total'> {
  /** The category on the road at the end. */
  readonly category: Category;
  readonly categories: readonly Category[];
}

interface Leg {
  readonly category: Category;
  /** Whose price counts: with a courtesy the vehicle before, if this one is dearer. */
  readonly part: RentalPart;
  readonly days: number;
  readonly firstDay: number;
}

interface Whole {
  readonly at: Instant;
  readonly category: Category;
  readonly part: RentalPart;
}

/**
 * The rental, with vehicles exchanged under way. Each rental day costs its share of what the whole rental would cost in
 * the category driven on that day, so an exchange never loses a week's or month's price; a day belongs to the vehicle
 * with which it began.
 */
export function rentalLegs(
  request: QuoteRequest,
  list: PriceList,
  canton: Canton,
): Result<Legs, QuoteRefusal> {
  const priced = wholesOf(request, list, canton);
  if (!priced.ok) return priced;
  const wholes = priced.value;
  const [first, last] = [wholes[0], wholes.at(-1)];
  if (!first || !last) throw new Error('a rental has a category');
  const categories = wholes.map(({ category }) => category);
  if (wholes.length === 1) return ok({ ...first.part, category: first.category, categories });

  const driven = drivenLegs(wholes, request.pickUp.at);
  const sharedOut = new Map(driven.map(({ part }) => [part, shares(part, driven)]));
  const own = driven.map(({ part }, index) => ({
    amount: rappen(sharedOut.get(part)?.amounts[index] ?? 0),
    kilometres: sharedOut.get(part)?.kilometres[index] ?? ('unlimited' as const),
  }));
  return ok({
    rateId: first.part.rateId,
    days: driven.reduce((total, leg) => total + leg.days, 0),
    charges: driven.map((leg, index) => legCharge(leg, own[index]?.amount ?? zero)),
    kilometres: own.reduce<Kilometres>(
      (sum, { kilometres }) =>
        sum === 'unlimited' || kilometres === 'unlimited' ? 'unlimited' : sum + kilometres,
      0,
    ),
    extraKilometrePrice: driven
      .map(({ part }) => part.extraKilometrePrice)
      .reduce((least, price) => (price < least ? price : least)),
    category: last.category,
    categories,
  });
}

/** What the whole rental would cost in each category that is driven, in the order in which they are. */
function wholesOf(
  request: QuoteRequest,
  list: PriceList,
  canton: Canton,
): Result<readonly Whole[], QuoteRefusal> {
  const { at: startsAt } = request.pickUp;
  const { at: endsAt } = request.return;
  const wholes: Whole[] = [];
  const stations = [
    { at: startsAt, category: request.category, courtesy: false, field: 'category' },
    ...request.exchanges.map((exchange, index) => ({ ...exchange, field: `exchanges.${index}.category` })),
  ];
  for (const [index, { at, category: id, field, courtesy }] of stations.entries()) {
    const category = list.categories.find((known) => known.id === id);
    if (!category) return refuse({ code: 'category_unknown', field, id });
    const rates = list.rates.filter((rate) => rate.category === id);
    const part = rentalPart(rates, startsAt, endsAt, { seasonBy: list.seasonBy, canton });
    if (!part.ok) return part;
    const before = stations[index - 1];
    if (before && (at <= before.at || at >= endsAt)) {
      return refuse({ code: 'exchange_outside_period', field: `exchanges.${index - 1}.at` });
    }
    const previous = wholes.at(-1);
    const keeps = courtesy && previous !== undefined && previous.part.total < part.value.total;
    wholes.push({ at, category, part: keeps ? previous.part : part.value });
  }
  return ok(wholes);
}

/** Which rental days fall on which vehicle; one that was driven on none is left out. */
function drivenLegs(wholes: readonly Whole[], startsAt: Instant): readonly Leg[] {
  const dayMs = minutesADay * 60_000;
  const start = wallMs(startsAt);
  const legs = wholes.map(({ at, category, part }, index): Leg => {
    const begun = (moment: Instant) => Math.min(part.days, Math.ceil((wallMs(moment) - start) / dayMs));
    const next = wholes[index + 1];
    const from = begun(at);
    const days = (next === undefined ? part.days : begun(next.at)) - from;
    return { category, part, days, firstDay: Math.floor(start / dayMs) + from };
  });
  return legs.filter(({ days }) => days > 0);
}

function legCharge({ category, part, days, firstDay }: Leg, amount: Rappen): Charge {
  const { days: ofDays, total: wholePrice } = part;
  return {
    kind: 'rental',
    rule: { code: 'exchanged_leg', category: category.name, days, ofDays, wholePrice },
    quantity: 1,
    unitPrice: amount,
    vatKind: 'standard',
    firstDay: dayOfNumber(firstDay),
    days,
  };
}

/** What of a whole price falls on each leg; legs at the same price share it without losing a Rappen or kilometre. */
function shares(part: RentalPart, driven: readonly Leg[]) {
  const own = driven.map((leg) => (leg.part === part ? leg.days : 0));
  const others = Math.max(0, part.days - own.reduce((sum, count) => sum + count, 0));
  const { total, kilometres } = part;
  return {
    amounts: splitAmount(total, [...own, others]),
    kilometres: kilometres === 'unlimited' ? [] : splitWhole(kilometres, [...own, others]),
  };
}
