import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import type { BarDrag, Grip, TimelineBar } from './timeline-row.ts';

/** A hand is never quite still: so many pixels are no drag. */
const slack = 4;

export interface DragContext<Bar extends TimelineBar> {
  /** How many days a track shows. */
  readonly days: number;
  readonly onDrag: (drag: BarDrag<Bar>) => void;
  /** `null` when it was given up by Escape. */
  readonly onDrop: (drag: BarDrag<Bar> | null) => void;
}

/** Drags a bar by whole days and onto another row, or its ends. Returns what begins it. */
export function useDrag<Bar extends TimelineBar>(context: DragContext<Bar>) {
  const current = useRef(context);
  useEffect(() => {
    current.current = context;
  });
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  return useCallback((bar: Bar, event: PointerEvent<HTMLElement>, grip: Grip): void => {
    const track = event.currentTarget.closest<HTMLElement>('[data-track]');
    if (!track) return;
    const [x, y] = [event.clientX, event.clientY];
    const dayWidth = track.clientWidth / current.current.days;
    let drag: BarDrag<Bar> | null = null;
    const onMove = (to: globalThis.PointerEvent): void => {
      if (drag === null && Math.hypot(to.clientX - x, to.clientY - y) < slack) return;
      drag = { bar, grip, days: Math.round((to.clientX - x) / dayWidth), rowKey: rowUnder(to) };
      current.current.onDrag(drag);
    };
    const end = (dropped: BarDrag<Bar> | null): void => {
      stop.current();
      // A mere click is none of ours.
      if (drag !== null) current.current.onDrop(dropped);
    };
    const onUp = (): void => end(drag);
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

function rowUnder({ clientX, clientY }: globalThis.PointerEvent): string | undefined {
  return document
    .elementsFromPoint(clientX, clientY)
    .map((element) => (element instanceof HTMLElement ? element.dataset['track'] : undefined))
    .find((found) => found !== undefined);
}
