import { type Result, ok, refuse } from '../result/result.ts';
import { type HashedFact, chainStart, hashOf, linkHash } from './audit-chain.ts';
import type { Json } from './canonical-json.ts';
import { isLinkSignature } from './link-signature.ts';

/** A link as it is exported. */
export interface SignedLink extends HashedFact {
  readonly previousHash: string;
  readonly hash: string;
  readonly keyId: string;
  readonly signature: string;
  /** What was signed or issued. Left out where it may no longer be kept: the hash stays. */
  readonly content?: Json | undefined;
}

export interface AuditExport {
  readonly keys: readonly { readonly id: string; readonly counterId: string; readonly publicKey: string }[];
  /**
   * The last link of each counter, as another source knows it (the server's stamp, a printed report): without it nobody
   * can see that the end of a chain was cut off.
   */
  readonly heads: readonly { readonly counterId: string; readonly sequence: number; readonly hash: string }[];
  /** By counter, and by sequence within it. */
  readonly links: readonly SignedLink[];
}

export type ChainBreak =
  | { readonly code: 'order' | 'previous_hash_differs' | 'hash_differs' }
  | { readonly code: 'sequence_gap'; readonly expected: number }
  | { readonly code: 'key_unknown'; readonly keyId: string }
  | { readonly code: 'signature_wrong' | 'content_hash_differs' | 'head_missing' }
  | { readonly code: 'head_differs'; readonly expected: number };

/** The first broken link: where it stands in the export (from 0), whose it is, and which number it has. */
export type ChainRefusal = ChainBreak & {
  readonly position: number;
  readonly counterId: string;
  readonly sequence: number;
};

export interface VerifiedChains {
  readonly links: number;
  readonly counters: number;
  /** Links whose content came with them, and was compared. */
  readonly contents: number;
}

/** Follows the chain of every counter from its start to its head, and names the first link that does not hold. */
export function verifyChain(exported: AuditExport): Result<VerifiedChains, ChainRefusal> {
  const keys = new Map(exported.keys.map((key) => [key.id, key]));
  const heads = new Map(exported.heads.map((head) => [head.counterId, head]));
  const counters = new Set<string>();
  let before: SignedLink | null = null;
  let contents = 0;
  for (const [position, link] of exported.links.entries()) {
    const { counterId, sequence } = link;
    const isNext: boolean = before?.counterId === counterId;
    if (!isNext) {
      const cut = before && whyCut(before, heads);
      if (before && cut) return at(position - 1, before, cut);
      // A counter comes once, and the counters in the order of their ids: so the export has one form only.
      if (before && before.counterId > counterId) return at(position, link, { code: 'order' });
    }
    const expected = isNext && before ? before.sequence + 1 : 1;
    if (sequence !== expected) return at(position, link, { code: 'sequence_gap', expected });
    const broken = whyBroken(link, isNext && before ? before.hash : chainStart, keys);
    if (broken) return at(position, link, broken);
    if (link.content !== undefined) contents += 1;
    counters.add(counterId);
    before = link;
  }
  const cut = before && whyCut(before, heads);
  if (before && cut) return at(exported.links.length - 1, before, cut);
  for (const { counterId, sequence } of exported.heads) {
    if (counters.has(counterId)) continue;
    const position = exported.links.length;
    return refuse({ code: 'head_differs', expected: sequence, position, counterId, sequence: 0 });
  }
  return ok({ links: exported.links.length, counters: counters.size, contents });
}

function whyBroken(
  link: SignedLink,
  previousHash: string,
  keys: ReadonlyMap<string, AuditExport['keys'][number]>,
): ChainBreak | null {
  if (link.previousHash !== previousHash) return { code: 'previous_hash_differs' };
  const { counterId, userId, sequence, kind, subjectId, contentHash, occurredAt } = link;
  const fact = { counterId, userId, sequence, kind, subjectId, contentHash, occurredAt };
  if (linkHash(fact, previousHash) !== link.hash) return { code: 'hash_differs' };
  const key = keys.get(link.keyId);
  // A key of another counter is unknown here: a counter signs for itself only.
  if (key?.counterId !== counterId) return { code: 'key_unknown', keyId: link.keyId };
  if (!isLinkSignature(link.signature, link.hash, key.publicKey)) return { code: 'signature_wrong' };
  if (link.content !== undefined && hashOf(link.content) !== contentHash) {
    return { code: 'content_hash_differs' };
  }
  return null;
}

function whyCut(
  last: SignedLink,
  heads: ReadonlyMap<string, AuditExport['heads'][number]>,
): ChainBreak | null {
  const head = heads.get(last.counterId);
  if (!head) return { code: 'head_missing' };
  if (head.sequence === last.sequence && head.hash === last.hash) return null;
  return { code: 'head_differs', expected: head.sequence };
}

function at(position: number, { counterId, sequence }: SignedLink, broken: ChainBreak) {
  return refuse({ ...broken, position, counterId, sequence });
}
