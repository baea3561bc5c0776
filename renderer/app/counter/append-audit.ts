import type { Compilable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type AuditFact, chainStart, hashOf, linkHash } from '#shared/audit/audit-chain.ts';
import type { Json } from '#shared/audit/canonical-json.ts';
import { must } from '#shared/result/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Counter } from './counter.ts';
import type { Tx } from './transaction.ts';

/** The newest link of a counter's chain. */
export function lastLink(rows: Pick<Tx, 'selectFrom'>, counterId: string) {
  return rows
    .selectFrom('audit_events')
    .select(['sequence', 'hash'])
    .where('counter_id', '=', counterId)
    .orderBy('sequence', 'desc')
    .limit(1);
}

/**
 * Adds a link to this counter's audit chain, signed by its host, in the transaction of what it vouches for.
 *
 * @param event its content may still be on its way: it is waited for beside the chain's end
 * @param together what else is written in the same round trip, after the link
 */
export async function appendAudit(
  tx: Tx,
  { host, place }: Pick<Counter, 'host' | 'place'>,
  event: {
    readonly kind: AuditFact['kind'];
    readonly subjectId: string;
    readonly content: Json | Promise<Json>;
    readonly at: Instant;
  },
  together: readonly Compilable[] = [],
): Promise<void> {
  const [last, content] = await Promise.all([
    lastLink(tx, place.counterId).executeTakeFirst(),
    event.content,
  ]);
  const fact: AuditFact = {
    counterId: place.counterId,
    userId: place.clerkId,
    sequence: (last?.sequence ?? 0) + 1,
    kind: event.kind,
    subjectId: event.subjectId,
    contentHash: hashOf(content),
    occurredAt: event.at,
  };
  const previousHash = last?.hash ?? chainStart;
  const hash = linkHash(fact, previousHash);
  const { signature, publicKey } = must(await host['audit.sign']({ counterId: place.counterId, hash }));
  await tx.write(
    tx.insertInto('audit_events').values({
      id: uuidv7(),
      company_id: place.companyId,
      counter_id: fact.counterId,
      user_id: fact.userId,
      sequence: fact.sequence,
      kind: fact.kind,
      subject_id: fact.subjectId,
      content_hash: fact.contentHash,
      previous_hash: previousHash,
      hash,
      signature,
      public_key: publicKey,
      occurred_at: fact.occurredAt,
      created_at: event.at,
    }),
    ...together,
  );
}
