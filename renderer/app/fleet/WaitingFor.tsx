import { useTranslation } from 'react-i18next';
import type { Occupation } from '#shared/fleet/occupation.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import styles from './WaitingFor.module.css';

/** What else has the car before it is due back, said so that nobody takes it unawares. */
export function WaitingFor({ found }: { readonly found: readonly Occupation[] }) {
  const { t } = useTranslation();
  return (
    // Always there, so that what comes into it is read out.
    <div aria-live="polite">
      {found.length === 0 ? null : (
        <ul className={styles['waiting']}>
          {found.map(({ kind, id, title, startsAt }) => (
            <li key={id}>{t(`change.clash.${kind}`, { title, time: formatInstant(startsAt) })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
