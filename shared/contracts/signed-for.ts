import { hashOf } from '../audit/audit-chain.ts';
import type { Signature } from './contract-paper-signature.ts';
import { plain } from './signed-contract.ts';

/** A signature while a paper is being made, with the mark of what it said when the pen was put down. */
export interface GivenSignature {
  readonly signature: Signature | null;
  /** Empty where nobody kept it: such a signature holds for nothing. */
  readonly signedFor: string;
}

/** The mark of what a paper says: another for every other content. */
export function markOf(content: unknown): string {
  return hashOf(plain(content));
}

/**
 * Whether a signature was given for what the paper says now. What says something else is another paper, and is signed anew.
 *
 * @param mark of what it says now; `null` while that is not known, when no signature holds
 */
export function standingOf(
  { signature, signedFor }: GivenSignature,
  mark: string | null,
): 'none' | 'holds' | 'lapsed' {
  if (signature === null || mark === null) return 'none';
  return signedFor === mark ? 'holds' : 'lapsed';
}

/** The signature where it holds for what the paper says now. */
export function heldSignature(given: GivenSignature, mark: string | null): Signature | null {
  return standingOf(given, mark) === 'holds' ? given.signature : null;
}
