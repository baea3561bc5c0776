import { rappen } from '../money/rappen.ts';
import { splitAmount, splitWhole } from '../money/split-amount.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Canton } from '../time/holiday-rules.ts';
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
  const { at: startsAt } = request.pickUp;
  const { at: endsAt } = request.return;
  const wholes: { category: Category; part: RentalPart }[] = [];
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
    wholes.push({ category, part: keeps ? previous.part : part.value });
  }
  const last = wholes.at(-1);
  if (!last) throw new Error('a rental has a category');
  const categories = wholes.map(({ category }) => category);
  const [only] = wholes;
  if (wholes.length === 1 && only) return ok({ ...only.part, category: only.category, categories });

  const start = wallMs(startsAt);
  const legs = wholes.map(({ category, part }, index): Leg => {
    const begun = (at: (typeof stations)[number] | undefined): number => {
      if (at === undefined) return part.days;
      return Math.min(part.days, Math.ceil((wallMs(at.at) - start) / (minutesADay * 60_000)));
    };
    const from = index === 0 ? 0 : begun(stations[index]);
    const firstDay = Math.floor(start / (minutesADay * 60_000)) + from;
    return { category, part, days: begun(stations[index + 1]) - from, firstDay };
  });
  const driven = legs.filter(({ days }) => days > 0);
  const sharedOut = new Map(driven.map(({ part }) => [part, shares(part, driven)]));
  const charges: Charge[] = [];
  let sum = 0;
  let unlimited = false;
  for (const [index, { category, part, days, firstDay }] of driven.entries()) {
    const share = sharedOut.get(part);
    const amount = rappen(share?.amounts[index] ?? 0);
    const own = share?.kilometres[index];
    if (own === undefined) unlimited = true;
    else sum += own;
    charges.push({
      kind: 'rental',
      rule: {
        code: 'exchanged_leg',
        category: category.name,
        days,
        ofDays: part.days,
        wholePrice: part.total,
      },
      quantity: 1,
      unitPrice: amount,
      vatKind: 'standard',
      firstDay: dayOfNumber(firstDay),
      days,
    });
  }
  const kilometres: Kilometres = unlimited ? 'unlimited' : sum;
  const extraKilometrePrice = driven
    .map(({ part }) => part.extraKilometrePrice)
    .reduce((least, price) => (price < least ? price : least));
  const { rateId } = wholes[0]?.part ?? last.part;
  const days = driven.reduce((total, leg) => total + leg.days, 0);
  return ok({ rateId, days, charges, kilometres, extraKilometrePrice, category: last.category, categories });
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
