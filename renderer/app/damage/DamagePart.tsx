import { type ChangeEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Damage } from '#shared/fleet/damage.ts';
import { now as rightNow } from '#shared/time/instant.ts';
import { Button } from '../../ui/Button.tsx';
import { DamageEditor } from '../../ui/damage/DamageEditor.tsx';
import { CheckBox } from '../../ui/fields/CheckBox.tsx';
import { typedEntry } from '../../ui/fields/entry.ts';
import { MoneyField } from '../../ui/fields/MoneyField.tsx';
import type { Changes } from '../drafts/use-saved-draft.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { DamageInWords } from './DamageInWords.tsx';
import styles from './DamagePart.module.css';
import { DamagePhotos } from './DamagePhotos.tsx';
import { type DraftDamage, costReader } from './draft-damage.ts';
import { useHasCamera } from './use-has-camera.ts';
import { usePhotoTaking } from './use-photo-taking.ts';

/** What a draft holds of damages. */
interface DamagesInDraft {
  readonly found: readonly DraftDamage[];
  /** Known damages that were mended, by id. */
  readonly repaired: readonly string[];
}

export interface DamagePartProps extends DamagesInDraft {
  /** What the car had before. */
  readonly known: readonly Damage[];
  /** Also by a function: a photo comes later than it was asked for, and something was typed meanwhile. */
  readonly onChange: (changes: Changes<DamagesInDraft>) => void;
  /** Where the renter pays for a damage at once: what its repair costs. */
  readonly asksCost?: boolean;
}

/**
 * New damage against the old, of a car that comes back or goes out: on the sketch, with photos. F takes one of the damage marked last:
 * with the camera where there is one, when D chooses a file, or else from a file.
 */
export function DamagePart({ known, found, repaired, onChange, asksCost = false }: DamagePartProps) {
  const { t } = useTranslation();
  const { host } = useCounter();
  const hasCamera = useHasCamera();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  /** Of which damage the next picture is. */
  const photoOf = useRef('');
  const change = (id: string, changesOf: (one: DraftDamage) => Partial<DraftDamage>): void =>
    onChange((newest) => ({
      found: newest.found.map((one) => (one.damage.id === id ? { ...one, ...changesOf(one) } : one)),
    }));
  const { take, working, unkept, again, drop } = usePhotoTaking(host, (id, photo) =>
    change(id, ({ photos }) => ({ photos: [...photos, photo] })),
  );
  const ask = (id: string, input: HTMLInputElement | null): void => {
    photoOf.current = id;
    input?.click();
  };
  const askCamera = (id: string): void => ask(id, hasCamera ? camera.current : files.current);
  const askFile = (id: string): void => ask(id, files.current);
  const removePhoto = (id: string, photoId: string): void => {
    change(id, ({ photos }) => ({ photos: photos.filter((photo) => photo.id !== photoId) }));
    // What had the focus is gone; a window that shows it large gives the focus back a moment later.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>(`[data-take="${CSS.escape(id)}"] button`)?.focus(),
      ),
    );
  };
  const last = found.at(-1)?.damage.id;
  useHotkeys({
    ...(last === undefined ? {} : { f: () => askCamera(last) }),
    ...(last === undefined || !hasCamera ? {} : { d: () => askFile(last) }),
  });
  const picker = {
    type: 'file',
    accept: 'image/*',
    hidden: true,
    onChange: (event: ChangeEvent<HTMLInputElement>): void => {
      take(photoOf.current, [...(event.target.files ?? [])]);
      event.target.value = '';
    },
  } as const;
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
          onChange((newest) => ({
            found: damages.map((damage) => ({
              ...(newest.found.find((one) => one.damage.id === damage.id) ?? { cost: '', photos: [] }),
              damage,
            })),
          }))
        }
      />
      <ul ref={list} className={styles['damages']}>
        {found.map(({ damage, cost, photos }, index) => (
          <li key={damage.id} data-cost={asksCost}>
            <DamageInWords number={known.length + index + 1} damage={damage}>
              {photos.length > 0 ? <small>{t('checkIn.photos', { count: photos.length })}</small> : null}
            </DamageInWords>
            {asksCost ? (
              <MoneyField
                label={t('checkIn.cost')}
                entry={typedEntry(costReader, cost)}
                onChange={({ text }) => change(damage.id, () => ({ cost: text }))}
                hint={t('checkIn.costHint')}
              />
            ) : null}
            <span className={styles['take']} data-take={damage.id}>
              {hasCamera ? (
                <Button hotkey="F" onPress={() => askCamera(damage.id)}>
                  {t('checkIn.photo')}
                </Button>
              ) : null}
              <Button hotkey={hasCamera ? 'D' : 'F'} onPress={() => askFile(damage.id)}>
                {t('checkIn.photoFile')}
              </Button>
            </span>
            <div className={styles['below']}>
              <DamagePhotos
                photos={photos}
                working={working.filter((id) => id === damage.id).length}
                unkept={unkept.filter(({ damageId }) => damageId === damage.id)}
                onRemove={(photoId) => removePhoto(damage.id, photoId)}
                again={again}
                drop={drop}
              />
            </div>
          </li>
        ))}
        {known.map((damage, index) => (
          <li key={damage.id} className={styles['knownDamage']}>
            <DamageInWords number={index + 1} damage={damage} />
            <CheckBox
              isSelected={repaired.includes(damage.id)}
              onChange={(isRepaired) =>
                onChange((newest) => ({
                  repaired: isRepaired
                    ? [...newest.repaired, damage.id]
                    : newest.repaired.filter((id) => id !== damage.id),
                }))
              }
            >
              {t('checkIn.repaired')}
            </CheckBox>
          </li>
        ))}
      </ul>
      {/* A tablet opens its camera for the one, and lets choose for the other: one input cannot offer both. */}
      <input ref={camera} capture="environment" {...picker} />
      <input ref={files} multiple {...picker} />
    </>
  );
}
