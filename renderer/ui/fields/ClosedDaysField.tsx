import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type IsoDay, daysBetween } from '#shared/time/instant.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../Button.tsx';
import styles from './ClosedDaysField.module.css';
import { DayField } from './DayField.tsx';
import { type Entry, emptyEntry, isUnreadable } from './entry.ts';
import { rentalDayReader } from './readers.ts';

/** A day, or several in a row: the last one is empty for one alone. */
export interface DaysEntry {
  readonly from: Entry<IsoDay>;
  readonly to: Entry<IsoDay>;
}

/** Nobody closes for longer than that; a wrong year is noticed. */
export const closedAtMost = 366;

export interface ClosedDaysFieldProps {
  readonly label: string;
  readonly days: readonly DaysEntry[];
  readonly onChange: (days: readonly DaysEntry[]) => void;
  readonly today: IsoDay;
  /** Somebody wanted to save: what is missing or cannot be read says so, also where it was not left yet. */
  readonly isChecked?: boolean;
  readonly isDisabled?: boolean;
}

/** What is wrong with the days of one line, by field; a line without anything is none. */
export function closedDaysFault({ from, to }: DaysEntry): { from?: 'required'; to?: 'backwards' | 'long' } {
  if (from.text.trim() === '' && to.text.trim() !== '') return { from: 'required' };
  if (from.value === null || to.value === null) return {};
  if (to.value < from.value) return { to: 'backwards' };
  return daysBetween(from.value, to.value) >= closedAtMost ? { to: 'long' } : {};
}

/** Days on which nobody is there, beside those of every week: a list, each a day or from one to another. */
export function ClosedDaysField(props: ClosedDaysFieldProps) {
  const { label, days, onChange, today, isChecked = false, isDisabled = false } = props;
  const { t } = useTranslation();
  const language = useUiLanguage();
  const title = useId();
  const box = useRef<HTMLDivElement>(null);
  /** Where the focus goes once a line came or went: what it stood on may be gone. */
  const goTo = useRef<number | null>(null);
  useEffect(() => {
    if (goTo.current === null) return;
    const lines = box.current?.querySelectorAll<HTMLElement>('[data-line] input');
    (lines?.[goTo.current * 2] ?? box.current?.querySelector<HTMLElement>('[data-add] button'))?.focus();
    goTo.current = null;
  });
  const unreadable = (entry: Entry<IsoDay>, from?: IsoDay): string | undefined => {
    const reading = isChecked && isUnreadable(entry) ? rentalDayReader(today, from).read(entry.text) : null;
    return reading?.ok === false ? reading.say(language) : undefined;
  };
  const change = (at: number, line: DaysEntry): void =>
    onChange(days.map((other, index) => (index === at ? line : other)));
  return (
    <div ref={box} className={styles['days']} role="group" aria-labelledby={title}>
      <span id={title} className={styles['label']}>
        {label}
      </span>
      {days.length === 0 ? <p className={styles['hint']}>{t('ui.noClosedDays')}</p> : null}
      {days.map((line, at) => {
        const fault = closedDaysFault(line);
        return (
          // A line has no name of its own; it is where it stands.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={styles['line']} data-line data-first={at === 0}>
            <DayField
              label={t('ui.closedFrom')}
              entry={line.from}
              onChange={(from) => change(at, { ...line, from })}
              today={today}
              kind="rental"
              error={isChecked && fault.from ? t('field.required') : unreadable(line.from)}
              isDisabled={isDisabled}
            />
            <DayField
              label={t('ui.closedTo')}
              entry={line.to}
              onChange={(to) => change(at, { ...line, to })}
              today={today}
              kind="rental"
              {...(line.from.value === null ? {} : { from: line.from.value })}
              error={
                fault.to === undefined
                  ? unreadable(line.to, line.from.value ?? undefined)
                  : t(fault.to === 'long' ? 'ui.closedLong' : 'ui.closedBackwards')
              }
              isDisabled={isDisabled}
            />
            {isDisabled ? null : (
              <button
                type="button"
                className={styles['remove']}
                aria-label={t('ui.closedRemove', { day: line.from.text })}
                title={t('ui.damageRemove')}
                onClick={() => {
                  goTo.current = Math.min(at, days.length - 2);
                  onChange(days.filter((_, index) => index !== at));
                }}
              >
                ×
              </button>
            )}
          </div>
        );
      })}
      {isDisabled ? null : (
        <div data-add>
          <Button
            onPress={() => {
              goTo.current = days.length;
              onChange([...days, { from: emptyEntry, to: emptyEntry }]);
            }}
          >
            {t('ui.closedAdd')}
          </Button>
        </div>
      )}
    </div>
  );
}
