import { useTranslation } from 'react-i18next';
import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { DraftPills } from './DraftPills.tsx';
import styles from './Shell.module.css';
import { SyncLightPill } from './SyncLightPill.tsx';

/** Search, what was begun, how the line is, and who works where. */
export function TopBar({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation();
  const { place } = useCounter();
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
      <DraftPills />
      <SyncLightPill />
      <button type="button" className={styles['who']} title={`${t('lock.switch')} (Ctrl L)`} onClick={onLock}>
        <strong>{who?.clerk ?? ''}</strong>
        <span className="quiet">{who?.counter ?? ''}</span>
        <span className="visually-hidden">{t('lock.switch')}</span>
      </button>
    </header>
  );
}
