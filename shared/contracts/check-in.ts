import type { CashRefusal } from '../cash/cash-refusal.ts';
import type {
  BillPayment,
  CheckInPrices,
  ContractBill,
  FoundDamage,
  HandledFine,
} from '../invoices/contract-bill.ts';
import type { ContractBillRefusal } from '../invoices/contract-bill.ts';
import { billContract } from '../invoices/invoice-from-contract.ts';
import { type Rappen } from '../money/rappen.ts';
import type { PaperLanguage } from '../parties/paper-fields.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import {
  type HandoverComparison,
  type HandoverComparisonRefusal,
  compareHandovers,
} from './compare-handovers.ts';
import type { ContractStatus } from './contract-state.ts';
import { drivenBetween } from './driven-between.ts';
import { type CloseRefusal, type Handover, closeHandover } from './handover.ts';
import type { SignedContract } from './signed-contract.ts';

/** What the clerk saw when the car came back, as it was entered. */
export interface CheckInEntry {
  /** Direction in, not closed yet. Its damages are all that the car has now. */
  readonly handover: Handover;
  /** Damages of the check-out that were mended on the way, by id. */
  readonly repaired: readonly string[];
  /** Of all vehicles together, said by a person where an odometer went back; otherwise null, and the odometers say it. */
  readonly drivenKilometres: number | null;
  /** What of the new damages is billed to the renter. */
  readonly billed: readonly FoundDamage[];
}

/** A vehicle that was exchanged under way: as it went out, and as it came back. */
export interface ExchangedVehicle {
  readonly out: Handover;
  readonly back: Handover;
  readonly drive: 'fuel' | 'electric';
}

/** What the replica knows at this moment. */
export interface CheckInFacts {
  readonly status: ContractStatus;
  /** Of the vehicle that is on the road now. */
  readonly checkOut: Handover;
  /** Those that were before it, in the order in which they came back. */
  readonly exchanged: readonly ExchangedVehicle[];
  /** `null` for a contract of a version that did not keep its terms: it is billed by hand. */
  readonly contract: SignedContract | null;
  readonly drive: 'fuel' | 'electric';
  readonly language: PaperLanguage;
  readonly vatRegistered: boolean;
  readonly prices: CheckInPrices;
  readonly fines: readonly HandledFine[];
  readonly payments: readonly BillPayment[];
  readonly deposit: Rappen;
}

export interface CheckInDecision {
  /** Closed: with the renter's signature, or without because the key came by the box. */
  readonly handover: Handover;
  readonly comparison: HandoverComparison;
  /** `null` where there are no terms to bill by. */
  readonly bill: ContractBill | null;
}

export type CheckInRefusal =
  | { readonly code: 'contract_not_out'; readonly status: ContractStatus }
  | { readonly code: 'driven_kilometres_missing'; readonly field: 'drivenKilometres' }
  | HandoverComparisonRefusal
  | CloseRefusal
  | ContractBillRefusal;

/**
 * What a check-in would come to, before anybody signs: the comparison with the check-out and the bill. The rules in the order in
 * which the clerk meets them; only the signature is left out, so that the price is in sight from the first key on.
 */
export function previewCheckIn(
  entry: CheckInEntry,
  facts: CheckInFacts,
): Result<Omit<CheckInDecision, 'handover'>, CheckInRefusal> {
  if (facts.status !== 'out') return refuse({ code: 'contract_not_out', status: facts.status });
  const compared = compareHandovers(facts.checkOut, entry.handover, entry.repaired);
  if (!compared.ok) return compared;
  const earlier = facts.exchanged.map(({ out, back, drive }) => ({ ...drivenBetween(out, back), drive }));
  const known = [compared.value, ...earlier].map(({ kilometresDriven }) => kilometresDriven);
  const driven = known.reduce(sumOrNull, 0) ?? entry.drivenKilometres;
  if (driven === null) return refuse({ code: 'driven_kilometres_missing', field: 'drivenKilometres' });
  if (facts.contract === null) return ok({ comparison: compared.value, bill: null });
  const bill = billContract({
    language: facts.language,
    vatRegistered: facts.vatRegistered,
    contract: { ...facts.contract, status: 'returned' },
    checkIn: {
      returnedAt: entry.handover.at,
      drivenKilometres: driven,
      fuelMissing: compared.value.fuelMissing,
      drive: facts.drive,
      exchanged: earlier,
      cleanliness: entry.handover.cleanliness,
      damages: entry.billed,
    },
    prices: facts.prices,
    fines: facts.fines,
    payments: facts.payments,
    deposit: facts.deposit,
  });
  if (!bill.ok) return bill;
  return ok({ comparison: compared.value, bill: bill.value });
}

const sumOrNull = (sum: number | null, one: number | null): number | null =>
  sum === null || one === null ? null : sum + one;

/** May this car be taken back like this, and what does it come to? */
export function decideCheckIn(
  entry: CheckInEntry,
  facts: CheckInFacts,
): Result<CheckInDecision, CheckInRefusal> {
  const preview = previewCheckIn(entry, facts);
  if (!preview.ok) return preview;
  const closed = closeHandover(entry.handover, entry.handover.at);
  if (!closed.ok) return closed;
  return ok({ ...preview.value, handover: closed.value });
}

export type DrawerTooEmpty = Extract<CashRefusal, { readonly code: 'drawer_too_empty' }>;

/** What the counter has against it beside the rules. */
export type ReturnRefusal =
  | CheckInRefusal
  /** Numbers are given out only when it is known which were given out before. */
  | { readonly code: 'first_sync_missing' }
  | { readonly code: 'contract_missing' }
  /** What was billed before the return is not all part of what it comes to now. */
  | { readonly code: 'billed_otherwise'; readonly number: string }
  /** Cash goes into a drawer that is open, so that its close adds up. */
  | { readonly code: 'drawer_closed'; readonly field: 'method' }
  /** A deposit goes back as it came, in coins; the drawer has not so many. */
  | DrawerTooEmpty;
