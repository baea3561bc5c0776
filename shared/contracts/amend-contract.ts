import { checkDriver } from '../drivers/check-driver.ts';
import type { DriverRefusal, LicenceCategory } from '../drivers/driver-refusal.ts';
import { type HeldRefusal, type VehicleHeld, checkHeld } from '../fleet/vehicle-held.ts';
import { subtract } from '../money/rappen.ts';
import { parseSeriesNumber } from '../numbering/series-number.ts';
import type { ChangeRefusal } from '../pricing/change-rental.ts';
import type { PriceList } from '../pricing/price-list.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { type Instant, dayOf, minutesBetween } from '../time/instant.ts';
import { type AmendmentChange, changedPrice, changedTerms } from './amendment-change.ts';
import { type Signature, isSigned } from './contract-paper-signature.ts';
import type { ContractStatus } from './contract-state.ts';
import {
  type AmendmentProposal,
  type ContractTerms,
  type SignedAmendment,
  type SignedContract,
  contractDigest,
  currentTerms,
} from './signed-contract.ts';

/** What the replica knows at this moment. */
export interface AmendmentFacts {
  readonly now: Instant;
  /** What the vehicle that is on the road afterwards needs. */
  readonly licenceCategory: LicenceCategory;
  /** Of the vehicle that takes over; `null` when none does. */
  readonly newVehicle: {
    readonly status: 'active' | 'workshop' | 'retired';
    readonly outWith: string | null;
    /** What keeps it here at this moment. */
    readonly held: VehicleHeld | null;
  } | null;
  /** The list of today for the category of the vehicle that takes over; `null` when none does, or it has no price. */
  readonly offered: PriceList | null;
}

export type AmendmentRefusal =
  | ChangeRefusal
  | DriverRefusal
  | HeldRefusal
  | { readonly code: 'nothing_to_amend'; readonly field: 'changes' }
  | { readonly code: 'contract_not_out'; readonly status: ContractStatus }
  | { readonly code: 'extension_past'; readonly field: string; readonly until: Instant }
  | { readonly code: 'same_vehicle' | 'vehicle_not_rentable'; readonly field: string }
  | { readonly code: 'vehicle_out'; readonly field: string; readonly contract: string }
  | { readonly code: 'driver_twice'; readonly field: string }
  | { readonly code: 'added_backdated'; readonly field: string; readonly at: Instant }
  | { readonly code: 'nothing_added' | 'reason_missing'; readonly field: string };

export type SignRefusal =
  | { readonly code: 'amendment_stale'; readonly contract: string }
  | { readonly code: 'amendment_number' | 'amendment_number_twice'; readonly field: 'number' }
  | { readonly code: 'amendment_backdated'; readonly field: 'signedAt'; readonly after: Instant }
  | { readonly code: 'signature_missing'; readonly field: 'signature' };

/**
 * What some changes would make of a contract that is out, and at which price: by the list it was signed with. Changes are
 * applied in their order; the first that is not possible is refused, with its place in the list.
 */
export function proposeAmendment(
  contract: SignedContract,
  changes: readonly AmendmentChange[],
  facts: AmendmentFacts,
): Result<AmendmentProposal, AmendmentRefusal> {
  if (contract.status !== 'out') return refuse({ code: 'contract_not_out', status: contract.status });
  if (changes.length === 0) return refuse({ code: 'nothing_to_amend', field: 'changes' });
  const before = currentTerms(contract);
  let terms = before;
  for (const [index, change] of changes.entries()) {
    const path = `changes.${index}.`;
    const possible = checkChange(terms, change, facts, path);
    if (!possible.ok) return possible;
    const priced = changedPrice(terms.price, change, facts.offered);
    if (!priced.ok) return priced;
    terms = changedTerms(terms, change, priced.value.price);
  }
  const drivers = checkDrivers(terms, facts);
  if (!drivers.ok) return drivers;
  const [was, is] = [before.price.quote.total, terms.price.quote.total];
  return ok({
    contract: contract.number,
    follows: contractDigest(contract),
    changes,
    terms,
    before: was,
    after: is,
    difference: subtract(is, was),
  });
}

