import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../time/instant.ts';
import { type Json, canonicalJson } from './canonical-json.ts';

/** What the first link of a chain names as its predecessor. */
export const chainStart = '0'.repeat(64);

/** A link before it is hashed: what happened, to which row, and the hash of that row's content. */
export interface AuditFact {
  readonly counterId: string;
  readonly userId: string;
  readonly sequence: number;
  readonly kind:
    | 'contract.signed'
    | 'invoice.issued'
    | 'handover.signed'
    | 'amendment.signed'
    | 'cash_session.closed';
  readonly subjectId: string;
  readonly contentHash: string;
  readonly occurredAt: Instant;
}

/** A fact as it is read back: of a kind that this version need not know. */
export type HashedFact = Omit<AuditFact, 'kind'> & { readonly kind: string };

/** SHA-256 of the canonical JSON, as 64 hexadecimal digits. */
export function hashOf(content: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}

/** The hash of a link: over its fact and its predecessor, so that no link can be changed, removed or moved unseen. */
export function linkHash(fact: HashedFact, previousHash: string): string {
  return hashOf({ ...fact, previousHash });
}
