import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDay } from '#shared/time/instant.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { DayField } from '../ui/fields/DayField.tsx';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { ItemEntry, WrongItem } from './free-items.ts';
import styles from './invoices.module.css';

export interface FreeItemFieldsProps {
  readonly item: ItemEntry;
  /** From 1. */
  readonly line: number;
  readonly today: IsoDay;
  /** What is wrong with a field of it; the hand is led there. */
  readonly wrong: WrongItem | null;
  readonly mayRemove: boolean;
  readonly onChange: (item: ItemEntry) => void;
  readonly onRemove: () => void;
}

/** One line of a free invoice. */
export function FreeItemFields(props: FreeItemFieldsProps) {
  const { item, line, today, wrong, mayRemove, onChange, onRemove } = props;
  const { t } = useTranslation();
  const pointed = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wrong !== null) pointed.current?.focus();
  }, [wrong]);
  const point = (
    field: WrongItem['field'],
  ): { readonly error?: string; readonly inputRef?: RefObject<HTMLInputElement | null> } =>
    wrong?.field === field ? { error: wrong.says, inputRef: pointed } : {};
  return (
    <div className={styles['item']}>
      <TextField
        label={t('invoices.free.item')}
        value={item.title}
        onChange={(title) => onChange({ ...item, title })}
        maxLength={100}
        autoFocus
        {...point('title')}
      />
      <TextField
        label={t('invoices.free.quantity')}
        value={item.quantity}
        onChange={(quantity) => onChange({ ...item, quantity })}
        isNumeric
        maxLength={10}
        {...point('quantity')}
      />
      <MoneyField
        label={t('invoices.free.price')}
        entry={item.price}
        onChange={(price) => onChange({ ...item, price })}
        {...point('price')}
      />
      <DayField
        label={t('invoices.free.servedOn')}
        entry={item.servedOn}
        onChange={(servedOn) => onChange({ ...item, servedOn })}
        today={today}
        kind="rental"
        {...point('servedOn')}
      />
      <Choice
        label={t('invoices.free.vat')}
        value={item.vatKind}
        onChange={(vatKind) => onChange({ ...item, vatKind })}
        options={(['standard', 'none'] as const).map((value) => ({
          value,
          label: t(`invoices.free.vatKinds.${value}`),
        }))}
      />
      {mayRemove ? (
        <Button onPress={onRemove}>
          <span aria-hidden="true">×</span>
          <span className="visually-hidden">{t('invoices.free.remove', { line })}</span>
        </Button>
      ) : null}
    </div>
  );
}
