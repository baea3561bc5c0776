import { memo, useMemo } from 'react';
import { type IsoDay, addDays, isoDay } from '#shared/time/instant.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { weekdayName } from '../fields/weekday-name.ts';
import styles from './Timeline.module.css';
import { type TimelineWindow, daysOf } from './timeline-window.ts';

/** The days above the rows: each while there is room, otherwise the Mondays. */
export const TimelineHead = memo(function TimelineHead({
  window,
  today,
}: {
  readonly window: TimelineWindow;
  readonly today: IsoDay;
}) {
  const language = useUiLanguage();
  // Making the words of a day is dear, and there are seven.
  const names = useMemo(() => {
    const monday = isoDay('2026-11-23');
    return Array.from({ length: 7 }, (_, index) => weekdayName(addDays(monday, index), language));
  }, [language]);
  const all = daysOf(window);
  const each = window.days <= 31;
  return (
    <div className={styles['days']}>
      {all.map(({ day, weekday, isMonday, isWeekend }, index) => (
        <div
          key={day}
          className={styles['day']}
          data-weekend={isWeekend}
          data-today={day === today}
          data-monday={isMonday}
        >
          {each ||
          (isMonday && index < all.length - 3) ||
          (index === 0 && !all.slice(1, 4).some((one) => one.isMonday || one.day === today)) ? (
            <span>
              {each ? <small>{names[weekday]}</small> : null}
              {`${Number(day.slice(8))}.${isMonday || index === 0 || !each ? `${Number(day.slice(5, 7))}.` : ''}`}
            </span>
          ) : null}
        </div>
      ))}
    </div>
  );
});
