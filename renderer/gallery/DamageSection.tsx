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
const right = damage('d', 'right', 420, 560);

/** The car with three damages that it had, and those found now; without any; to be looked at only; and disabled. */
export function DamageSection() {
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
    </div>
  );
}
