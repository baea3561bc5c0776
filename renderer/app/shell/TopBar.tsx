import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import styles from './Shell.module.css';
import { SyncLightPill } from './SyncLightPill.tsx';

/** Search, what was begun, how the line is, and who works where. */
export function TopBar() {
  const { t } = useTranslation();
  const { place } = useCounter();
  const drafts = useRows('bar/drafts', (rows) =>
    rows.selectFrom('drafts').select(['id', 'title', 'step']).orderBy('id'),
  );
  const [who] =
    useRows(`bar/who/${place.clerkId}/${place.counterId}`, (rows) =>
      rows
        .selectFrom('counters')
        .leftJoin('users', (join) => join.on('users.id', '=', place.clerkId))
        .where('counters.id', '=', place.counterId)
        .select(['counters.name as counter', 'users.display_name as clerk']),
    ) ?? [];
  return (
    <header className={styles['bar']}>
      <SearchBox />
      <div className={styles['drafts']}>
        {drafts?.map((draft) => (
          <Link
            key={draft.id}
            to="/check-out/$draftId"
            params={{ draftId: draft.id }}
            className={styles['draft']}
            title={draft.title}
          >
            {t('checkOut.draft')} · {draft.title === '' ? t('checkOut.newCustomer') : draft.title}{' '}
            {draft.step}/4
          </Link>
        ))}
      </div>
      <SyncLightPill />
      <div className={styles['who']}>
        <strong>{who?.clerk ?? ''}</strong>
        <span className="quiet">{who?.counter ?? ''}</span>
      </div>
    </header>
  );
}
