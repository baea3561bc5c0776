import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { aboutConflict, explainConflict } from '../app/attention/conflict-facts.ts';
import { Plate } from '../ui/Plate.tsx';
import styles from './Desk.module.css';
import type { DeskItem } from './desk-items.ts';

/** What contradicts itself, and what it is about; it is settled in the inbox. */
export function ConflictDetail({ conflict }: Pick<Extract<DeskItem, { kind: 'conflict' }>, 'conflict'>) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles['head']}>
        <h1>{t(`conflict.${conflict.kind}`)}</h1>
        {conflict.plate ? <Plate plate={conflict.plate} large /> : null}
      </div>
      <p className="quiet small">{formatInstant(instant(conflict.raised_at))}</p>
      <p className={styles['explain']}>{explainConflict(t, conflict)}</p>
      {aboutConflict(conflict).map((contract) => (
        <p key={contract}>{contract}</p>
      ))}
    </>
  );
}
