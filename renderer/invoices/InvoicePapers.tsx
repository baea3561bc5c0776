import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { useMails } from '../app/mail/use-mails.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import styles from './invoices.module.css';

/** The papers of a bill: itself, its receipts and reminders. */
export function InvoicePapers({
  invoiceId,
  number,
  onShow,
}: {
  readonly invoiceId: string;
  readonly number: string;
  readonly onShow: (documentId: string) => void;
}) {
  const { t } = useTranslation();
  const papers = useRows(`invoice/${invoiceId}/papers`, (rows) =>
    rows
      .selectFrom('documents')
      .select(['id', 'kind', 'made_at'])
      .where('invoice_id', '=', invoiceId)
      .orderBy('made_at'),
  );
  const mails = useMails((papers ?? []).map(({ id }) => id));
  if (!papers?.length) return null;
  return (
    <section>
      <h2>{t('invoices.papers')}</h2>
      <ul className={styles['list']}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <span>
              <span className={styles['when']}>{formatInstant(paper.made_at)}</span>
              {t(`contract.paper.${paper.kind}`, { number })}
              {mails.has(paper.id) ? <small>{mails.get(paper.id)}</small> : null}
            </span>
            <button type="button" onClick={() => onShow(paper.id)}>
              {t('contract.show')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
