import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Damage } from '#shared/fleet/damage.ts';
import { now as rightNow } from '#shared/time/instant.ts';
import { Button } from '../../ui/Button.tsx';
import { DamageEditor } from '../../ui/damage/DamageEditor.tsx';
import { CheckBox } from '../../ui/fields/CheckBox.tsx';
import { typedEntry } from '../../ui/fields/entry.ts';
import { MoneyField } from '../../ui/fields/MoneyField.tsx';
import { useCounter } from '../hooks/counter-context.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { DamageInWords } from './DamageInWords.tsx';
import styles from './DamagePart.module.css';
import { type DraftDamage, costReader } from './draft-damage.ts';
import { keepPhoto } from './keep-photo.ts';

export interface DamagePartProps {
  /** What the car had before. */
  readonly known: readonly Damage[];
  readonly found: readonly DraftDamage[];
  /** Known damages that were mended, by id. */
  readonly repaired: readonly string[];
  readonly onChange: (changes: {
    readonly found?: readonly DraftDamage[];
    readonly repaired?: readonly string[];
  }) => void;
  /** Where the renter pays for a damage at once: what its repair costs. */
  readonly asksCost?: boolean;
}

/** New damage against the old, of a car that comes back or goes out: on the sketch, with photos. F takes one of the damage marked last. */
export function DamagePart({ known, found, repaired, onChange, asksCost = false }: DamagePartProps) {
  const { t } = useTranslation();
  const { host } = useCounter();
  const picker = useRef<HTMLInputElement>(null);
  const [photoOf, setPhotoOf] = useState('');
  const [isUnreadable, setUnreadable] = useState(false);
  const change = (id: string, changes: Partial<DraftDamage>): void =>
    onChange({ found: found.map((one) => (one.damage.id === id ? { ...one, ...changes } : one)) });
  const takePhoto = (id: string): void => {
    setPhotoOf(id);
    picker.current?.click();
  };
  const addPhotos = async (files: FileList | null): Promise<void> => {
    const kept = await Promise.all([...(files ?? [])].map((file) => keepPhoto(host, file)));
    setUnreadable(kept.includes(null));
    const photos = kept.filter((photo) => photo !== null);
    onChange({
      found: found.map((one) =>
        one.damage.id === photoOf ? { ...one, photos: [...one.photos, ...photos] } : one,
      ),
    });
  };
  useHotkeys({ f: () => (found.length > 0 ? takePhoto(found.at(-1)?.damage.id ?? '') : undefined) });
  return (
    <>
      <h2 className={styles['heading']}>
        {t('checkIn.damageTitle', { known: known.length, found: found.length })}
      </h2>
      <DamageEditor
        known={known}
        found={found.map(({ damage }) => damage)}
        now={rightNow}
        onChange={(damages) =>
          onChange({
            found: damages.map((damage) => ({
              ...(found.find((one) => one.damage.id === damage.id) ?? { cost: '', photos: [] }),
              damage,
            })),
          })
        }
      />
      <ul className={styles['damages']}>
        {found.map(({ damage, cost, photos }, index) => (
          <li key={damage.id} data-cost={asksCost}>
            <DamageInWords number={known.length + index + 1} damage={damage}>
              {photos.length > 0 ? <small>{t('checkIn.photos', { count: photos.length })}</small> : null}
            </DamageInWords>
            {asksCost ? (
              <MoneyField
                label={t('checkIn.cost')}
                entry={typedEntry(costReader, cost)}
                onChange={({ text }) => change(damage.id, { cost: text })}
                hint={t('checkIn.costHint')}
              />
            ) : null}
            <Button hotkey="F" onPress={() => takePhoto(damage.id)}>
              {t('checkIn.photo')}
            </Button>
          </li>
        ))}
        {known.map((damage, index) => (
          <li key={damage.id} className={styles['knownDamage']}>
            <DamageInWords number={index + 1} damage={damage} />
            <CheckBox
              isSelected={repaired.includes(damage.id)}
              onChange={(isRepaired) =>
                onChange({
                  repaired: isRepaired ? [...repaired, damage.id] : repaired.filter((id) => id !== damage.id),
                })
              }
            >
              {t('checkIn.repaired')}
            </CheckBox>
          </li>
        ))}
      </ul>
      <p className={styles['problem']} role="alert">
        {isUnreadable ? t('checkIn.photoFailed') : ''}
      </p>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        hidden
        data-testid="photo"
        onChange={(event) => {
          void addPhotos(event.target.files);
          event.target.value = '';
        }}
      />
    </>
  );
}
