import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type IsoDay, addDays } from '#shared/time/instant.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { EntryField, type EntryProps } from './EntryField.tsx';
import { pastDayReader, rentalDayReader } from './readers.ts';
import { weekdayName } from './weekday-name.ts';

export interface DayFieldProps extends EntryProps<IsoDay> {
  readonly today: IsoDay;
  /** `rental` looks ahead and takes `24.12.`, `+3` and `heute`; `past` is for dates of birth and of licences. */
  readonly kind: 'rental' | 'past';
  /** The day from which `+3` counts; else today. */
  readonly from?: IsoDay;
}

/** A day, typed; its weekday stands beside it. The arrow keys go to the next day and the one before. */
export function DayField({ today, kind, from, ...field }: DayFieldProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const reader = useMemo(
    () => (kind === 'past' ? pastDayReader(today) : rentalDayReader(today, from)),
    [kind, today, from],
  );
  const { value } = field.entry;
  return (
    <EntryField
      {...field}
      reader={reader}
      placeholder={t('ui.dayPlaceholder')}
      unit={kind === 'past' || value === null ? undefined : weekdayName(value, language)}
      isNumeric={false}
      isTypedAnew
      {...(kind === 'rental' ? { step: addDays } : {})}
    />
  );
}
