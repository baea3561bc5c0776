import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DamagePart } from '../app/damage/DamagePart.tsx';
import { knownDamages } from '../app/damage/known-damages.ts';
import type { Changes } from '../app/drafts/use-saved-draft.ts';
import { useRead } from '../app/hooks/use-read.ts';
import { Button } from '../ui/Button.tsx';
import styles from './CheckOut.module.css';
import type { DraftContent } from './draft.ts';

export interface DamagesSeenProps {
  readonly draft: DraftContent;
  readonly onChange: (changes: Changes<DraftContent>) => void;
}

/** The damages that the car has before it goes out. Of a car without any, one line: the sketch comes when it is asked for. */
export function DamagesSeen({ draft, onChange }: DamagesSeenProps) {
  const { t } = useTranslation();
  const { vehicleId, found, repaired } = draft;
  const known = useRead(`check-out/damages/${vehicleId}`, (rows) => knownDamages(rows, vehicleId), [
    'damages',
  ]);
  const [isOpened, setOpened] = useState(false);
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpened) part.current?.querySelector<SVGElement>('[role="application"]')?.focus();
  }, [isOpened]);
  if (known === undefined) return null;
  if (known.length + found.length === 0 && !isOpened)
    return (
      <section className={styles['undamaged']}>
        <p>{t('checkIn.noneKnown')}</p>
        <Button onPress={() => setOpened(true)}>{t('checkOut.markDamage')}</Button>
      </section>
    );
  return (
    <section ref={part} className={styles['taken']}>
      <DamagePart known={known} found={found} repaired={repaired} onChange={onChange} />
    </section>
  );
}
