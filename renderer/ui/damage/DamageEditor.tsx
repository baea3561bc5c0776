import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { type Damage, longestDamageNote } from '#shared/fleet/damage.ts';
import { type DamageKind, damageKinds, damageSizes } from '#shared/fleet/damage-size.ts';
import { damageWords, describePlace, describeSize } from '#shared/fleet/damage-words.ts';
import type { Instant } from '#shared/time/instant.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../Button.tsx';
import { Cell, Fields } from '../Fields.tsx';
import { Select } from '../fields/Select.tsx';
import { TextField } from '../TextField.tsx';
import { DamageSketch } from './DamageSketch.tsx';
import styles from './DamageSketch.module.css';

export interface DamageEditorProps {
  readonly known: readonly Damage[];
  readonly found: readonly Damage[];
  readonly onChange: (found: readonly Damage[]) => void;
  /** When a damage is found that is placed now. */
  readonly now: () => Instant;
  readonly isDisabled?: boolean;
}

/** The sketch, and below it what the selected damage is. A new one is what the last one was: scratches come in groups. */
export function DamageEditor({ known, found, onChange, now, isDisabled = false }: DamageEditorProps) {
  const { t } = useTranslation();
  const words = damageWords[useUiLanguage()];
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [lastKind, setLastKind] = useState<DamageKind>('scratch');
  const at = found.findIndex(({ id }) => id === selectedId);
  const selected = found[at];
  const change = (changes: Partial<Damage>): void =>
    onChange(found.map((damage) => (damage.id === selectedId ? { ...damage, ...changes } : damage)));
  const remove = (id: string): void => {
    onChange(found.filter((damage) => damage.id !== id));
    setSelectedId(null);
  };
  return (
    <div>
      <DamageSketch
        known={known}
        found={found}
        selectedId={selectedId}
        onSelect={setSelectedId}
        onRemove={remove}
        isDisabled={isDisabled}
        onPlace={({ view, x, y }) => {
          const id = uuidv7();
          const blank = { kind: lastKind, size: 'small', note: null, photoIds: [] } as const;
          onChange([...found, { ...blank, id, view, position: { x, y }, foundAt: now() }]);
          setSelectedId(id);
        }}
      />
      {selected ? (
        <div className={styles['details']}>
          <Fields
            title={`${known.length + at + 1} · ${describePlace(words, selected.view, selected.position)}`}
          >
            <Cell width={6}>
              <Select
                label={t('ui.damageKind')}
                value={selected.kind}
                onChange={(kind) => {
                  setLastKind(kind);
                  change({ kind });
                }}
                options={damageKinds.map((kind) => ({ value: kind, label: words.kind[kind] }))}
                isDisabled={isDisabled}
              />
            </Cell>
            <Cell width={6}>
              <Select
                label={t('ui.damageSize')}
                value={selected.size}
                onChange={(size) => change({ size })}
                options={damageSizes.map((size) => ({
                  value: size,
                  label: describeSize(words, selected.kind, size),
                }))}
                isDisabled={isDisabled}
              />
            </Cell>
            <Cell width={8}>
              <TextField
                label={t('ui.damageNote')}
                value={selected.note ?? ''}
                onChange={(note) => change({ note: note === '' ? null : note })}
                maxLength={longestDamageNote}
                isDisabled={isDisabled}
              />
            </Cell>
            <Cell width={4}>
              <div className={styles['remove']}>
                <Button onPress={() => remove(selected.id)} isDisabled={isDisabled}>
                  {t('ui.damageRemove')}
                </Button>
              </div>
            </Cell>
          </Fields>
        </div>
      ) : null}
    </div>
  );
}