/** The contract with one more amendment; refused when it was amended since the proposal, or nobody signed. */
export function signAmendment(
  contract: SignedContract,
  proposal: AmendmentProposal,
  signed: { readonly number: string; readonly signedAt: Instant; readonly signature: Signature | null },
): Result<SignedContract, SignRefusal> {
  if (proposal.follows !== contractDigest(contract)) {
    return refuse({ code: 'amendment_stale', contract: contract.number });
  }
  const { number, signedAt, signature } = signed;
  const parsed = parseSeriesNumber(number);
  if (!parsed.ok || parsed.value.kind !== 'amendment') {
    return refuse({ code: 'amendment_number', field: 'number' });
  }
  if (contract.amendments.some((earlier) => earlier.number === number)) {
    return refuse({ code: 'amendment_number_twice', field: 'number' });
  }
  const last = contract.amendments.at(-1)?.signedAt ?? contract.signedAt;
  if (signedAt < last) return refuse({ code: 'amendment_backdated', field: 'signedAt', after: last });
  if (!isSigned(signature)) {
    return refuse({ code: 'signature_missing', field: 'signature' });
  }
  const amendment: SignedAmendment = { ...proposal, number, signedAt, signature };
  return ok({ ...contract, amendments: [...contract.amendments, amendment] });
}

/** So long may an amendment take from the form to the signature. */
const writingMinutes = 30;

function checkChange(
  terms: ContractTerms,
  change: AmendmentChange,
  { now, newVehicle }: AmendmentFacts,
  path: string,
): Result<null, AmendmentRefusal> {
  if (change.kind === 'extend' && change.until <= now) {
    // A car that is kept until a moment gone by is late, and not extended.
    return refuse({ code: 'extension_past', field: `${path}until`, until: change.until });
  }
  if (change.kind === 'exchange_vehicle') {
    const field = `${path}vehicle`;
    if (change.vehicle.id === terms.vehicle.id) return refuse({ code: 'same_vehicle', field });
    if (newVehicle?.status !== 'active') return refuse({ code: 'vehicle_not_rentable', field });
    if (newVehicle.outWith !== null) {
      return refuse({ code: 'vehicle_out', field, contract: newVehicle.outWith });
    }
    const held = checkHeld(newVehicle.held, field);
    if (!held.ok) return held;
    if (change.reason.trim() === '') return refuse({ code: 'reason_missing', field: `${path}reason` });
  }
  if (change.kind === 'add_driver' || change.kind === 'add_protections') {
    // Nobody is entitled or covered afterwards: the accident may have happened already.
    if (minutesBetween(change.from, now) > writingMinutes) {
      return refuse({ code: 'added_backdated', field: `${path}from`, at: change.from });
    }
  }
  if (change.kind === 'add_driver' && terms.drivers.some(({ id }) => id === change.driver.id)) {
    return refuse({ code: 'driver_twice', field: `${path}driver` });
  }
  if (change.kind === 'add_extras' && change.extras.length === 0) {
    return refuse({ code: 'nothing_added', field: `${path}extras` });
  }
  if (change.kind === 'add_protections' && change.protections.length === 0) {
    return refuse({ code: 'nothing_added', field: `${path}protections` });
  }
  return ok(null);
}

/** Whoever drives must be allowed to drive the vehicle that is on the road now, to the end as it is now. */
function checkDrivers(
  { drivers, price, vehicle }: ContractTerms,
  { licenceCategory }: AmendmentFacts,
): Result<null, DriverRefusal> {
  const { request, list } = price;
  const category = list.categories.find(({ id }) => id === vehicle.category);
  if (!category) throw new Error('a priced category is in its list');
  for (const [index, driver] of drivers.entries()) {
    const checked = checkDriver(
      driver,
      { ...category, licenceCategory },
      { firstDay: dayOf(driver.from ?? request.pickUp.at), lastDay: dayOf(request.return.at) },
      `drivers.${index}.`,
    );
    if (!checked.ok) return checked;
  }
  return ok(null);
}
