import { chainStart, linkHash } from '#shared/audit/audit-chain.ts';
import { instant } from '#shared/time/instant.ts';
import { moment } from './walk-in.ts';

/** The columns of an unsigned link of an audit chain with its true hash, as a counter writes them. */
export function auditLink(link: {
  readonly counterId: string;
  readonly userId: string;
  readonly sequence?: number;
  readonly previousHash?: string;
  readonly subjectId?: string;
}) {
  const { counterId, userId, sequence = 1, previousHash = chainStart } = link;
  const fact = {
    counterId,
    userId,
    sequence,
    kind: 'contract.signed',
    subjectId: link.subjectId ?? crypto.randomUUID(),
    contentHash: 'a'.repeat(64),
    occurredAt: instant(moment(0)),
  } as const;
  return {
    counter_id: counterId,
    user_id: userId,
    sequence,
    kind: fact.kind,
    subject_id: fact.subjectId,
    content_hash: fact.contentHash,
    previous_hash: previousHash,
    hash: linkHash(fact, previousHash),
    occurred_at: fact.occurredAt,
  };
}
