import { type PointerEvent, memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { Plate } from '../../ui/Plate.tsx';
import type { PendingMove } from './pending-move.ts';
import styles from './Plan.module.css';
import { type Bar, type PlanRow, mayMove } from './plan-rows.ts';
import { type PlanWindow, spanOf } from './plan-window.ts';

export interface PlanRowViewProps {
  readonly row: PlanRow;
  readonly index: number;
  readonly window: PlanWindow;
  readonly isCurrent: boolean;
  /** The bar of the cursor, when it is in this row. */
  readonly currentBarId: string | null;
  /** The bar that is being moved, when it stands in this row. */
  readonly movingId: string | null;
  /** Where it would go, when that is this row. */
  readonly ghost: PendingMove | null;
  readonly isRefused: boolean;
  readonly onChoose: (rowKey: string, bar: Bar | null) => void;
  readonly onOpen: (bar: Bar) => void;
  readonly onGrab: (bar: Bar, event: PointerEvent<HTMLElement>, grip: 'whole' | 'start' | 'end') => void;
}

export const barElementId = (id: string): string => `plan-bar-${id}`;
export const rowElementId = (key: string): string => `plan-row-${key.replaceAll('/', '-')}`;

/** One row: who it is on the left, its bars against the days. Drawn anew only when something of it changed. */
export const PlanRowView = memo(function PlanRowView(props: PlanRowViewProps) {
  const { row, index, window, isCurrent, ghost } = props;
  const { t } = useTranslation();
  if (row.kind === 'category') {
    return (
      <div className={styles['category']} role="row" aria-rowindex={index + 1}>
        <span role="rowheader">
          {row.name} <small>{t('plan.vehicleCount', { count: row.vehicles })}</small>
          {row.unassigned > 0 ? (
            <em className={styles['toAssign']}>{t('plan.unassignedCount', { count: row.unassigned })}</em>
          ) : null}
        </span>
      </div>
    );
  }
  const span = ghost === null ? null : spanOf(window, ghost.startsAt, ghost.endsAt);
  return (
    <div
      className={styles['row']}
      role="row"
      id={rowElementId(row.key)}
      aria-rowindex={index + 1}
      data-current={isCurrent}
      data-kind={row.kind}
    >
      <div className={styles['who']} role="rowheader">
        {row.kind === 'lane' ? (
          <span className={styles['lane']}>{t('plan.unassigned')}</span>
        ) : (
          <>
            <Plate plate={row.vehicle.plate} />
            <small>{row.vehicle.status === 'workshop' ? t('plan.workshop') : row.vehicle.model}</small>
          </>
        )}
      </div>
      {/* The keys of the grid do the same. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        className={styles['track']}
        role="presentation"
        data-row={row.key}
        onClick={(event) => event.target === event.currentTarget && props.onChoose(row.key, null)}
      >
        {row.bars.map((bar) => {
          const place = spanOf(window, bar.startsAt, bar.takenUntil);
          return place === null ? null : (
            <BarView
              key={bar.id}
              bar={bar}
              rowKey={row.key}
              left={place.left}
              width={place.width}
              isCurrent={bar.id === props.currentBarId}
              isMoving={bar.id === props.movingId}
              onChoose={props.onChoose}
              onOpen={props.onOpen}
              onGrab={props.onGrab}
            />
          );
        })}
        {span === null || ghost === null ? null : (
          <div
            className={styles['ghost']}
            data-refused={props.isRefused}
            style={{ left: `${span.left * 100}%`, width: `${span.width * 100}%` }}
          >
            {ghost.bar.title}
          </div>
        )}
      </div>
    </div>
  );
});

interface BarViewProps {
  readonly bar: Bar;
  readonly rowKey: string;
  readonly left: number;
  readonly width: number;
  readonly isCurrent: boolean;
  readonly isMoving: boolean;
  readonly onChoose: PlanRowViewProps['onChoose'];
  readonly onOpen: PlanRowViewProps['onOpen'];
  readonly onGrab: PlanRowViewProps['onGrab'];
}

const BarView = memo(function BarView(props: BarViewProps) {
  const { bar, rowKey, onChoose, onOpen, onGrab } = props;
  const { t } = useTranslation();
  const about = useMemo(() => {
    const until = bar.endsAt === null ? t('plan.untilFurther') : formatInstant(bar.endsAt);
    return `${bar.title}, ${t(`plan.kinds.${bar.kind}`)}, ${formatInstant(bar.startsAt)} – ${until}`;
  }, [bar, t]);
  const isMovable = mayMove(bar);
  const grab = (grip: 'whole' | 'start' | 'end') => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !isMovable) return;
    event.stopPropagation();
    onGrab(bar, event, grip);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={barElementId(bar.id)}
      className={styles['bar']}
      role="gridcell"
      aria-label={about}
      title={about}
      aria-selected={props.isCurrent}
      data-kind={bar.kind}
      data-moving={props.isMoving}
      style={{ left: `${props.left * 100}%`, width: `${props.width * 100}%` }}
      onClick={() => onChoose(rowKey, bar)}
      onDoubleClick={() => onOpen(bar)}
      onPointerDown={grab('whole')}
    >
      {bar.title}
      {isMovable ? (
        <>
          <i className={styles['gripStart']} onPointerDown={grab('start')} />
          <i className={styles['gripEnd']} onPointerDown={grab('end')} />
        </>
      ) : null}
    </div>
  );
});
