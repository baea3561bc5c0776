import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openConflicts, openRefusals } from '../attention/attention-queries.ts';
import { places } from '../commands/commands.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import styles from './Shell.module.css';

/** Where one can be. Only places that exist. */
export function Rail() {
  const { t } = useTranslation();
  const { role } = useCounter();
  const refusals = useRows('rail/refusals', openRefusals);
  const conflicts = useRows('rail/conflicts', openConflicts);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // A file that is read in belongs to what it brings; a check-out and a contract are the desk's work.
  const here =
    places.find(({ to }) => to !== '/' && path.replace(/^\/imports/, '').startsWith(to))?.name ?? 'desk';
  const waitingForPeople = (refusals?.length ?? 0) + (conflicts?.length ?? 0);
  return (
    <nav className={styles['rail']}>
      <span className={styles['logo']} aria-hidden="true">
        S
      </span>
      {places
        .filter(({ isFor }) => isFor(role))
        .map(({ to, name, keys }) => (
          <Link
            key={to}
            to={to}
            className={styles['place']}
            data-place={name}
            data-current={name === here}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            <span>{t(`places.${name}`)}</span>
            {name === 'inbox' && waitingForPeople > 0 ? (
              <span className={styles['badge']}>{waitingForPeople}</span>
            ) : null}
            <small>{keys}</small>
          </Link>
        ))}
    </nav>
  );
}
