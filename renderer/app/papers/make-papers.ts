import type { Selectable } from 'kysely';
import type { Refusal } from '#shared/result/result.ts';
import type { PaperJobRow } from '#sync/schema/local-tables.ts';
import type { Counter } from '../counter/counter.ts';
import { inTransaction } from '../counter/transaction.ts';
import { now } from '#shared/time/instant.ts';
import { contractPaperOf } from './contract-paper-of.ts';
import { invoicePaperOf } from './invoice-paper-of.ts';

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
  const { host, rows } = counter;
  const { id, kind, subject_id: subjectId } = job;
  const stored =
    kind === 'contract'
      ? await host['documents.makeContract']({ id, paper: await contractPaperOf(rows, subjectId) })
      : await host['documents.makeInvoice']({ id, paper: await invoicePaperOf(rows, subjectId) });
  if (!stored.ok) return stored.refusal;
  await recordDocument(counter, id, kind, subjectId, stored.value);
  return null;
}

/** A bug must not keep the other papers from being made; its kind stays beside the job, for support. */
function unexpected(error: unknown): Refusal {
  return { code: `unexpected_${error instanceof Error ? error.name : typeof error}` };
}

async function recordDocument(
  counter: Counter,
  id: string,
  kind: 'contract' | 'invoice',
  subjectId: string,
  stored: { readonly sha256: string; readonly size: number },
): Promise<void> {
  const at = now();
  const { place } = counter;
  const path = `${place.companyId}/${id}.pdf`;
  await inTransaction(counter, async (tx) => {
    const still = await tx.selectFrom('paper_jobs').select('id').where('id', '=', id).executeTakeFirst();
    if (!still) return;
    await tx.deleteFrom('paper_jobs').where('id', '=', id).execute();
    const invoice =
      kind === 'invoice'
        ? await tx
            .selectFrom('invoices')
            .select(['contract_id', 'language'])
            .where('id', '=', subjectId)
            .executeTakeFirstOrThrow()
        : null;
    const contractId = invoice ? invoice.contract_id : subjectId;
    const language =
      invoice?.language ??
      (
        await tx
          .selectFrom('contracts')
          .select('language')
          .where('id', '=', subjectId)
          .executeTakeFirstOrThrow()
      ).language;
    await tx
      .insertInto('documents')
      .values({
        id,
        company_id: place.companyId,
        counter_id: place.counterId,
        contract_id: contractId,
        invoice_id: invoice ? subjectId : null,
        kind,
        language,
        bucket: 'contract-pdfs',
        path,
        mime: 'application/pdf',
        sha256: stored.sha256,
        size_bytes: stored.size,
        made_at: at,
        created_at: at,
      })
      .execute();
    await tx
      .insertInto('document_uploads')
      .values({
        id,
        bucket: 'contract-pdfs',
        path,
        sha256: stored.sha256,
        mime: 'application/pdf',
        attempts: 0,
        created_at: at,
      })
      .execute();
  });
}
