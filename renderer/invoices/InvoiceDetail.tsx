import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Facts } from '../ui/Facts.tsx';
import { readableReference } from '../ui/readable-reference.ts';
import { InvoiceHistory } from './InvoiceHistory.tsx';
import { InvoicePapers } from './InvoicePapers.tsx';
import styles from './invoices.module.css';
import type { ShownInvoice } from './use-invoice.ts';

const recipientFields = z.object({
  name: z.string(),
  street: z.string(),
  building_number: z.string(),
  postal_code: z.string(),
  town: z.string(),
});

/** What stands on a bill, and what happened to it. */
export function InvoiceDetail({
  shown,
  onShow,
}: {
  readonly shown: ShownInvoice;
  readonly onShow: (documentId: string) => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { invoice, lines } = shown;
  const corrects = invoice.corrects_id ?? '';
  const [corrected] =
    useRows(`invoice/corrected/${corrects}`, (rows) =>
      rows.selectFrom('invoices').select('number').where('id', '=', corrects),
    ) ?? [];
  const contractId = invoice.contract_id ?? '';
  const [contract] =
    useRows(`invoice/contract/${contractId}`, (rows) =>
      rows.selectFrom('contracts').select('number').where('id', '=', contractId),
    ) ?? [];
  const to = recipientFields.parse(JSON.parse(invoice.recipient));
  return (
    <div className={styles['detail']}>
      <p>
        <strong>{to.name}</strong>
        <br />
        <span className="quiet">
          {`${to.street} ${to.building_number}`.trim()}, {to.postal_code} {to.town}
        </span>
      </p>
      <Facts
        facts={[
          [t('invoices.corrects'), corrected?.number ?? ''],
          [t('invoices.contract'), contract?.number ?? ''],
          [t('invoices.issuedOn'), formatDay(invoice.issued_on)],
          [t('invoices.dueOn'), invoice.kind === 'invoice' ? formatDay(invoice.due_on) : ''],
          [
            t('invoices.service'),
            invoice.service_from === invoice.service_to
              ? formatDay(invoice.service_from)
              : `${formatDay(invoice.service_from)} – ${formatDay(invoice.service_to)}`,
          ],
          [t('invoices.reference'), readableReference(invoice.reference ?? '')],
        ]}
      />
      <BillLines
        lines={[
          ...lines.map((line) => ({
            key: line.id,
            title: line.label,
            small: line.explanation,
            amount: formatAmount(line.amount),
          })),
          {
            key: 'total',
            title: t('invoices.total'),
            amount: formatMoney(invoice.total, invoice.currency),
            isTotal: true,
          },
          ...(invoice.vat_total > 0
            ? [{ key: 'vat', title: t('invoices.vatOf'), amount: formatAmount(invoice.vat_total) }]
            : []),
        ]}
      />
      {invoice.kind === 'invoice' ? (
        <InvoiceHistory
          shown={shown}
          onOpen={(invoiceId) => void navigate({ to: '/invoices/$invoiceId', params: { invoiceId } })}
        />
      ) : null}
      <InvoicePapers invoiceId={invoice.id} number={invoice.number} onShow={onShow} />
    </div>
  );
}
