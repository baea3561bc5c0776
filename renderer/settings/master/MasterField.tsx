import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { IsoDay } from '#shared/time/instant.ts';
import { ClosedDaysField } from '../../ui/fields/ClosedDaysField.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { typedEntry } from '../../ui/fields/entry.ts';
import { MoneyField } from '../../ui/fields/MoneyField.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { OpeningHoursField } from '../../ui/fields/OpeningHoursField.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { Switch } from '../../ui/fields/Switch.tsx';
import { TextArea } from '../../ui/fields/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { FieldSpec } from './field-spec.ts';
import { closedDaysEntry, typedDays, typedWeek, weekEntry } from './opening-columns.ts';
import styles from './Master.module.css';
import { readerOf } from './row-values.ts';
import { WeekPointField } from './WeekPointField.tsx';

export interface MasterFieldProps {
  readonly field: FieldSpec;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
  readonly isDisabled: boolean;
  /** Somebody wanted to save: fields of several lines say beside each what is wrong. */
  readonly isChecked: boolean;
  /** By table, the rows that may be chosen. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly today: IsoDay;
}

/** Of a choice without a value: a row of another table that is none. */
const none = 'none';

/** One field of the company's own data, by its kind. */
export function MasterField(props: MasterFieldProps) {
  const { field, text, onChange, error, isDisabled, isChecked, names, today } = props;
  const { t } = useTranslation();
  const label = t(`master.fields.${field.name}`);
  const isRequired = field.isRequired ?? false;
  const hint = field.hint && t(`master.hints.${field.hint}`);
  const entry = {
    label,
    error,
    hint,
    isDisabled,
    isRequired,
    entry: typedEntry<never>((readerOf(field, today) ?? { read: () => ({ ok: false }) }) as never, text),
    onChange: (next: { readonly text: string }) => onChange(next.text),
  };
  switch (field.kind) {
    case 'money':
      return <MoneyField {...entry} />;
    case 'whole':
      return <NumberField {...entry} smallest={field.smallest} largest={field.largest} />;
    case 'day':
      return <DayField {...entry} today={today} kind="rental" />;
    case 'yes':
      return (
        <div className={styles['yes']}>
          <Switch
            isSelected={text === '1'}
            onChange={(isOn) => onChange(isOn ? '1' : '0')}
            isDisabled={isDisabled}
          >
            {label}
          </Switch>
        </div>
      );
    case 'choice':
      return (
        <Select
          label={label}
          value={text === '' ? (field.choices[0] ?? null) : text}
          onChange={onChange}
          options={field.choices.map((value) => ({ value, label: t(`master.choices.${value}`) }))}
          error={error}
          isDisabled={isDisabled}
        />
      );
    case 'row':
      return (
        <Select
          label={label}
          value={text === '' ? none : text}
          onChange={(value) => onChange(value === none ? '' : value)}
          options={[
            ...(isRequired ? [] : [{ value: none, label: noneText(field.name, t) }]),
            ...[...(names.get(field.of) ?? [])].map(([value, name]) => ({ value, label: name })),
          ]}
          error={error}
          isDisabled={isDisabled}
        />
      );
    case 'weekPoint':
      return (
        <WeekPointField label={label} text={text} onChange={onChange} error={error} isDisabled={isDisabled} />
      );
    case 'opening':
      return (
        <OpeningHoursField
          label={label}
          week={weekEntry(text)}
          onChange={(week) => onChange(typedWeek(week))}
          isChecked={isChecked}
          isDisabled={isDisabled}
        />
      );
    case 'days':
      return (
        <ClosedDaysField
          label={label}
          days={closedDaysEntry(text, today)}
          onChange={(days) => onChange(typedDays(days))}
          today={today}
          isChecked={isChecked}
          isDisabled={isDisabled}
        />
      );
    case 'long':
      return (
        <TextArea
          label={label}
          value={text}
          onChange={onChange}
          error={error}
          rows={8}
          isDisabled={isDisabled}
        />
      );
    default:
      return (
        <TextField
          label={label}
          value={text}
          onChange={onChange}
          error={error}
          hint={hint}
          isDisabled={isDisabled}
          isRequired={isRequired}
          {...(field.kind === 'share' ? { unit: '%', isNumeric: true } : {})}
          {...(field.kind === 'text' && field.most !== undefined ? { maxLength: field.most } : {})}
        />
      );
  }
}

/** What none means: every branch, all year. */
export function noneText(name: FieldSpec['name'], t: TFunction): string {
  return name === 'season_id' ? t('master.allYear') : t('master.anyBranch');
}
