import type { ReactNode } from 'react';
import type { Damage } from '#shared/fleet/damage.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { damageName } from './damage-name.ts';

interface DamageInWordsProps {
  /** As on the sketch. */
  readonly number: number;
  readonly damage: Damage;
  readonly children?: ReactNode;
}

/** A damage of a list beside the sketch: its number, what and where it is, and below it what was noted of it. */
export function DamageInWords({ number, damage, children }: DamageInWordsProps) {
  const language = useUiLanguage();
  return (
    <span>
      <strong>{number}</strong> {damageName(damage, language)}
      {damage.note === null ? null : <small>{damage.note}</small>}
      {children}
    </span>
  );
}
