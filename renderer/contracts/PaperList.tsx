import { sql } from 'kysely';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { useMails } from '../app/mail/use-mails.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import type { DocumentKind } from '#sync/schema/rows.generated.ts';
import styles from './ContractScreen.module.css';

/** Of the bill or the amendment of which it is the paper. */
const numberOf = sql<string | null>`coalesce(invoices.number, amendments.number)`.as('number');

/** The papers of a contract and how far each is: being made, made and waiting for the line, stored. */
export function PaperList({
  contractId,
  onShow,
}: {
  readonly contractId: string;
  readonly onShow: (id: string) => void;
}) {
  const { t } = useTranslation();
  const made = useRows(`papers/${contractId}`, (rows) =>
    rows
      .selectFrom('documents')
      .leftJoin('invoices', 'invoices.id', 'documents.invoice_id')
      .leftJoin('amendments', 'amendments.id', 'documents.subject_id')
      .where('documents.contract_id', '=', contractId)
      .select(['documents.id', 'documents.kind', 'documents.stored_at', numberOf])
      .orderBy('documents.made_at'),
  );
  const due = useRows(`papers/${contractId}/due`, (rows) =>
    rows
      .selectFrom('paper_jobs')
      .leftJoin('invoices', 'invoices.id', 'paper_jobs.subject_id')
      .leftJoin('amendments', 'amendments.id', 'paper_jobs.subject_id')
      .leftJoin('handovers', 'handovers.id', 'paper_jobs.subject_id')
      .where((eb) =>
        eb.or([
          eb('paper_jobs.subject_id', '=', contractId),
          eb('invoices.contract_id', '=', contractId),
          eb('amendments.contract_id', '=', contractId),
          eb('handovers.contract_id', '=', contractId),
        ]),
      )
      .select(['paper_jobs.id', 'paper_jobs.kind', 'paper_jobs.last_error', numberOf]),
  );
  const name = (kind: DocumentKind, number: string | null): string =>
    t(`contract.paper.${kind}`, { number: number ?? '' });
  // The two queries are not of one moment: a paper that was just made is not also still to be made.
  const waiting = (due ?? []).filter(({ id }) => !made?.some((paper) => paper.id === id));
  const mails = useMails((made ?? []).map(({ id }) => id));
  if ((made?.length ?? 0) + waiting.length === 0) return null;
  return (
    <>
      <h2>{t('contract.papers')}</h2>
      <ul className={styles['papers']}>
        {made?.map((paper) => (
          <li key={paper.id}>
            <span>
              {name(paper.kind, paper.number)}
              <small data-stored={paper.stored_at !== null}>
                {paper.stored_at
                  ? t('contract.stored', { time: formatInstant(instant(paper.stored_at)) })
                  : t('contract.waitingUpload')}
              </small>
              {mails.has(paper.id) ? <small>{mails.get(paper.id)}</small> : null}
            </span>
            <button type="button" className={styles['show']} onClick={() => onShow(paper.id)}>
              {t('contract.show')}
            </button>
          </li>
        ))}
        {waiting.map((job) => (
          <li key={job.id}>
            <span>
              {name(job.kind, job.number)}
              <small>
                {job.last_error
                  ? t('contract.makingFailed', { reason: reasonOf(job.last_error) })
                  : t('contract.making')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The field and code of a refusal, for the clerk to read out to support. */
function reasonOf(lastError: string): string {
  try {
    const refusal = JSON.parse(lastError) as { readonly code?: string; readonly field?: string };
    return [refusal.code, refusal.field].filter(Boolean).join(' ');
  } catch {
    return '?';
  }
}
