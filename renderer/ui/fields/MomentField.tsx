import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Instant, dayOf, instant } from '#shared/time/instant.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { EntryField, type EntryProps } from './EntryField.tsx';
import { momentReader } from './readers.ts';
import { weekdayName } from './weekday-name.ts';

export interface MomentFieldProps extends EntryProps<Instant> {
  readonly now: Instant;
  /** What `+3` and a time alone count from; else now. */
  readonly from?: Instant | undefined;
}

const stepMinutes = 15;

/** A day and a time, typed in one go: `24.12. 14:00`, `+3`, `heute 9`. The arrow keys go by a quarter of an hour. */
export function MomentField({ now, from, ...field }: MomentFieldProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const reader = useMemo(() => momentReader(now, from), [now, from]);
  const { value } = field.entry;
  return (
    <EntryField
      {...field}
      reader={reader}
      placeholder={t('ui.momentPlaceholder')}
      isTypedAnew
      unit={value === null ? undefined : weekdayName(dayOf(value), language)}
      step={(moment, by) => instant(new Date(quarter(moment, by)).toISOString())}
    />
  );
}

/** The next full quarter, or the one before. Quarters on the wall are quarters of the epoch: offsets are whole hours. */
function quarter(moment: Instant, by: 1 | -1): number {
  const size = stepMinutes * 60_000;
  const at = Date.parse(moment) / size;
  return (by === 1 ? Math.floor(at) + 1 : Math.ceil(at) - 1) * size;
}
