import { memo, useMemo } from 'react';
import { type IsoDay, addDays, isoDay } from '#shared/time/instant.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { weekdayName } from '../fields/weekday-name.ts';
import { monthsOf } from './months-of.ts';
import styles from './Timeline.module.css';
import { type TimelineWindow, daysOf } from './timeline-window.ts';

/** So many days have room for their month beside their number. */
const wideAtMost = 14;
const eachAtMost = 31;
/** Days at the right edge that have no room for a date of their own: on a tablet a quarter's are 9 pixels wide. */
const roomForDate = 4;

/** The days above the rows: each while there is room, otherwise the Mondays; narrow ones have their months at the left. */
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
  const each = window.days <= eachAtMost;
  const isNarrow = each && window.days > wideAtMost;
  return (
    <>
      <div className={styles['corner']}>{isNarrow ? monthsOf(window, language) : null}</div>
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
            (isMonday && index < all.length - roomForDate) ||
            (index === 0 && !all.slice(1, 4).some((one) => one.isMonday || one.day === today)) ? (
              <span>
                {each ? <small>{names[weekday]}</small> : null}
                {`${Number(day.slice(8))}.${!isNarrow && (isMonday || index === 0 || !each) ? `${Number(day.slice(5, 7))}.` : ''}`}
              </span>
            ) : null}
          </div>
        ))}
      </div>
    </>
  );
});
