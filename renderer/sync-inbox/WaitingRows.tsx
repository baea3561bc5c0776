import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { queueQuery, queueTables, waitingChanges } from '../app/attention/waiting-changes.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import styles from './Inbox.module.css';

/** As many are named; of the others it is said how many there are. */
const named = 100;

/** What waits for the line, the oldest first: what it is, about whom, by whom and since when. */
export function WaitingRows({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const { db } = useCounter();
  const queue = useRows('inbox/queue', () => queueQuery(db), queueTables);
  const people = useRows('inbox/people', (rows) => rows.selectFrom('users').select(['id', 'display_name']));
  const changes = useMemo(
    () => waitingChanges(queue ?? [], new Set(people?.map(({ id }) => id))),
    [queue, people],
  );
  const nameOf = (id: string | null): string =>
    people?.find((person) => person.id === id)?.display_name ?? '';
  const shown = changes.slice(0, named);
  return (
    <>
      {shown.map(({ txId, kind, about, at, writerId }) => (
        <li key={txId} className={styles['waiting']}>
          <strong>{t(`inbox.what.${kind}`)}</strong>
          <span>{about}</span>
          <span className="quiet small">
            {[nameOf(writerId), at === null ? '' : formatInstant(at)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
      {count > shown.length && queue ? (
        <li className={styles['plain']}>{t('inbox.waitingMore', { count: count - shown.length })}</li>
      ) : null}
    </>
  );
}
