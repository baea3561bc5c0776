import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import type { ShownInvoice } from './use-invoice.ts';
import styles from './invoices.module.css';

/** What happened to a bill, in its order: payments with their receipts, credit notes, reminders. */
export function InvoiceHistory({
  shown: { payments, credits, reminders },
  onOpen,
}: {
  readonly shown: ShownInvoice;
  readonly onOpen: (invoiceId: string) => void;
}) {
  const { t } = useTranslation();
  const events = [
    ...payments.flatMap(({ id, kind, method, amount, paid_at: at, receipt }) =>
      kind === 'payment' || kind === 'refund'
        ? [
            {
              id,
              at,
              text: t(`invoices.events.${kind}`, { method: t(`invoices.methods.${method}`) }),
              small: receipt ?? '',
              amount,
              open: null,
            },
          ]
        : [],
    ),
    ...credits.map(({ id, number, total, created_at: at }) => ({
      id,
      at,
      text: t('invoices.events.credit', { number }),
      small: '',
      amount: total,
      open: id,
    })),
    ...reminders.map(({ id, step, pay_until: until, fee, created_at: at }) => ({
      id,
      at,
      text: t('invoices.events.reminder', { step, day: formatDay(until) }),
      small: '',
      amount: fee,
      open: null,
    })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
  return (
    <section>
      <h2>{t('invoices.history')}</h2>
      {events.length === 0 ? <p className="quiet">{t('invoices.noHistory')}</p> : null}
      <ul className={styles['list']}>
        {events.map(({ id, at, text, small, amount, open }) => (
          <li key={id}>
            <span>
              <span className={styles['when']}>{formatInstant(at)}</span>
              {open === null ? (
                text
              ) : (
                <button type="button" onClick={() => onOpen(open)}>
                  {text}
                </button>
              )}{' '}
              <small>{small}</small>
            </span>
            <span className="amount">{formatAmount(amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
