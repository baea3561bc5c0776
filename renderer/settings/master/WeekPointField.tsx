import { useTranslation } from 'react-i18next';
import { addDays, isoDay } from '#shared/time/instant.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Select } from '../../ui/fields/Select.tsx';
import { weekdayName } from '../../ui/fields/weekday-name.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Master.module.css';
import { weekPointParts } from './typed-columns.ts';

export interface WeekPointFieldProps {
  readonly label: string;
  /** `5 12:00`; its parts may be missing while it is typed. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
  readonly isDisabled: boolean;
}

const aMonday = isoDay('2026-11-23');
const none = 'none';

/** A weekday and a time of day, such as when the weekend begins; or none. */
export function WeekPointField({ label, text, onChange, error, isDisabled }: WeekPointFieldProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { weekday, time } = weekPointParts(text);
  return (
    <div className={styles['weekPoint']}>
      <Select
        label={label}
        value={weekday === '' ? none : weekday}
        onChange={(value) => onChange(value === none ? '' : `${value} ${time}`)}
        options={[
          { value: none, label: '–' },
          ...Array.from({ length: 7 }, (_, day) => ({
            value: String(day + 1),
            label: weekdayName(addDays(aMonday, day), language),
          })),
        ]}
        error={error}
        isDisabled={isDisabled}
      />
      <TextField
        label={t('master.timeOfDay')}
        value={time}
        onChange={(typed) => onChange(`${weekday} ${typed}`)}
        isDisabled={isDisabled || weekday === ''}
        placeholder="12:00"
      />
    </div>
  );
}
