import { useState } from 'react';
import type { Damage } from '#shared/fleet/damage.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { DamageEditor } from '../ui/damage/DamageEditor.tsx';
import { DamagePicture } from '../ui/damage/DamagePicture.tsx';
import { now } from './example-day.ts';
import styles from './Gallery.module.css';

function damage(id: string, view: Damage['view'], x: number, y: number): Damage {
  const position = { x: perMille(x), y: perMille(y) };
  return { id, view, position, kind: 'scratch', size: 'small', note: null, foundAt: now, photoIds: [] };
}

const known = [damage('a', 'left', 150, 620), damage('b', 'rear', 500, 700), damage('c', 'rear', 540, 720)];

/** The car with three damages that it had, and those found now; and to be looked at only. */
export function DamageSection() {
  const [found, setFound] = useState<readonly Damage[]>([damage('d', 'right', 420, 560)]);
  return (
    <div className={styles['form']}>
      <DamageEditor known={known} found={found} onChange={setFound} now={() => now} />
      <DamagePicture known={known} />
      <output data-testid="found">
        {found.map(({ view, position, kind }) => `${view} ${position.x} ${position.y} ${kind}`).join('; ')}
      </output>
    </div>
  );
}
