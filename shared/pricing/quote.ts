import type { PriceBasis } from '../money/gross-net.ts';
import { type Rappen, add, rappen } from '../money/rappen.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { dayOfNumber, wallClock } from '../time/wall-clock.ts';
import { chargeLines } from './charge-lines.ts';
import { discountLines } from './discounts.ts';
import { checkDriverAge } from '../drivers/check-driver-age.ts';
import {
  type RentalFrame,
  extraCharges,
  placeCharges,
  protectionCharges,
  youngDriverCharges,
} from './further-charges.ts';
import type { Charge, Kilometres, PriceLine } from './price-line.ts';
import type { Branch, PriceList } from './price-list.ts';
import type { QuoteRefusal } from './quote-refusal.ts';
import type { QuoteRequest } from './quote-request.ts';
import { type Legs, rentalLegs } from './rental-legs.ts';
import { kilometresCharge } from './rental-part.ts';
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
  for (const category of legs.value.categories) {
    for (const [index, driver] of request.drivers.entries()) {
      const age = checkDriverAge(driver, category, frame.firstDay, `drivers.${index}.`);
      if (!age.ok) return age;
    }
  }
  const distance = distanceCharges(request, list, frame, legs.value);
  if (!distance.ok) return distance;
  const charges = furtherCharges(request, list, frame, { pickUp, back }, [
    ...legs.value.charges,
    ...distance.value.charges,
  ]);
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
    ...securityOf(request, list, legs.value),
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

function furtherCharges(
  request: QuoteRequest,
  list: PriceList,
  frame: RentalFrame,
  branches: { readonly pickUp: Branch; readonly back: Branch },
  rental: readonly Charge[],
): Result<readonly Charge[], QuoteRefusal> {
  const protections = protectionCharges(request, list, frame);
  if (!protections.ok) return protections;
  const extras = extraCharges(request, list, frame);
  if (!extras.ok) return extras;
  const before = [...rental, ...protections.value, ...extras.value];
  const places = placeCharges(request, list, frame, branches, before);
  if (!places.ok) return places;
  return ok([...before, ...youngDriverCharges(request, list, frame), ...places.value]);
}

/** Deposit and deductibles of the vehicle on the road, with what the protections change. */
function securityOf(
  request: QuoteRequest,
  list: PriceList,
  { category }: Legs,
): Pick<Quote, 'deposit' | 'deductibles'> {
  const deductibles: Record<string, Rappen> = { ...category.deductibles };
  let deposit: number = category.deposit;
  for (const { id, cover, deductible, deposit: lowered } of list.protections) {
    if (!request.protections.includes(id)) continue;
    const own = deductibles[cover];
    deductibles[cover] = own !== undefined && own < deductible ? own : deductible;
    if (lowered !== null) deposit = Math.min(deposit, lowered);
  }
  return { deposit: rappen(deposit), deductibles };
}
