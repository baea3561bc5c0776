import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/time/instant.ts';
import { ClosedDaysField, type DaysEntry } from '../ui/fields/ClosedDaysField.tsx';
import { emptyEntry, typedEntry, writtenEntry } from '../ui/fields/entry.ts';
import { OpeningHoursField, type WeekEntry } from '../ui/fields/OpeningHoursField.tsx';
import { rentalDayReader, spansReader } from '../ui/fields/readers.ts';
import { today } from './example-day.ts';
import styles from './Gallery.module.css';

const week = (isAlwaysOpen: boolean, ...days: readonly string[]): WeekEntry => ({
  isAlwaysOpen,
  days: days.map((day) => typedEntry(spansReader, day)),
});
const usual = '07:30–12:00, 13:30–18:30';
const day = rentalDayReader(today);
const [eve, newYear] = [isoDay('2026-12-24'), isoDay('2027-01-02')];

/** When a branch is open: as it is most often, day and night, typed wrong, and only to be looked at. */
export function HoursSection() {
  const { t } = useTranslation();
  const [weeks, setWeeks] = useState<readonly WeekEntry[]>([
    week(false, usual, usual, usual, '07:30–20:00', usual, '08:00–16:00', ''),
    week(true, usual, '', '', '', '', '', ''),
    week(false, '12-8', '8-12 11-18', '8-25', '8', usual, '', ''),
    week(false, usual, usual, usual, usual, usual, '', ''),
  ]);
  const [lists, setLists] = useState<readonly (readonly DaysEntry[])[]>([
    [
      { from: writtenEntry(day, isoDay('2026-12-07')), to: emptyEntry },
      { from: writtenEntry(day, eve), to: writtenEntry(day, newYear) },
    ],
    [],
    [
      { from: writtenEntry(day, newYear), to: writtenEntry(day, eve) },
      { from: typedEntry(day, '31.11.'), to: emptyEntry },
      { from: emptyEntry, to: writtenEntry(day, eve) },
    ],
    [{ from: writtenEntry(day, eve), to: emptyEntry }],
  ]);
  return (
    <>
      {weeks.map((one, at) => (
        // They stay in their order.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles['apart']}>
          <div className={styles['column']}>
            <OpeningHoursField
              label={t('master.fields.opening')}
              week={one}
              onChange={(next) => setWeeks(weeks.map((other, index) => (index === at ? next : other)))}
              isChecked={at === 2}
              isDisabled={at === 3}
            />
          </div>
          <div className={styles['column']}>
            <ClosedDaysField
              label={t('master.fields.closed_on')}
              days={lists[at] ?? []}
              onChange={(next) => setLists(lists.map((other, index) => (index === at ? next : other)))}
              today={today}
              isChecked={at === 2}
              isDisabled={at === 3}
            />
          </div>
        </div>
      ))}
    </>
  );
}
