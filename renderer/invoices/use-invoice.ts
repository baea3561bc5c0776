import { useMemo } from 'react';
import { invoiceAccountOf } from '../app/billing/invoice-account-of.ts';
import { useRows } from '../app/hooks/use-rows.ts';

/** An invoice with all that happened to it, kept up to date: undefined until it is read, null where it is not here. */
export function useInvoice(invoiceId: string) {
  const found = useRows(`invoice/${invoiceId}`, (rows) =>
    rows.selectFrom('invoices').selectAll().where('id', '=', invoiceId),
  );
  const lines = useRows(`invoice/${invoiceId}/lines`, (rows) =>
    rows.selectFrom('invoice_lines').selectAll().where('invoice_id', '=', invoiceId).orderBy('position'),
  );
  const payments = useRows(`invoice/${invoiceId}/payments`, (rows) =>
    rows.selectFrom('payments').selectAll().where('invoice_id', '=', invoiceId).orderBy('id'),
  );
  const credits = useRows(`invoice/${invoiceId}/credits`, (rows) =>
    rows
      .selectFrom('invoices')
      .selectAll()
      .where('corrects_id', '=', invoiceId)
      .where('issued_at', 'is not', null)
      .orderBy('id'),
  );
  const reminders = useRows(`invoice/${invoiceId}/reminders`, (rows) =>
    rows.selectFrom('reminders').selectAll().where('invoice_id', '=', invoiceId).orderBy('step'),
  );
  return useMemo(() => {
    if (!found || !lines || !payments || !credits || !reminders) return undefined;
    const invoice = found[0];
    if (!invoice) return null;
    const account = invoiceAccountOf({
      total: invoice.total,
      payments,
      credits: credits.map(({ total }) => total),
    });
    return { invoice, lines, payments, credits, reminders, account };
  }, [found, lines, payments, credits, reminders]);
}

export type ShownInvoice = NonNullable<ReturnType<typeof useInvoice>>;
