import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, type Ref, useEffect, useRef } from 'react';
import type { Instant } from '#shared/time/instant.ts';
import { dayOf } from '#shared/time/instant.ts';
import { type Cursor, rowIndexOf } from './cursor.ts';
import type { PendingMove } from './pending-move.ts';
import styles from './Plan.module.css';
import { PlanHead } from './PlanHead.tsx';
import type { Bar, PlanRow } from './plan-rows.ts';
import { PlanRowView, barElementId, rowElementId } from './PlanRowView.tsx';
import { type PlanWindow, placeOf } from './plan-window.ts';

export interface PlanGridProps {
  readonly label: string;
  readonly rows: readonly PlanRow[];
  readonly window: PlanWindow;
  readonly time: Instant;
  readonly cursor: Cursor | null;
  readonly pending: PendingMove | null;
  readonly isRefused: boolean;
  readonly gridRef: Ref<HTMLDivElement>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  /** So many days to the right, negative to the left. */
  readonly onScroll: (days: number) => void;
  readonly onChoose: (rowKey: string, bar: Bar | null) => void;
  readonly onOpen: (bar: Bar) => void;
  readonly onGrab: (bar: Bar, event: PointerEvent<HTMLElement>, grip: 'whole' | 'start' | 'end') => void;
}

const heights = { category: 30, lane: 32, vehicle: 34 } as const;

/** The vehicles against the days. Only the rows that are seen are drawn; the grid has the focus, its cursor names a bar. */
export function PlanGrid(props: PlanGridProps) {
  const { rows, window, time, cursor, pending, onScroll } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'vehicle'],
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

  // React listens to the wheel passively; sideways it moves the days and not the page.
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
  }, [onScroll]);

  const today = placeOf(window, time);
  const active =
    cursor === null || at < 0
      ? undefined
      : cursor.barId === null
        ? rowElementId(cursor.rowKey)
        : barElementId(cursor.barId);
  const target = pending === null ? null : rowKeyOf(rows, pending);
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
        onKeyDown={props.onKeyDown}
      >
        <div className={styles['head']} role="presentation">
          <div className={styles['corner']} />
          <PlanHead window={window} today={dayOf(time)} />
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
                <PlanRowView
                  row={row}
                  index={index}
                  window={window}
                  isCurrent={isCurrent}
                  currentBarId={isCurrent ? (cursor?.barId ?? null) : null}
                  movingId={pending !== null && hasBar(row, pending.bar.id) ? pending.bar.id : null}
                  ghost={row.key === target ? pending : null}
                  isRefused={props.isRefused}
                  onChoose={props.onChoose}
                  onOpen={props.onOpen}
                  onGrab={props.onGrab}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Where a moved bar would stand: the row of its vehicle, or the first lane of its category. */
function rowKeyOf(rows: readonly PlanRow[], { vehicleId, bar }: PendingMove): string | null {
  if (vehicleId !== null) return `vehicle/${vehicleId}`;
  const own = rows.find((row) => row.kind === 'lane' && hasBar(row, bar.id));
  if (own) return own.key;
  return rows.find((row) => row.kind === 'lane' && row.categoryId === bar.categoryId)?.key ?? null;
}

function hasBar(row: PlanRow, id: string): boolean {
  return row.kind !== 'category' && row.bars.some((bar) => bar.id === id);
}

/** Lines between the days, drawn once behind all rows and not in each of them. */
function stripes({ days }: PlanWindow): Readonly<Record<string, string>> {
  return { '--day': `${100 / days}%` };
}
