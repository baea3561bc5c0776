import type { PriceBasis } from '../money/gross-net.ts';
import { type Rappen, add } from '../money/rappen.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { dayOf } from '../time/instant.ts';
import { rentalPeriod } from '../time/rental-days.ts';
import { dayOfNumber, wallClock } from '../time/wall-clock.ts';
import { chargeLines } from './charge-lines.ts';
import { discountLines } from './discounts.ts';
import { checkDriverAge } from '../drivers/check-driver-age.ts';
import {
  type Chosen,
  type RentalFrame,
  extraCharges,
  placeCharges,
  protectionCharges,
  youngDriverCharges,
} from './further-charges.ts';
import type { Charge, Kilometres, PriceLine } from './price-line.ts';
import type { Branch, PriceList } from './price-list.ts';
import { checkPricedPeriod } from './priced-request.ts';
import type { QuoteRefusal } from './quote-refusal.ts';
import type { QuoteRequest } from './quote-request.ts';
import { type Legs, rentalLegs } from './rental-legs.ts';
import { kilometresCharge } from './rental-part.ts';
import { securityOf } from './security.ts';
import { type VatRow, vatSummary } from './vat-summary.ts';

export interface Quote {
  /** Whether the amounts of the lines have the VAT within. */
  readonly basis: PriceBasis;
  readonly rateId: string;
  readonly days: number;
  readonly lines: readonly PriceLine[];
  /** The sum of the lines. */
  readonly subtotal: Rappen;
  readonly vat: readonly VatRow[];
  /** What is to be paid, with VAT: the sum of `gross` in the VAT rows. In a gross list the same as the subtotal. */
  readonly total: Rappen;
  readonly kilometresIncluded: Kilometres;
  readonly extraKilometrePrice: Rappen;
  readonly deposit: Rappen;
  /** What the renter bears, by cover. */
  readonly deductibles: Readonly<Record<string, Rappen>>;
}

/**
 * The price of a rental, explained line by line, or why there is none. It depends on nothing but its two arguments.
 * The order: rental, kilometres, protections, extras, fees, discounts. How the rental itself is put together: `rentalPart`.
 */
export function quote(request: QuoteRequest, list: PriceList): Result<Quote, QuoteRefusal> {
  const period = checkPricedPeriod(request.pickUp.at, request.return.at);
  if (!period.ok) return period;
  const pickUp = list.branches.find(({ id }) => id === request.pickUp.branch);
  if (!pickUp) return refuse(noBranch('pickUp.branch', request.pickUp.branch));
  const back = list.branches.find(({ id }) => id === request.return.branch);
  if (!back) return refuse(noBranch('return.branch', request.return.branch));
  const legs = rentalLegs(request, list, pickUp.canton);
  if (!legs.ok) return legs;
  const frame: RentalFrame = {
    firstDay: dayOfNumber(wallClock(request.pickUp.at).day),
    lastDay: dayOfNumber(wallClock(request.return.at).day),
    days: legs.value.days,
  };
  const choices = datedChoices(request, frame);
  if (!choices.ok) return choices;
  for (const { choice, path, joinedOn } of choices.value) {
    for (const category of legs.value.categories) {
      for (const [index, driver] of choice.drivers.entries()) {
        const age = checkDriverAge(driver, category, joinedOn, `${path}drivers.${index}.`);
        if (!age.ok) return age;
      }
    }
  }
  const distance = distanceCharges(request, list, frame, legs.value);
  if (!distance.ok) return distance;
  const rental = [...legs.value.charges, ...distance.value.charges];
  const charges = furtherCharges(request, list, { frame, choices: choices.value, pickUp, back, rental });
  if (!charges.ok) return charges;
  const lines = charges.value.flatMap(chargeLines);
  const discounts = discountLines(request, list, frame.firstDay, frame.days, lines);
  if (!discounts.ok) return discounts;
  return ok({
    ...totalsOf([...lines, ...discounts.value], list.basis),
    rateId: legs.value.rateId,
    days: frame.days,
    kilometresIncluded: distance.value.kilometres,
    extraKilometrePrice: legs.value.extraKilometrePrice,
    ...securityOf(request, list),
  });
}

/** The lines with their sums. */
export function totalsOf(
  lines: readonly PriceLine[],
  basis: PriceBasis,
): Pick<Quote, 'basis' | 'lines' | 'subtotal' | 'vat' | 'total'> {
  const vat = vatSummary(lines, basis);
  const subtotal = add(...lines.map(({ amount }) => amount));
  return { basis, lines, subtotal, vat, total: add(...vat.map(({ gross }) => gross)) };
}

