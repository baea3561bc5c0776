import { useTranslation } from 'react-i18next';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, add, subtract, zero } from '#shared/money/rappen.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { refundable, toPay } from './gather-invoice.ts';
import type { ShownInvoice } from './use-invoice.ts';

/** Where a bill stands: what was billed, what came, what went back, and what is left. */
export function InvoiceAccountLines({ shown }: { readonly shown: ShownInvoice }) {
  const { t } = useTranslation();
  const { invoice, account, reminders } = shown;
  if (invoice.kind === 'credit_note') {
    return (
      <BillLines
        lines={[
          {
            key: 'total',
            title: t('invoices.total'),
            amount: formatMoney(invoice.total, invoice.currency),
            isTotal: true,
          },
        ]}
      />
    );
  }
  const less = (amount: Rappen): string => formatAmount(subtract(zero, amount));
  const fees = add(zero, ...reminders.map(({ fee }) => fee));
  const back = refundable(shown);
  const parts = [
    ['total', account.invoiced, formatAmount(account.invoiced)],
    ['fees', fees, formatAmount(fees)],
    ['paid', account.paid, less(account.paid)],
    ['credited', account.credited, less(account.credited)],
    ['refunded', account.refunded, formatAmount(account.refunded)],
  ] as const;
  return (
    <BillLines
      lines={[
        ...parts
          .filter(([key, amount]) => key === 'total' || amount > 0)
          .map(([key, , amount]) => ({ key, title: t(`invoices.${key}`), amount })),
        {
          key: 'open',
          title: t(back > 0 ? 'invoices.overpaid' : 'invoices.open'),
          amount: formatMoney(back > 0 ? back : toPay(shown), invoice.currency),
          isTotal: true,
        },
      ]}
    />
  );
}
