import type { Selectable } from 'kysely';
import type { PaperOrderInput } from '#shared/ipc/paper-order.ts';
import type { Refusal } from '#shared/result/result.ts';
import type { PaperJobRow } from '#sync/schema/local-tables.ts';
import type { Counter } from '../counter/counter.ts';
import { inTransaction } from '../counter/transaction.ts';
import { now } from '#shared/time/instant.ts';
import { type ReadyPaper, paperOf } from './paper-of.ts';

/**
 * Makes the papers that are due: asks the host for the PDF, then records the document and queues it for Storage in one
 * transaction. Safe to repeat at any point: the same job makes the same bytes under the same id.
 *
 * A paper that cannot be made stays due, with the refusal beside it; the others are made.
 * @returns how many were made
 */
export async function makePapers(counter: Counter): Promise<number> {
  const jobs = await counter.rows.selectFrom('paper_jobs').selectAll().orderBy('created_at').execute();
  let made = 0;
  for (const job of jobs) {
    const failure = await make(counter, job).catch(unexpected);
    if (failure === null) made += 1;
    else {
      await counter.rows
        .updateTable('paper_jobs')
        .set({ last_error: JSON.stringify(failure) })
        .where('id', '=', job.id)
        .execute();
    }
  }
  return made;
}

/** Null when the paper is made and recorded. */
async function make(counter: Counter, job: Selectable<PaperJobRow>): Promise<Refusal | null> {
  const ready = await paperOf(counter, job.kind, job.subject_id);
  const order = { id: job.id, kind: job.kind, paper: ready.paper } as PaperOrderInput;
  const stored = await counter.host['documents.make'](order);
  if (!stored.ok) return stored.refusal;
  await recordDocument(counter, job, ready, stored.value);
  return null;
}

/** A bug must not keep the other papers from being made; its kind stays beside the job, for support. */
function unexpected(error: unknown): Refusal {
  return { code: `unexpected_${error instanceof Error ? error.name : typeof error}` };
}

async function recordDocument(
  counter: Counter,
  { id, kind, subject_id: subjectId }: Selectable<PaperJobRow>,
  { about, paper }: ReadyPaper,
  stored: { readonly sha256: string; readonly size: number },
): Promise<void> {
  const at = now();
  const { place } = counter;
  const path = `${place.companyId}/${id}.pdf`;
  await inTransaction(counter, async (tx) => {
    const still = await tx.selectFrom('paper_jobs').select('id').where('id', '=', id).executeTakeFirst();
    if (!still) return;
    await tx.write(
      tx.deleteFrom('paper_jobs').where('id', '=', id),
      tx.insertInto('documents').values({
        id,
        company_id: place.companyId,
        counter_id: place.counterId,
        contract_id: about.contractId,
        invoice_id: about.invoiceId,
        subject_id: subjectId,
        kind,
        language: paper.language,
        bucket: 'contract-pdfs',
        path,
        mime: 'application/pdf',
        sha256: stored.sha256,
        size_bytes: stored.size,
        made_at: at,
        created_at: at,
      }),
      tx.insertInto('document_uploads').values({
        id,
        bucket: 'contract-pdfs',
        path,
        sha256: stored.sha256,
        mime: 'application/pdf',
        attempts: 0,
        created_at: at,
      }),
    );
  });
}
