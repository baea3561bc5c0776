import { type PointerEvent, type ReactNode, memo, useMemo } from 'react';
import type { Ghost, Grip, TimelineBar, TimelineRow } from './timeline-row.ts';
import { type TimelineWindow, spanOf } from './timeline-window.ts';
import styles from './Timeline.module.css';

export interface TimelineRowViewProps<Bar extends TimelineBar, Row extends TimelineRow<Bar>> {
  /** Of the timeline, for the ids that its cursor names. */
  readonly timelineId: string;
  readonly row: Row;
  readonly index: number;
  readonly window: TimelineWindow;
  readonly head: (row: Row) => ReactNode;
  readonly about: (bar: Bar) => string;
  readonly isCurrent: boolean;
  /** The bar of the cursor, when it is in this row. */
  readonly currentBarId: string | null;
  /** The bar that is being moved, when it stands in this row. */
  readonly movingId: string | null;
  /** Where it would go, when that is this row. */
  readonly ghost: Ghost | null;
  readonly isReadOnly: boolean;
  readonly onChoose: (rowKey: string, bar: Bar | null) => void;
  readonly onOpen: (bar: Bar) => void;
  readonly onGrab: (bar: Bar, event: PointerEvent<HTMLElement>, grip: Grip) => void;
}

export const barElementId = (timelineId: string, id: string): string => `${timelineId}-bar-${id}`;
export const rowElementId = (timelineId: string, key: string): string =>
  `${timelineId}-row-${key.replaceAll('/', '-')}`;

/** One row: who it is on the left, its bars against the days. Drawn anew only when something of it changed. */
export const TimelineRowView = memo(RowView) as typeof RowView;

function RowView<Bar extends TimelineBar, Row extends TimelineRow<Bar>>(
  props: TimelineRowViewProps<Bar, Row>,
) {
  const { timelineId, row, index, window, isCurrent, ghost, about } = props;
  if (row.bars === null) {
    return (
      <div className={styles['heading']} role="row" aria-rowindex={index + 1}>
        <span role="rowheader">{props.head(row)}</span>
      </div>
    );
  }
  const span = ghost === null ? null : spanOf(window, ghost.startsAt, ghost.endsAt);
  return (
    <div
      className={styles['row']}
      role="row"
      id={rowElementId(timelineId, row.key)}
      aria-rowindex={index + 1}
      data-current={isCurrent}
    >
      <div className={styles['who']} role="rowheader">
        {props.head(row)}
      </div>
      {/* The keys of the grid do the same. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        className={styles['track']}
        role="presentation"
        data-track={row.key}
        onClick={(event) => event.target === event.currentTarget && props.onChoose(row.key, null)}
      >
        {row.bars.map((bar) => {
          const place = spanOf(window, bar.startsAt, bar.takenUntil);
          return place === null ? null : (
            <BarView
              key={bar.id}
              elementId={barElementId(timelineId, bar.id)}
              bar={bar}
              rowKey={row.key}
              about={about}
              left={place.left}
              width={place.width}
              isCurrent={bar.id === props.currentBarId}
              isMoving={bar.id === props.movingId}
              isReadOnly={props.isReadOnly}
              onChoose={props.onChoose}
              onOpen={props.onOpen}
              onGrab={props.onGrab}
            />
          );
        })}
        {span === null || ghost === null ? null : (
          <div
            className={styles['ghost']}
            data-refused={ghost.isRefused}
            style={{ left: `${span.left * 100}%`, width: `${span.width * 100}%` }}
          >
            {ghost.title}
          </div>
        )}
      </div>
    </div>
  );
}

interface BarViewProps<Bar extends TimelineBar> {
  readonly elementId: string;
  readonly bar: Bar;
  readonly rowKey: string;
  readonly about: (bar: Bar) => string;
  readonly left: number;
  readonly width: number;
  readonly isCurrent: boolean;
  readonly isMoving: boolean;
  readonly isReadOnly: boolean;
  readonly onChoose: (rowKey: string, bar: Bar) => void;
  readonly onOpen: (bar: Bar) => void;
  readonly onGrab: (bar: Bar, event: PointerEvent<HTMLElement>, grip: Grip) => void;
}

const BarView = memo(OneBar) as typeof OneBar;

function OneBar<Bar extends TimelineBar>(props: BarViewProps<Bar>) {
  const { bar, rowKey, about, onChoose, onOpen, onGrab } = props;
  const told = useMemo(() => about(bar), [bar, about]);
  const isMovable = bar.isMovable && !props.isReadOnly;
  const grab = (grip: Grip) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !isMovable) return;
    event.stopPropagation();
    onGrab(bar, event, grip);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={props.elementId}
      className={styles['bar']}
      role="gridcell"
      aria-label={told}
      title={told}
      aria-selected={props.isCurrent}
      data-tone={bar.tone}
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
}
