import type { TFunction } from 'i18next';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatTime } from '#shared/time/format-time.ts';
import { dayOf, instant, now } from '#shared/time/instant.ts';
import type { SyncLight } from '#sync/status/sync-light.ts';
import { useSyncLight } from '../hooks/app-context.ts';
import styles from './Shell.module.css';

/** How the line is and what waits. Calm: being offline disables nothing. Leads to the inbox. */
export function SyncLightPill() {
  const { t } = useTranslation();
  const light = useSyncLight();
  if (!light) return null;
  const parts = [
    problemText(light, t),
    lineText(light, t),
    light.refused > 0 ? t('sync.refused', { count: light.refused }) : '',
  ];
  return (
    // Told when it changes; the link in it stays a link.
    <div role="status" className={styles['lightPlace']}>
      <Link
        // Signing in again begins in the settings; everything else is told in the inbox.
        to={light.problem?.kind === 'sign-in-needed' ? '/settings' : '/inbox'}
        className={styles['light']}
        data-kind={light.problem ? 'problem' : light.kind}
        data-refused={light.refused > 0}
      >
        {parts.filter(Boolean).join(' · ')}
      </Link>
    </div>
  );
}

function problemText({ problem }: SyncLight, t: TFunction): string {
  if (problem === null) return '';
  return t(
    (
      {
        'sign-in-needed': 'sync.signInNeeded',
        'not-permitted': 'sync.notPermitted',
        'update-needed': 'sync.updateNeeded',
        'cannot-send': 'sync.cannotSend',
      } as const
    )[problem.kind],
  );
}

function lineText(light: SyncLight, t: TFunction): string {
  switch (light.kind) {
    case 'in-step':
      return light.problem ? '' : t('sync.inStep');
    case 'waiting':
      return t('sync.waiting', { count: light.count });
    case 'receiving':
    case 'connecting':
      return t('sync.connecting');
    case 'offline': {
      const since = instant(light.since);
      const time = dayOf(since) === dayOf(now()) ? formatTime(since) : formatInstant(since);
      const offline = t('sync.offlineSince', { time });
      return light.waiting > 0 ? `${offline} · ${t('sync.waiting', { count: light.waiting })}` : offline;
    }
  }
}
