import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DraftKind } from '#sync/schema/local-tables.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import styles from './Shell.module.css';
import { SyncLightPill } from './SyncLightPill.tsx';

/** Where a draft of each kind goes on, and of how many steps. */
const kinds = {
  check_out: { to: '/check-out/$draftId', name: 'checkOut.draft', steps: 4 },
  check_in: { to: '/check-in/$draftId', name: 'checkIn.draft', steps: 3 },
  contract_change: { to: '/changes/$draftId', name: 'change.draft', steps: 3 },
  reservation: { to: '/reservations/$draftId', name: 'reservation.draft', steps: 1 },
} as const satisfies Record<DraftKind, unknown>;

/** Search, what was begun, how the line is, and who works where. */
export function TopBar({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation();
  const { place } = useCounter();
  const drafts = useRows('bar/drafts', (rows) =>
    rows.selectFrom('drafts').select(['id', 'kind', 'title', 'step']).orderBy('id'),
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
            to={kinds[draft.kind].to}
            params={{ draftId: draft.id }}
            className={styles['draft']}
            title={draft.title}
          >
            {t(kinds[draft.kind].name)} · {draft.title === '' ? t('checkOut.newCustomer') : draft.title}{' '}
            {draft.step}/{kinds[draft.kind].steps}
          </Link>
        ))}
      </div>
      <SyncLightPill />
      <button type="button" className={styles['who']} title={`${t('lock.switch')} (Ctrl L)`} onClick={onLock}>
        <strong>{who?.clerk ?? ''}</strong>
        <span className="quiet">{who?.counter ?? ''}</span>
        <span className="visually-hidden">{t('lock.switch')}</span>
      </button>
    </header>
  );
}
