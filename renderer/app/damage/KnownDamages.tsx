import { useTranslation } from 'react-i18next';
import type { Damage } from '#shared/fleet/damage.ts';
import { DamagePicture } from '../../ui/damage/DamagePicture.tsx';
import { DamageInWords } from './DamageInWords.tsx';
import styles from './DamagePart.module.css';

/** What a car that goes out has of damages: to be looked at with the renter, not to be changed. */
export function KnownDamages({ known }: { readonly known: readonly Damage[] }) {
  const { t } = useTranslation();
  if (known.length === 0) return <p className={styles['none']}>{t('checkIn.noneKnown')}</p>;
  return (
    <>
      <h3 className={styles['title']}>{t('checkIn.knownTitle', { count: known.length })}</h3>
      <DamagePicture known={known} />
      <ul className={styles['damages']}>
        {known.map((damage, index) => (
          <li key={damage.id} className={styles['knownDamage']}>
            <DamageInWords number={index + 1} damage={damage} />
          </li>
        ))}
      </ul>
    </>
  );
}
