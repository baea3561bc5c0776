import type { Json } from '../audit/canonical-json.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import { type ContractStatus, isLegalStep } from './contract-state.ts';
import { type SignedContract, contractDigest, plain } from './signed-contract.ts';

export type FrozenRefusal =
  | {
      readonly code: 'signed_contract_changed';
      /** The first place that differs: `terms.price.quote.total`. */
      readonly field: string;
      readonly signedAt: Instant;
    }
  | { readonly code: 'amendment_broken'; readonly number: string }
  | { readonly code: 'illegal_status'; readonly from: ContractStatus; readonly to: ContractStatus };

/**
 * May a signed contract be written like this? Nothing that was signed may differ, not even by a Rappen; an amendment may be
 * added behind those that are there, and the status may go a legal step.
 */
export function checkFrozen(
  signed: SignedContract,
  written: SignedContract,
): Result<SignedContract, FrozenRefusal> {
  const { status: from, ...frozen } = signed;
  const { status: to, ...candidate } = written;
  const kept = { ...candidate, amendments: candidate.amendments.slice(0, frozen.amendments.length) };
  const field = firstDifference(plain(frozen), plain(kept));
  if (field !== null) return refuse({ code: 'signed_contract_changed', field, signedAt: signed.signedAt });
  if (!isLegalStep(from, to)) return refuse({ code: 'illegal_status', from, to });
  return verifyAmendments(written);
}

/** Whether each amendment was made for exactly the contract in front of it; names the first that was not. */
export function verifyAmendments(contract: SignedContract): Result<SignedContract, FrozenRefusal> {
  for (const [index, { follows, number }] of contract.amendments.entries()) {
    const before = { ...contract, amendments: contract.amendments.slice(0, index) };
    if (follows !== contractDigest(before)) return refuse({ code: 'amendment_broken', number });
  }
  return ok(contract);
}

function firstDifference(one: Json, other: Json, path = ''): string | null {
  if (one === other) return null;
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return path;
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const at = path === '' ? key : `${path}.${key}`;
    const [a, b] = [left.get(key), right.get(key)];
    if (a === undefined || b === undefined) return at;
    const found = firstDifference(a, b, at);
    if (found !== null) return found;
  }
  return Array.isArray(one) === Array.isArray(other) ? null : path;
}
