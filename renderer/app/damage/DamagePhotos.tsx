import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { PhotoTile } from '../../ui/PhotoTile.tsx';
import styles from './DamagePart.module.css';
import type { KeptPhoto } from './found-damage.ts';
import { useKeptPhoto } from './use-kept-photo.ts';
import type { PhotoTaking, UnkeptPhoto } from './use-photo-taking.ts';

export interface DamagePhotosProps extends Pick<PhotoTaking, 'again' | 'drop'> {
  readonly photos: readonly KeptPhoto[];
  /** Of this damage: what is being kept, and what could not be. */
  readonly working: number;
  readonly unkept: readonly UnkeptPhoto[];
  readonly onRemove: (id: string) => void;
}

const said = {
  unreadable: 'checkIn.photoFailed',
  disk_full: 'checkIn.photoDiskFull',
  not_kept: 'checkIn.photoNotKept',
} as const;

/** The photos of one damage while it is entered: to be looked at, taken away, and tried again where one was not kept. */
export function DamagePhotos({ photos, working, unkept, onRemove, again, drop }: DamagePhotosProps) {
  const { t } = useTranslation();
  const [shownId, setShownId] = useState('');
  const shown = photos.findIndex(({ id }) => id === shownId);
  const remove = (id: string): void => {
    setShownId('');
    onRemove(id);
  };
  return (
    <>
      {photos.length > 0 ? (
        <div className={styles['photos']}>
          {photos.map(({ id }, index) => (
            <Thumbnail
              key={id}
              id={id}
              number={index + 1}
              onOpen={() => setShownId(id)}
              onRemove={() => remove(id)}
            />
          ))}
        </div>
      ) : null}
      {/* Always there, so that what comes into it is read out. */}
      <p className={styles['working']} aria-live="polite">
        {working > 0 ? t('checkIn.photoWorking') : ''}
      </p>
      <div role="alert">
        {unkept.map((photo, index) => (
          <p key={`${index}`} className={styles['problem']}>
            <span>{t(said[photo.why])}</span>
            {photo.why === 'unreadable' ? null : (
              <Button onPress={() => again(photo)}>{t('checkIn.photoAgain')}</Button>
            )}
            <Button onPress={() => drop(photo)}>{t('checkIn.photoDrop')}</Button>
          </p>
        ))}
      </div>
      {shown < 0 ? null : (
        <Dialog
          title={t('checkIn.photoOf', { number: shown + 1, count: photos.length })}
          isOpen
          onClose={() => setShownId('')}
          isWide
        >
          <Large id={shownId} />
          <div className={styles['largeKeys']}>
            <Button onPress={() => remove(shownId)}>{t('ui.damageRemove')}</Button>
            <Button hotkey="Esc" onPress={() => setShownId('')} autoFocus>
              {t('ui.dismiss')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface ThumbnailProps {
  readonly id: string;
  readonly number: number;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function Thumbnail({ id, number, onOpen, onRemove }: ThumbnailProps) {
  const { t } = useTranslation();
  return (
    <PhotoTile
      src={useKeptPhoto(id)}
      openLabel={t('checkIn.photoLarge', { number })}
      removeLabel={t('checkIn.photoRemove', { number })}
      gone={t('checkIn.photoGone')}
      onOpen={onOpen}
      onRemove={onRemove}
    />
  );
}

function Large({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const src = useKeptPhoto(id);
  if (typeof src === 'string') return <img className={styles['large']} src={src} alt="" />;
  return <p className={styles['none']}>{src === null ? t('checkIn.photoGone') : ''}</p>;
}
