import { instant } from '../time/instant.ts';
import { chainStart, hashOf, linkHash } from './audit-chain.ts';
import { publicKeyOf, signLink } from './link-signature.ts';
import type { AuditExport, SignedLink } from './verify-chain.ts';

/** A secret key for tests; counters count from 1. */
export function secretKeyOf(counter: number): Uint8Array {
  return new Uint8Array(32).fill(counter);
}

/** Sound chains of some counters, with content: `[3, 2]` makes three links of the first counter and two of the second. */
export function soundExport(lengths: readonly number[]): AuditExport {
  const chains = lengths.map((length, at) => soundChain(at + 1, length));
  return {
    keys: lengths.map((_, at) => ({
      id: `key-${at + 1}`,
      counterId: `counter-${at + 1}`,
      publicKey: publicKeyOf(secretKeyOf(at + 1)),
    })),
    heads: chains.flatMap((chain) => {
      const last = chain.at(-1);
      return last ? [{ counterId: last.counterId, sequence: last.sequence, hash: last.hash }] : [];
    }),
    links: chains.flat(),
  };
}

function soundChain(counter: number, length: number): readonly SignedLink[] {
  const links: SignedLink[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const content = { number: `ZRH-A-26-${counter}${sequence}`, total: 23_700 + sequence };
    const fact = {
      counterId: `counter-${counter}`,
      userId: 'user-1',
      sequence,
      kind: 'contract.signed',
      subjectId: `contract-${counter}-${sequence}`,
      contentHash: hashOf(content),
      occurredAt: instant(new Date(Date.UTC(2026, 10, 20, 8, sequence))),
    };
    const previousHash = links.at(-1)?.hash ?? chainStart;
    const hash = linkHash(fact, previousHash);
    const signature = signLink(hash, secretKeyOf(counter));
    links.push({ ...fact, previousHash, hash, keyId: `key-${counter}`, signature, content });
  }
  return links;
}
