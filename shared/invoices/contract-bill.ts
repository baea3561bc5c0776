import type { Cleanliness } from '../contracts/handover.ts';
import type { SignedContract } from '../contracts/signed-contract.ts';
import type { ContractStatus } from '../contracts/contract-state.ts';
import type { Rappen } from '../money/rappen.ts';
import type { PaperLanguage, PaperLine } from '../parties/paper-fields.ts';
import type { ChangeRefusal, SignedPrice } from '../pricing/change-rental.ts';
import type { LineKind } from '../pricing/price-line.ts';
import type { Instant, IsoDay } from '../time/instant.ts';
import type { VatKind } from '../vat/vat-rates.ts';
import type { VatShare } from './invoice-paper-totals.ts';
import type { BilledDamage, SpecialLineRefusal } from './special-lines.ts';

/** What is missing in the tank or battery of a vehicle that came back. */
export interface MissingFuel {
  /** Eighths, 0 to 8 (`HandoverComparison.fuelMissing`). */
  readonly fuelMissing: number;
  readonly drive: 'fuel' | 'electric';
}

/** What the check-in found, as far as it costs something. */
export interface CheckInFindings extends MissingFuel {
  readonly returnedAt: Instant;
  /** Of all vehicles of the contract together; said by a person where an odometer went back. */
  readonly drivenKilometres: number;
  /** Of vehicles that were exchanged under way, in the order in which they came back. */
  readonly exchanged?: readonly MissingFuel[];
  readonly cleanliness: Cleanliness;
  readonly damages: readonly FoundDamage[];
}

/** A damage for which the renter is liable, at its whole cost. */
export interface FoundDamage extends BilledDamage {
  /** Of the price list: `collision`. The renter bears all of it where the category has no deductible for the cover. */
  readonly cover: string;
  /** When it happened; `null` where nobody knows: then what was agreed at the end counts. */
  readonly happenedAt: Instant | null;
}

/** What a company asks at a check-in, in the prices of the contract's list: with VAT within or without. */
export interface CheckInPrices {
  /** For each missing eighth, and once for driving to the pump. */
  readonly fuel: { readonly perEighth: Rappen; readonly service: Rappen };
  readonly charge: { readonly perEighth: Rappen; readonly service: Rappen };
  readonly cleaning: { readonly dirty: Rappen; readonly very_dirty: Rappen };
}

/** A fine that was handled for the renter. The fine itself is never billed: the driver pays it to the authority. */
export interface HandledFine {
  readonly finedOn: IsoDay;
  readonly handledOn: IsoDay;
  readonly fee: Rappen;
  /** The company's setting, to be asked of its fiduciary. */
  readonly vatKind: VatKind;
}

/** Money that came before the invoice; what was given back is negative. */
export interface BillPayment {
  /** In the language of the paper: `Karte`. */
  readonly label: string;
  readonly paidOn: IsoDay;
  readonly amount: Rappen;
}

export interface ContractBillRequest {
  readonly language: PaperLanguage;
  /** A company that is not registered charges no VAT. */
  readonly vatRegistered: boolean;
  readonly contract: SignedContract;
  readonly checkIn: CheckInFindings;
  readonly prices: CheckInPrices;
  readonly fines: readonly HandledFine[];
  readonly payments: readonly BillPayment[];
  /** Held for the contract; 0 without one. */
  readonly deposit: Rappen;
}

/** A line as it stands on the paper, and as it is stored. */
export interface BilledLine extends PaperLine {
  readonly kind: LineKind | 'damage';
  readonly quantity: number;
  /** With VAT within, as `amount` is: quantity × unitPrice. */
  readonly unitPrice: Rappen;
}

export interface ContractInvoice {
  readonly lines: readonly BilledLine[];
  readonly total: Rappen;
  readonly vat: readonly VatShare[];
  readonly service: { readonly from: IsoDay; readonly to: IsoDay };
  /** With what is kept of the deposit. */
  readonly payments: readonly BillPayment[];
  /** Never negative. */
  readonly open: Rappen;
}

export interface ContractBill {
  /** The price as it is at the return. */
  readonly price: SignedPrice;
  readonly rental: ContractInvoice;
  /** `null` without damage. */
  readonly damage: ContractInvoice | null;
  /** Together they are the deposit. */
  readonly deposit: { readonly kept: Rappen; readonly released: Rappen };
  /** Paid beyond the rental: to be given back, or set against the damage when the renter agrees. */
  readonly overpaid: Rappen;
}

export type ContractBillRefusal =
  | { readonly code: 'contract_not_returned'; readonly status: ContractStatus }
  | { readonly code: 'return_before_pick_up'; readonly out: Instant; readonly in: Instant }
  | { readonly code: 'net_prices_without_vat' }
  | { readonly code: 'refunded_beyond_paid'; readonly amount: Rappen }
  | SpecialLineRefusal
  | ChangeRefusal;
