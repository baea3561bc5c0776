import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import { type PendingMove, begunMove, onto, shifted, stretched } from './pending-move.ts';
import type { Bar, PlanRow } from './plan-rows.ts';

interface Drag {
  readonly bar: Bar;
  readonly grip: 'whole' | 'start' | 'end';
  readonly x: number;
  readonly y: number;
  readonly dayWidth: number;
}

/** A hand is never quite still: so many pixels are no drag. */
const slack = 4;

export interface DragContext {
  readonly rows: readonly PlanRow[];
  readonly days: number;
  readonly onDrag: (move: PendingMove) => void;
  /** `null` when it was let go where it was, or given up by Escape. */
  readonly onDrop: (move: PendingMove | null) => void;
}

/** Drags a bar by whole days and onto another row, or its ends. Returns what begins it. */
export function useDrag(context: DragContext) {
  const current = useRef(context);
  useEffect(() => {
    current.current = context;
  });
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  return useCallback((bar: Bar, event: PointerEvent<HTMLElement>, grip: Drag['grip']): void => {
    const track = event.currentTarget.closest<HTMLElement>('[data-row]');
    if (!track) return;
    const drag: Drag = {
      bar,
      grip,
      x: event.clientX,
      y: event.clientY,
      dayWidth: track.clientWidth / current.current.days,
    };
    let move: PendingMove | null = null;
    const onMove = (to: globalThis.PointerEvent): void => {
      if (move === null && Math.hypot(to.clientX - drag.x, to.clientY - drag.y) < slack) return;
      move = movedTo(drag, to, current.current.rows);
      current.current.onDrag(move);
    };
    const end = (dropped: PendingMove | null): void => {
      stop.current();
      // A mere click is none of ours.
      if (move !== null) current.current.onDrop(dropped);
    };
    const onUp = (): void => end(move);
    const onKey = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end(null);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('keydown', onKey, true);
    stop.current = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('keydown', onKey, true);
    };
  }, []);
}

function movedTo(
  { bar, grip, x, dayWidth }: Drag,
  to: globalThis.PointerEvent,
  rows: readonly PlanRow[],
): PendingMove {
  const days = Math.round((to.clientX - x) / dayWidth);
  const begun = begunMove(bar);
  if (grip !== 'whole') return stretched(begun, days, grip);
  const key = document
    .elementsFromPoint(to.clientX, to.clientY)
    .map((element) => (element instanceof HTMLElement ? element.dataset['row'] : undefined))
    .find((found) => found !== undefined);
  return onto(
    shifted(begun, days),
    rows.find((row) => row.key === key),
  );
}
