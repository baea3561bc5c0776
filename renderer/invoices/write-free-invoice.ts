import { type Discount, type FreeItem, freeInvoice } from '#shared/invoices/free-invoice.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { type IssuedInvoice, writeInvoice } from '../app/billing/write-invoice.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import type { InvoiceRefusal } from './invoice-refusal.ts';

export interface FreeInvoiceForm {
  readonly customerId: string;
  /** Prices with VAT within, as the customer sees them. */
  readonly items: readonly FreeItem[];
  readonly discount: Discount | null;
}

/** Bills a customer for something without a contract, in their language. */
export async function writeFreeInvoice(
  counter: Counter,
  { customerId, items, discount }: FreeInvoiceForm,
): Promise<Result<IssuedInvoice, InvoiceRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const [customer, company] = await Promise.all([
      tx.selectFrom('customers').selectAll().where('id', '=', customerId).executeTakeFirst(),
      tx
        .selectFrom('companies')
        .selectAll()
        .where('id', '=', counter.place.companyId)
        .executeTakeFirstOrThrow(),
    ]);
    if (!customer) return refuse({ code: 'customer_missing' });
    const made = freeInvoice({
      language: customer.language,
      basis: 'gross',
      vatRegistered: company.vat_registered === 1,
      items,
      discount,
    });
    if (!made.ok) return refuse({ code: 'free', because: made.refusal });
    const { lines, service } = made.value;
    const issued = await writeInvoice(
      tx,
      counter,
      company,
      {
        correctsId: null,
        contractId: null,
        customer,
        language: customer.language,
        currency: 'CHF',
        // The rule has rounded quantity × price already, and says it in the explanation.
        lines: lines.map((line) => ({
          ...line,
          kind: line.amount < 0 ? 'discount' : 'fee',
          quantity: 1,
          unitPrice: line.amount,
        })),
        service,
      },
      at,
    );
    return ok(issued);
  });
}
