import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Damage } from '#shared/fleet/damage.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { DamageEditor } from '../ui/damage/DamageEditor.tsx';
import { DamagePicture } from '../ui/damage/DamagePicture.tsx';
import { PhotoTile } from '../ui/PhotoTile.tsx';
import { now } from './example-day.ts';
import styles from './Gallery.module.css';
import { ShownFocused } from './ShownFocused.tsx';

function damage(id: string, view: Damage['view'], x: number, y: number): Damage {
  const position = { x: perMille(x), y: perMille(y) };
  return { id, view, position, kind: 'scratch', size: 'small', note: null, foundAt: now, photoIds: [] };
}

const known = [damage('a', 'left', 150, 620), damage('b', 'rear', 500, 700), damage('c', 'rear', 540, 720)];
const right = damage('d', 'right', 420, 560);

/** A scratch, drawn: the gallery has no host that keeps photos. */
const scratch = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 72"><path fill="#7d828c" d="M0 0h96v72H0z"/><path fill="none" stroke="#fff" stroke-width="2" d="M12 40q30-18 70 4"/></svg>',
)}`;

/** The car with three damages that it had, and those found now; without any; to be looked at only; and disabled. Photos, small. */
export function DamageSection() {
  const { t } = useTranslation();
  const tile = (number: number, src: string | null | undefined) => (
    <PhotoTile
      src={src}
      openLabel={t('checkIn.photoLarge', { number })}
      removeLabel={t('checkIn.photoRemove', { number })}
      gone={t('checkIn.photoGone')}
      onOpen={() => undefined}
      onRemove={() => undefined}
    />
  );
  const [found, setFound] = useState<readonly Damage[]>([right]);
  const [first, setFirst] = useState<readonly Damage[]>([]);
  return (
    <div className={styles['pair']}>
      <div>
        <DamageEditor known={known} found={found} onChange={setFound} now={() => now} />
        <output data-testid="found">
          {found.map(({ view, position, kind }) => `${view} ${position.x} ${position.y} ${kind}`).join('; ')}
        </output>
      </div>
      <DamageEditor known={[]} found={first} onChange={setFirst} now={() => now} />
      <DamagePicture known={known} />
      <DamageEditor known={known} found={[right]} onChange={() => undefined} now={() => now} isDisabled />
      <div>
        {tile(1, scratch)}
        <ShownFocused>{tile(2, scratch)}</ShownFocused>
        {tile(3, undefined)}
        {tile(4, null)}
      </div>
    </div>
  );
}
