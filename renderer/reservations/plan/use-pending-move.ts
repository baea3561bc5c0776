import { useState } from 'react';
import { useOccupationWords } from '../../app/fleet/use-occupation-words.ts';
import { useCounter } from '../../app/hooks/counter-context.ts';
import { nextRow } from '../../ui/timeline/cursor.ts';
import type { BarDrag, Nudge } from '../../ui/timeline/timeline-row.ts';
import { moveReservation } from '../change-reservation.ts';
import type { PlanRefusal } from '../refusal-texts.ts';
import { useMoveAnswer } from './MovePanel.tsx';
import {
  type PendingMove,
  begunMove,
  dragged,
  ghostOf,
  isUnmoved,
  onto,
  shifted,
  stretched,
} from './pending-move.ts';
import type { Bar, PlanRow } from './plan-rows.ts';

export interface MoveContext {
  readonly rows: readonly PlanRow[];
  /** Of the cursor: where a bar without a vehicle stands. */
  readonly rowKey: string;
  /** After a hand let go, or a move was given up. */
  readonly onEnd: () => void;
  readonly onAccepted: (move: PendingMove) => void;
}

/** A move on its way: drawn by hand or keyboard, answered by the rules at each step, written when it is accepted. */
export function usePendingMove({ rows, rowKey, onEnd, onAccepted }: MoveContext) {
  const counter = useCounter();
  const words = useOccupationWords();
  const [pending, setPending] = useState<PendingMove | null>(null);
  const [isDragging, setDragging] = useState(false);
  const [problem, setProblem] = useState<PlanRefusal | null>(null);
  const answer = useMoveAnswer(pending);

  const show = (move: PendingMove | null): void => {
    setProblem(null);
    setPending(move === null || isUnmoved(move) ? null : move);
  };
  const nudged = (move: PendingMove, nudge: Nudge): PendingMove => {
    switch (nudge.kind) {
      case 'shift':
        return shifted(move, nudge.days);
      case 'stretch':
        return stretched(move, nudge.days, 'end');
      case 'row': {
        const own = move.vehicleId === null ? rowKey : `vehicle/${move.vehicleId}`;
        const from = rows.findIndex(({ key }) => key === own);
        return onto(move, rows[nextRow(rows, from, nudge.by)]);
      }
    }
  };
  return {
    pending,
    problem,
    answer,
    isDragging,
    ghost: pending === null ? null : ghostOf(pending, rows, problem !== null || answer?.ok === false),
    onDrag: (drag: BarDrag<Bar>): void => {
      setDragging(true);
      setProblem(null);
      // Shown also where it stands: a hand that goes back sees that it did.
      setPending(dragged(drag, rows));
    },
    onDrop: (drag: BarDrag<Bar> | null): void => {
      setDragging(false);
      show(drag === null ? null : dragged(drag, rows));
      onEnd();
    },
    /** Goes on with the move that was begun, else begins one of the bar; null where that does not move. */
    nudge: (bar: Bar | undefined, nudge: Nudge): PendingMove | null => {
      const of = pending ?? (bar?.isMovable ? begunMove(bar) : null);
      if (of === null) return null;
      const next = nudged(of, nudge);
      show(next);
      return next;
    },
    accept: async (): Promise<void> => {
      if (pending === null || answer?.ok !== true) return;
      const { bar, vehicleId, startsAt, endsAt } = pending;
      const move = { contractId: bar.id, vehicleId, startsAt, endsAt };
      const done = await moveReservation(counter, move, answer.value.after, words);
      if (!done.ok) return setProblem(done.refusal);
      setPending(null);
      onAccepted(pending);
    },
    abandon: (): void => {
      show(null);
      onEnd();
    },
  };
}
