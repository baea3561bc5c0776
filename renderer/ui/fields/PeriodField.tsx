import { useTranslation } from 'react-i18next';
import { type Instant } from '#shared/time/instant.ts';
import { rentalPeriod } from '#shared/time/rental-days.ts';
import type { Entry } from './entry.ts';
import { MomentField } from './MomentField.tsx';
import styles from './PeriodField.module.css';

export interface PeriodEntry {
  readonly start: Entry<Instant>;
  readonly end: Entry<Instant>;
}

export interface PeriodFieldProps {
  readonly startLabel: string;
  readonly endLabel: string;
  readonly period: PeriodEntry;
  readonly onChange: (period: PeriodEntry) => void;
  readonly now: Instant;
  readonly startError?: string | undefined;
  readonly endError?: string | undefined;
  readonly isDisabled?: boolean;
  /** On the start, or on the end. */
  readonly autoFocus?: boolean | 'end';
}

/** From when to when. The end may be typed from the start, as `+3`; how long it is stands below. */
export function PeriodField(props: PeriodFieldProps) {
  const { period, onChange, now, isDisabled = false } = props;
  const { t } = useTranslation();
  const { start, end } = period;
  const isBackwards = start.value !== null && end.value !== null && end.value <= start.value;
  return (
    <div className={styles['period']}>
      <MomentField
        label={props.startLabel}
        entry={start}
        onChange={(changed) => onChange({ start: changed, end })}
        now={now}
        error={props.startError}
        isDisabled={isDisabled}
        autoFocus={props.autoFocus === true}
      />
      <MomentField
        label={props.endLabel}
        entry={end}
        onChange={(changed) => onChange({ start, end: changed })}
        now={now}
        from={start.value ?? now}
        error={props.endError ?? (isBackwards ? t('ui.periodBackwards') : undefined)}
        hint={isBackwards || start.value === null || end.value === null ? t('ui.periodHint') : lengthText()}
        isDisabled={isDisabled}
        autoFocus={props.autoFocus === 'end'}
      />
    </div>
  );

  function lengthText(): string {
    if (start.value === null || end.value === null) return '';
    const { wholeDays, restMinutes } = rentalPeriod(start.value, end.value);
    const [hours, minutes] = [Math.floor(restMinutes / 60), restMinutes % 60];
    const rest = minutes === 0 ? `${hours} h` : hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`;
    if (wholeDays === 0) return rest;
    const days = t('ui.days', { count: wholeDays });
    return restMinutes === 0 ? days : `${days} ${rest}`;
  }
}
