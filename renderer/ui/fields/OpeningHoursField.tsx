import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '#shared/time/opening-hours.ts';
import { type IsoDay, addDays, isoDay } from '#shared/time/instant.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../Button.tsx';
import { unbroken } from '../unbroken.ts';
import { type Entry, isUnreadable } from './entry.ts';
import { EntryField } from './EntryField.tsx';
import styles from './OpeningHoursField.module.css';
import { spansReader } from './readers.ts';
import { Switch } from './Switch.tsx';
import { longWeekdayName } from './weekday-name.ts';

/** The hours of a week as they are typed: seven days, Monday first; an empty one is closed. */
export interface WeekEntry {
  /** Day and night: what stands in the days is kept, and means nothing. */
  readonly isAlwaysOpen: boolean;
  readonly days: readonly Entry<readonly Span[]>[];
}

export interface OpeningHoursFieldProps {
  readonly label: string;
  readonly week: WeekEntry;
  readonly onChange: (week: WeekEntry) => void;
  /** Somebody wanted to save: what cannot be read says why, also where it was not left yet. */
  readonly isChecked?: boolean;
  readonly isDisabled?: boolean;
}

const monday = isoDay('2026-11-23');
const saturday = 5;

/** When a branch is open: a line for each day of the week, as `7.30-12 13.30-18.30`. An empty line is a day off. */
export function OpeningHoursField(props: OpeningHoursFieldProps) {
  const { label, week, onChange, isChecked = false, isDisabled = false } = props;
  const { t } = useTranslation();
  const language = useUiLanguage();
  const title = useId();
  const [first] = week.days;
  const change = (at: number, entry: Entry<readonly Span[]>): void =>
    onChange({ ...week, days: week.days.map((day, index) => (index === at ? entry : day)) });
  return (
    <div className={styles['week']} role="group" aria-labelledby={title}>
      <div className={styles['head']}>
        <span id={title} className={styles['label']}>
          {label}
        </span>
        <Switch
          isSelected={week.isAlwaysOpen}
          onChange={(isAlwaysOpen) => onChange({ ...week, isAlwaysOpen })}
          isDisabled={isDisabled}
        >
          {t('ui.alwaysOpen')}
        </Switch>
      </div>
      {week.isAlwaysOpen ? null : (
        <>
          {week.days.map((entry, at) => (
            <div key={dayAt(at)} className={styles['day']}>
              <EntryField
                label={longWeekdayName(dayAt(at), language)}
                entry={entry}
                onChange={(next) => change(at, next)}
                reader={spansReader}
                placeholder={t('ui.closed')}
                error={isChecked ? faultOf(entry) : undefined}
                isDisabled={isDisabled}
                maxLength={60}
              />
            </div>
          ))}
          <p className={styles['hint']}>{unbroken(t('ui.openingHint'))}</p>
          {isDisabled || !first ? null : (
            <div>
              <Button
                onPress={() =>
                  onChange({
                    ...week,
                    days: week.days.map((day, at) => (at < saturday ? first : day)),
                  })
                }
              >
                {t('ui.weekdaysAsMonday')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );

  function faultOf(entry: Entry<readonly Span[]>): string | undefined {
    const reading = isUnreadable(entry) ? spansReader.read(entry.text) : null;
    return reading?.ok === false ? reading.say(language) : undefined;
  }
}

function dayAt(index: number): IsoDay {
  return addDays(monday, index);
}
