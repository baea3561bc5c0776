import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useMemo, useRef } from 'react';
import { type Instant, dayOf } from '#shared/time/instant.ts';
import { type Cursor, enter, nextRow, rowIndexOf, sideways } from './cursor.ts';
import styles from './Timeline.module.css';
import { TimelineHead } from './TimelineHead.tsx';
import type { BarDrag, Ghost, Nudge, TimelineBar, TimelineRow } from './timeline-row.ts';
import { TimelineRowView, barElementId, rowElementId } from './TimelineRowView.tsx';
import { type TimelineWindow, edgesOf, placeOf } from './timeline-window.ts';
import { useDrag } from './use-drag.ts';

export interface TimelineProps<Bar extends TimelineBar, Row extends TimelineRow<Bar>> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly window: TimelineWindow;
  readonly now: Instant;
  readonly cursor: Cursor | null;
  /** Where a bar would go that is being moved. */
  readonly ghost: Ghost | null;
  readonly isReadOnly?: boolean;
  /** For the focus. */
  readonly gridRef?: Ref<HTMLDivElement>;
  /** Who a row is. Give the same function while it says the same: rows are drawn anew when it changes, as with `about`. */
  readonly head: (row: Row) => ReactNode;
  /** What a bar is, in words: for those who hear it, and where the title is cut off. */
  readonly about: (bar: Bar) => string;
  /** The arrows. */
  readonly onGo: (cursor: Cursor) => void;
  /** A click; null beside the bars. */
  readonly onChoose: (rowKey: string, bar: Bar | null) => void;
  /** A double click. */
  readonly onOpen: (bar: Bar) => void;
  /** So many days to the right, negative to the left, by the wheel. */
  readonly onScroll: (days: number) => void;
  /** Shift and the arrows, plus and minus. */
  readonly onNudge: (nudge: Nudge) => void;
  readonly onDrag: (drag: BarDrag<Bar>) => void;
  /** Null when it was given up. */
  readonly onDrop: (drag: BarDrag<Bar> | null) => void;
  /** More keys while the grid has the focus, without modifiers. */
  readonly keys?: Readonly<Record<string, () => void>>;
}

const heights = { heading: 30, row: 34 } as const;

/**
 * Rows of bars against the days. Only the rows that are seen are drawn; the grid has the focus, its cursor names a bar. What the screen
 * makes of keys and hands is its own: it is told, and says where the cursor and a moved bar are.
 */
export function Timeline<Bar extends TimelineBar, Row extends TimelineRow<Bar>>(
  props: TimelineProps<Bar, Row>,
) {
  const { rows, window, now, cursor, ghost, onScroll, isReadOnly = false } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.bars === null ? 'heading' : 'row'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    scrollPaddingStart: 44,
    scrollPaddingEnd: 16,
  });
  const at = rowIndexOf(rows, cursor);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
    // Only when the cursor goes elsewhere, not at every row that changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [at]);
  useSidewaysWheel(scroller, onScroll);
  const grab = useDrag<Bar>({ days: window.days, onDrag: props.onDrag, onDrop: props.onDrop });
  const within = useMemo(() => edgesOf(window), [window]);

  const upDown = (here: Cursor, by: 1 | -1): void => {
    const next = rows[nextRow(rows, at, by)];
    if (next) props.onGo(enter(next, here.at, within));
  };
  const shiftKeys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => props.onNudge({ kind: 'shift', days: -1 }),
    ArrowRight: () => props.onNudge({ kind: 'shift', days: 1 }),
    ArrowUp: () => props.onNudge({ kind: 'row', by: -1 }),
    ArrowDown: () => props.onNudge({ kind: 'row', by: 1 }),
    // On some keyboards the plus is with Shift.
    '+': () => props.onNudge({ kind: 'stretch', days: 1 }),
  };
  const plainKeys = (here: Cursor): Readonly<Record<string, () => void>> => ({
    ArrowLeft: () => props.onGo(sideways(rows[at], here, -1)),
    ArrowRight: () => props.onGo(sideways(rows[at], here, 1)),
    ArrowUp: () => upDown(here, -1),
    ArrowDown: () => upDown(here, 1),
    '+': () => props.onNudge({ kind: 'stretch', days: 1 }),
    '-': () => props.onNudge({ kind: 'stretch', days: -1 }),
    ...props.keys,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || cursor === null) return;
    const action = (event.shiftKey ? shiftKeys : plainKeys(cursor))[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  const today = placeOf(window, now);
  const active =
    cursor === null || at < 0
      ? undefined
      : cursor.barId === null
        ? rowElementId(id, cursor.rowKey)
        : barElementId(id, cursor.barId);
  return (
    <div className={styles['scroller']} ref={scroller}>
      {/* The grid has the focus and the keys; its rows and bars are told by its cursor. */}
      <div
        ref={props.gridRef}
        className={styles['grid']}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length}
        aria-activedescendant={active}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={styles['head']} role="presentation">
          <TimelineHead window={window} today={dayOf(now)} />
        </div>
        <div className={styles['rows']} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          <div className={styles['behind']} aria-hidden="true" style={stripes(window)}>
            {today >= 0 && today < 1 ? (
              <div className={styles['now']} style={{ left: `${today * 100}%` }} />
            ) : null}
          </div>
          {virtual.getVirtualItems().map(({ index, start, size, key }) => {
            const row = rows[index];
            if (!row) return null;
            const isCurrent = index === at;
            return (
              <div
                key={key}
                className={styles['slot']}
                style={{ transform: `translateY(${start}px)`, height: size }}
              >
                <TimelineRowView
                  timelineId={id}
                  row={row}
                  index={index}
                  window={window}
                  head={props.head}
                  about={props.about}
                  isCurrent={isCurrent}
                  currentBarId={isCurrent ? (cursor?.barId ?? null) : null}
                  movingId={ghost !== null && hasBar(row, ghost.barId) ? ghost.barId : null}
                  ghost={row.key === ghost?.rowKey ? ghost : null}
                  isReadOnly={isReadOnly}
                  onChoose={props.onChoose}
                  onOpen={props.onOpen}
                  onGrab={grab}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** React listens to the wheel passively; sideways it moves the days and not the page. */
function useSidewaysWheel(
  scroller: { readonly current: HTMLElement | null },
  onScroll: (days: number) => void,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let rest = 0;
    const onWheel = (event: WheelEvent): void => {
      const by = event.deltaX !== 0 ? event.deltaX : event.shiftKey ? event.deltaY : 0;
      if (by === 0) return;
      event.preventDefault();
      rest += by / 40;
      const days = Math.trunc(rest);
      rest -= days;
      if (days !== 0) onScroll(days);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scroller, onScroll]);
}

function hasBar({ bars }: TimelineRow, id: string): boolean {
  return bars?.some((bar) => bar.id === id) ?? false;
}

/** Lines between the days, drawn once behind all rows and not in each of them. */
function stripes({ days }: TimelineWindow): Readonly<Record<string, string>> {
  return { '--day': `${100 / days}%` };
}
