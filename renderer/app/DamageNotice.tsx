import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplicaState } from '#sync/replica/messages.ts';
import { Button } from '../ui/Button.tsx';
import styles from './DamageNotice.module.css';

/** Says that the replica's file was damaged and replaced, and what became of unsent work. Stays until it is read. */
export function DamageNotice({ state }: { readonly state: ReplicaState }) {
  const { t } = useTranslation();
  const [read, setRead] = useState(false);
  if (state.kind !== 'damaged' || read) return null;
  const { movedTo, pendingSaved } = state;
  return (
    <div className={styles['notice']} role="alert">
      <p>
        <strong>{t('app.damaged', { folder: movedTo })}</strong>{' '}
        {pendingSaved === null ? t('app.damagedUnreadable') : null}
        {pendingSaved ? t('app.damagedPending', { count: pendingSaved }) : null}
      </p>
      <Button onPress={() => setRead(true)}>{t('app.understood')}</Button>
    </div>
  );
}
