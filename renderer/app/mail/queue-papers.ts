import { uuidv7 } from 'uuidv7';
import { emailField } from '#shared/parties/paper-fields.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import type { DocumentKind } from '#sync/schema/rows.generated.ts';
import type { Counter } from '../counter/counter.ts';
import { type Tx, inTransaction } from '../counter/transaction.ts';

/** Papers for the renter. A cash report is the company's own, and the answer to the police goes where the fine says. */
export const mailedKinds = [
  'contract',
  'amendment',
  'handover',
  'invoice',
  'credit_note',
  'receipt',
  'reminder',
  'fine_notice',
] as const satisfies readonly DocumentKind[];

export type MailRefusal =
  | { readonly code: 'email_invalid'; readonly field: 'recipient' }
  | { readonly code: 'nothing_chosen'; readonly field: 'papers' }
  | { readonly code: 'role_may_not_write' };

export interface PapersToMail {
  readonly customerId: string;
  /** As typed; spaces around it are no part of it. */
  readonly recipient: string;
  readonly documentIds: readonly string[];
}

/**
 * Puts papers into the outbox, one message each, in the language of the paper: they are sent by the server, once each, when the
 * line is there and the paper has arrived with it. All of them are queued, or none.
 * @returns how many were queued
 */
export async function queuePapers(
  counter: Pick<Counter, 'db' | 'place' | 'role'>,
  { customerId, recipient, documentIds }: PapersToMail,
): Promise<Result<number, MailRefusal>> {
  if (counter.role === 'viewer') return refuse({ code: 'role_may_not_write' });
  const address = recipient.trim();
  if (!emailField.safeParse(address).success) return refuse({ code: 'email_invalid', field: 'recipient' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const papers = await papersOf(tx, documentIds).execute();
    if (papers.length === 0) return refuse({ code: 'nothing_chosen', field: 'papers' });
    await tx.write(
      ...papers.map((paper) =>
        tx.insertInto('messages').values({
          id: uuidv7(),
          company_id: counter.place.companyId,
          counter_id: counter.place.counterId,
          clerk_id: counter.place.clerkId,
          channel: 'email',
          template: `paper_${paper.kind}`,
          language: paper.language,
          recipient: address,
          customer_id: customerId,
          document_id: paper.id,
          fields: '{}',
          queued_at: at,
          created_at: at,
        }),
      ),
    );
    return ok(papers.length);
  });
}

function papersOf(tx: Tx, documentIds: readonly string[]) {
  return tx
    .selectFrom('documents')
    .select(['id', 'kind', 'language'])
    .where('id', 'in', documentIds)
    .where('kind', 'in', mailedKinds);
}
