import type { Json } from '../audit/canonical-json.ts';
import { hashOf } from '../audit/audit-chain.ts';
import type { Driver } from '../drivers/check-driver.ts';
import type { Rappen } from '../money/rappen.ts';
import type { SignedPrice } from '../pricing/change-rental.ts';
import type { Instant } from '../time/instant.ts';
import type { AmendmentChange } from './amendment-change.ts';
import type { Signature } from './contract-paper-signature.ts';
import type { ContractStatus } from './contract-state.ts';

export interface ContractDriver extends Driver {
  readonly id: string;
  /** When they joined; `null` for who signed at the start. */
  readonly from: Instant | null;
}

export interface ContractVehicle {
  readonly id: string;
  /** Of the price list. */
  readonly category: string;
}

/** What the parties agreed. Period, branches, extras and protections are those of the price's request. */
export interface ContractTerms {
  readonly vehicle: ContractVehicle;
  readonly drivers: readonly ContractDriver[];
  readonly price: SignedPrice;
}

/** A signed contract is never changed: what was agreed later stands behind it, each amendment signed by itself. */
export interface SignedContract {
  readonly number: string;
  readonly status: ContractStatus;
  readonly signedAt: Instant;
  readonly terms: ContractTerms;
  /** In the order in which they were signed. */
  readonly amendments: readonly SignedAmendment[];
}

/** What an amendment would make of a contract, before anybody has signed it. */
export interface AmendmentProposal {
  /** Of the contract. */
  readonly contract: string;
  /** The digest of the contract with all earlier amendments: what the renter had in front of them. */
  readonly follows: string;
  readonly changes: readonly AmendmentChange[];
  /** As they are from now on. */
  readonly terms: ContractTerms;
  readonly before: Rappen;
  readonly after: Rappen;
  /** after − before. */
  readonly difference: Rappen;
}

export interface SignedAmendment extends AmendmentProposal {
  /** `ZRH-A-26-N00003` */
  readonly number: string;
  readonly signedAt: Instant;
  readonly signature: Signature;
}

/** What holds now: the contract as its last amendment left it. */
export function currentTerms(contract: SignedContract): ContractTerms {
  return contract.amendments.at(-1)?.terms ?? contract.terms;
}

/** SHA-256 over what was signed so far, in hexadecimal. The status is not part of it: a car that comes back changes nothing. */
export function contractDigest({
  number,
  signedAt,
  terms,
  amendments,
}: Omit<SignedContract, 'status'>): string {
  return hashOf(plain({ number, signedAt, terms, amendments }));
}

/** A value as it is once stored and read again. */
export function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