function noBranch(field: string, id: string): QuoteRefusal {
  return { code: 'branch_unknown', field, id };
}

/** Kilometres included, a package, and what was driven beyond. */
function distanceCharges(
  request: QuoteRequest,
  list: PriceList,
  frame: RentalFrame,
  { kilometres: ofRate, extraKilometrePrice: price }: Legs,
): Result<{ readonly charges: readonly Charge[]; readonly kilometres: Kilometres }, QuoteRefusal> {
  const charges: Charge[] = [kilometresCharge(ofRate, price, frame)];
  let kilometres = ofRate;
  const id = request.kilometrePackage;
  if (id !== null) {
    const found = list.kilometrePackages.find((known) => known.id === id);
    if (!found) return refuse({ code: 'package_unknown', field: 'kilometrePackage', id });
    kilometres =
      kilometres === 'unlimited' || found.kilometres === 'unlimited'
        ? 'unlimited'
        : kilometres + found.kilometres;
    charges.push({
      kind: 'kilometres',
      rule: {
        code: 'kilometre_package',
        name: found.name,
        kilometres: found.kilometres,
        price: found.price,
      },
      quantity: 1,
      unitPrice: found.price,
      vatKind: found.vat,
      firstDay: frame.firstDay,
      days: frame.days,
    });
  }
  const driven = request.drivenKilometres;
  if (driven !== null && kilometres !== 'unlimited' && driven > kilometres) {
    charges.push({
      kind: 'kilometres',
      rule: { code: 'extra_kilometres', driven, included: kilometres, price },
      quantity: driven - kilometres,
      unitPrice: price,
      vatKind: 'standard',
      firstDay: frame.firstDay,
      days: frame.days,
    });
  }
  return ok({ charges, kilometres });
}

/** What was chosen, with the part of the rental for which it is charged. */
interface DatedChoice extends Chosen {
  readonly frame: RentalFrame;
}

/**
 * The choice of the start, and all that joined later. The rental day in which something joins is charged whole, and is a
 * service of the calendar day on which it began, as it is for the rental itself: what joins at eight in the morning of
 * the last day before a change of VAT still joins in a rental day that began the day before.
 */
function datedChoices(
  request: QuoteRequest,
  frame: RentalFrame,
): Result<readonly DatedChoice[], QuoteRefusal> {
  const first = wallClock(request.pickUp.at).day;
  const choices: DatedChoice[] = [{ choice: request, path: '', before: [], joinedOn: frame.firstDay, frame }];
  for (const [index, choice] of request.added.entries()) {
    const { at } = choice;
    if (at <= request.pickUp.at || at >= request.return.at) {
      return refuse({ code: 'added_outside_period', field: `added.${index}.at` });
    }
    // Within the grace of the last day nothing is left of the rental; one day is charged all the same.
    const before = Math.min(rentalPeriod(request.pickUp.at, at).wholeDays, frame.days - 1);
    choices.push({
      choice,
      path: `added.${index}.`,
      before: choices.map((earlier) => earlier.choice),
      joinedOn: dayOf(at),
      frame: { firstDay: dayOfNumber(first + before), lastDay: frame.lastDay, days: frame.days - before },
    });
  }
  return ok(choices);
}

interface Surroundings {
  readonly frame: RentalFrame;
  readonly choices: readonly DatedChoice[];
  readonly pickUp: Branch;
  readonly back: Branch;
  readonly rental: readonly Charge[];
}

function furtherCharges(
  request: QuoteRequest,
  list: PriceList,
  { frame, choices, pickUp, back, rental }: Surroundings,
): Result<readonly Charge[], QuoteRefusal> {
  const protections: Charge[] = [];
  const extras: Charge[] = [];
  for (const chosen of choices) {
    const protection = protectionCharges(chosen, list, chosen.frame);
    if (!protection.ok) return protection;
    protections.push(...protection.value);
    const extra = extraCharges(chosen, list, chosen.frame);
    if (!extra.ok) return extra;
    extras.push(...extra.value);
  }
  const before = [...rental, ...protections, ...extras];
  const places = placeCharges(request, list, frame, { pickUp, back }, before);
  if (!places.ok) return places;
  const young = choices.flatMap((chosen) => youngDriverCharges(chosen, list, chosen.frame));
  return ok([...before, ...young, ...places.value]);
}
