import type { Selectable } from 'kysely';
import type { ContractLine } from '#shared/contracts/contract-lines.ts';
import { type Rappen, add, zero } from '#shared/money/rappen.ts';
import type { Instant, IsoDay } from '#shared/time/instant.ts';
import type { CustomerRow } from '#sync/schema/rows.generated.ts';
import { receiptJob } from '../app/billing/receipt-job.ts';
import { paymentRows } from '../app/billing/take-payment.ts';
import { writeInvoice } from '../app/billing/write-invoice.ts';
import type { Counter } from '../app/counter/counter.ts';
import { nextNumber } from '../app/counter/next-number.ts';
import type { Tx } from '../app/counter/transaction.ts';
import type { PayNow } from './pay-now.ts';

export interface SignedRental {
  readonly contractId: string;
  readonly renter: Selectable<CustomerRow>;
  readonly lines: readonly ContractLine[];
  readonly service: { readonly from: IsoDay; readonly to: IsoDay };
}

/**
 * Bills the contract that was just signed and takes its payment, with a receipt: the last thing in the transaction, which it commits.
 * A rental that costs nothing is not billed.
 *
 * @param drawer of this counter; the caller refuses cash without one
 */
export async function payAtOnce(
  tx: Tx,
  counter: Counter,
  { contractId, renter, lines, service }: SignedRental,
  { method, drawer }: { readonly method: Exclude<PayNow, 'later'>; readonly drawer: string | undefined },
  at: Instant,
): Promise<void> {
  const amount: Rappen = add(zero, ...lines.map((line) => line.amount));
  if (amount <= 0) return;
  const company = await tx
    .selectFrom('companies')
    .selectAll()
    .where('id', '=', counter.place.companyId)
    .executeTakeFirstOrThrow();
  const { invoiceId } = await writeInvoice(
    tx,
    counter,
    company,
    {
      correctsId: null,
      contractId,
      customer: renter,
      language: renter.language,
      currency: 'CHF',
      lines: lines.map(({ label: title, explanation, ...line }) => ({
        ...line,
        title,
        explanation: explanation || null,
      })),
      service,
    },
    at,
  );
  const { text: receipt } = await nextNumber(tx, counter.place, 'receipt', at);
  const payment = { kind: 'payment', method, amount, invoiceId, contractId, reference: '', receipt } as const;
  const { id, statements } = paymentRows(tx, counter, payment, drawer, at);
  await tx.writeAndCommit(...statements, receiptJob(tx, id, at));
}
