import { useTranslation } from 'react-i18next';
import { formatTime } from '#shared/time/format-time.ts';
import { type Instant, dayOf, instant, minutesBetween } from '#shared/time/instant.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { rentalDays } from '#shared/time/rental-days.ts';
import { refusalText } from '../app/attention/refusal-text.ts';
import { Plate } from '../ui/Plate.tsx';
import { readablePhone } from '../ui/readable-phone.ts';
import { readablePlate } from '../ui/readable-plate.ts';
import styles from './Desk.module.css';
import type { DeskItem } from './desk-items.ts';

export interface DeskListProps {
  readonly title: string;
  readonly empty: string;
  readonly loaded: boolean;
  readonly items: readonly DeskItem[];
  readonly time: Instant;
  readonly chosenKey: string | null;
  readonly onChoose: (key: string) => void;
  readonly onOpen: (item: DeskItem) => void;
}

export function DeskList({ title, empty, loaded, items, time, chosenKey, onChoose, onOpen }: DeskListProps) {
  return (
    <>
      <h2 className={styles['title']}>
        {title} <span>{items.length}</span>
      </h2>
      {loaded && items.length === 0 ? <p className={styles['empty']}>{empty}</p> : null}
      <ul className={styles['list']}>
        {items.map((item) => (
          <li key={item.key}>
            <button
              type="button"
              className={styles['row']}
              data-item={item.key}
              tabIndex={-1}
              aria-current={item.key === chosenKey}
              onClick={() => onChoose(item.key)}
              onDoubleClick={() => onOpen(item)}
            >
              <RowContent item={item} time={time} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function RowContent({ item, time }: { readonly item: DeskItem; readonly time: Instant }) {
  const { t } = useTranslation();
  if (item.kind === 'conflict') {
    const { conflict } = item;
    const double = conflict.kind === 'double_check_out';
    const plate = readablePlate(conflict.plate ?? '');
    return (
      <>
        <span className={styles['dot']} data-tone="red" />
        <span className={styles['main']}>
          <strong>{t(`conflict.${conflict.kind}`)}</strong>
          <small>{double ? t('conflict.bothStand', { plate }) : plate}</small>
        </span>
      </>
    );
  }
  if (item.kind === 'drawer') {
    return (
      <>
        <span className={styles['dot']} data-tone="amber" />
        <span className={styles['main']}>
          <strong>{t('cash.openSince', { day: formatDay(dayOf(item.drawer.opened_at)) })}</strong>
          <small>{item.drawer.number}</small>
        </span>
      </>
    );
  }
  if (item.kind === 'refusal') {
    return (
      <>
        <span className={styles['dot']} data-tone="red" />
        <span className={styles['main']}>
          <strong>{t('desk.refused', { reason: refusalText(t, item.refusal.code) })}</strong>
          <small>
            {item.refusal.clerk} · {formatTime(instant(item.refusal.refused_at))}
          </small>
        </span>
      </>
    );
  }
  const { row } = item;
  const at = item.kind === 'out' ? row.starts_at : row.due_at;
  const late = minutesBetween(instant(at), time);
  const overdue = item.kind === 'back' && late > 0;
  const sameDay = dayOf(at) === dayOf(time);
  return (
    <>
      <span className={styles['time']} data-overdue={overdue}>
        {sameDay ? formatTime(at) : formatDay(dayOf(at)).slice(0, 6)}
      </span>
      <span className={styles['main']}>
        <strong>{row.customer_name}</strong>
        {overdue ? (
          <small className={styles['overdue']}>
            {[t('desk.overdue', { duration: durationText(late) }), onOneLine(readablePhone(row.phone ?? ''))]
              .filter(Boolean)
              .join(' · ')}
          </small>
        ) : (
          <small>
            {row.category} ·{' '}
            {t('desk.days', { count: rentalDays(instant(row.starts_at), instant(row.due_at), 59) })}
          </small>
        )}
      </span>
      {row.plate ? (
        <Plate plate={row.plate} />
      ) : (
        <span className={styles['assign']}>{t('status.to_assign')}</span>
      )}
    </>
  );
}

/** `2 h 31`, `3 d` */
function durationText(minutes: number): string {
  if (minutes >= 48 * 60) return `${Math.floor(minutes / (24 * 60))} d`;
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
  return `${minutes} min`;
}

function onOneLine(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
