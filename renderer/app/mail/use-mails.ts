import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import type { Rows } from '../counter/counter.ts';
import { useRows } from '../hooks/use-rows.ts';

/** What was queued of some papers, the last first. What was sent long ago comes with the history of its customer. */
export function mailsOf(rows: Pick<Rows, 'selectFrom'>, documentIds: readonly string[]) {
  return rows
    .selectFrom('messages')
    .select(['document_id', 'recipient', 'status', 'error', 'queued_at', 'sent_at'])
    .where('document_id', 'in', documentIds)
    .orderBy('queued_at', 'desc');
}

type Mail = Awaited<ReturnType<ReturnType<typeof mailsOf>['execute']>>[number];

/** Where the last mail with each of some papers is, in words, by the paper's id. */
export function useMails(documentIds: readonly string[]): ReadonlyMap<string, string> {
  const { t } = useTranslation();
  const key = documentIds.join();
  const mails = useRows(`mails/${key}`, (rows) => mailsOf(rows, documentIds));
  return useMemo(
    () =>
      new Map(
        // The last wins: it was asked for first.
        mails
          ?.toReversed()
          .flatMap((mail) => (mail.document_id ? [[mail.document_id, wordsOf(mail, t)]] : [])),
      ),
    [mails, t],
  );
}

function wordsOf({ status, recipient, error, sent_at: sentAt }: Mail, t: TFunction): string {
  if (status === 'sent' && sentAt !== null) return t('mail.sent', { recipient, time: formatInstant(sentAt) });
  if (status === 'failed') return t('mail.failed', { recipient, reason: error ?? '' });
  return t('mail.waits', { recipient });
}
