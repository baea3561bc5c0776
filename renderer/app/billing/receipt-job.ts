import { uuidv7 } from 'uuidv7';
import type { Instant } from '#shared/time/instant.ts';
import type { Tx } from '../counter/transaction.ts';

/** The job to make the receipt of a payment. */
export function receiptJob(tx: Tx, paymentId: string, at: Instant) {
  return tx
    .insertInto('paper_jobs')
    .values({ id: uuidv7(), kind: 'receipt', subject_id: paymentId, created_at: at });
}
