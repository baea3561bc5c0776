import type { Compilable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
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

const keptLink = z.object({ sequence: z.int(), hash: z.string() });
const keptUnder = (counterId: string): string => `chain/${counterId}`;

/**
 * The end of the chain: the newest link in the replica. Where there is none though the counter has signed (its rows were taken
 * from it when its clerk was suspended, or are on their way again), the one it signed last, which is kept apart from them.
 */
async function endOfChain(tx: Tx, counterId: string): Promise<z.infer<typeof keptLink> | null> {
  // Together: one round trip.
  const [last, kept] = await Promise.all([
    lastLink(tx, counterId).executeTakeFirst(),
    tx.selectFrom('local_state').select('value').where('id', '=', keptUnder(counterId)).executeTakeFirst(),
  ]);
  return last ?? (kept ? keptLink.parse(JSON.parse(kept.value)) : null);
}

export interface AuditedEvent {
  readonly kind: AuditFact['kind'];
  readonly subjectId: string;
  readonly content: Json | Promise<Json>;
  readonly at: Instant;
}

/**
 * Adds a link to this counter's audit chain, signed by its host, in the transaction of what it vouches for.
 *
 * @param event its content may still be on its way: it is waited for beside the chain's end
 * @param together what else is written in the same round trip, after the link
 */
export async function appendAudit(
  tx: Tx,
  counter: Pick<Counter, 'host' | 'place'>,
  event: AuditedEvent,
  together: readonly Compilable[] = [],
): Promise<void> {
  await tx.write(...(await signedLink(tx, counter, event)), ...together);
}

/** The same as the last thing that a command does: it commits in the same round trip. */
export async function commitWithAudit(
  tx: Tx,
  counter: Pick<Counter, 'host' | 'place'>,
  event: AuditedEvent,
  together: readonly Compilable[] = [],
): Promise<void> {
  await tx.writeAndCommit(...(await signedLink(tx, counter, event)), ...together);
}

/** The statements that write the next link of the chain. */
async function signedLink(
  tx: Tx,
  { host, place }: Pick<Counter, 'host' | 'place'>,
  event: AuditedEvent,
): Promise<readonly Compilable[]> {
  const [last, content] = await Promise.all([endOfChain(tx, place.counterId), event.content]);
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
  return [
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
    tx.deleteFrom('local_state').where('id', '=', keptUnder(place.counterId)),
    tx.insertInto('local_state').values({
      id: keptUnder(place.counterId),
      value: JSON.stringify({ sequence: fact.sequence, hash }),
    }),
  ];
}
