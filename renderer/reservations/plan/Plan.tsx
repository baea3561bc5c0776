import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, atWallClock, dayOf, now } from '#shared/time/instant.ts';
import { useCounter } from '../../app/hooks/counter-context.ts';
import { useHotkeys } from '../../app/hooks/use-hotkeys.ts';
import { useMinute } from '../../app/hooks/use-minute.ts';
import { useRows } from '../../app/hooks/use-rows.ts';
import { useListSearch } from '../../app/lists/use-list-search.ts';
import { useKeyLine } from '../../app/shell/key-line-context.ts';
import { SavedViews } from '../../app/views/SavedViews.tsx';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { moveReservation } from '../change-reservation.ts';
import { HoldDialog } from '../../app/fleet/HoldDialog.tsx';
import { endHolds } from '../../app/fleet/put-hold.ts';
import { type PlanRefusal, planRefusalTexts } from '../refusal-texts.ts';
import { finishTransfer } from '../transfer-vehicle.ts';
import { useOccupationWords } from '../../app/fleet/use-occupation-words.ts';
import { useFleetRows } from '../use-fleet.ts';
import { type Cursor, barsOf, enter, nextBar, nextRow, rowIndexOf } from './cursor.ts';
import { MovePanel, useMoveAnswer } from './MovePanel.tsx';
import { type PendingMove, begunMove, isUnmoved, onto, shifted, stretched } from './pending-move.ts';
import styles from './Plan.module.css';
import { PlanGrid } from './PlanGrid.tsx';
import { type Bar, type PlanRow, mayMove, planRows } from './plan-rows.ts';
import { planSearch, planView, windowOf, zoomed } from './plan-search.ts';
import { type PlanWindow, type Zoom, daysLater, moved, nextZoom, showing } from './plan-window.ts';
import { PlanTools, everything } from './PlanTools.tsx';
import { useDrag } from './use-drag.ts';
import { TransferDialog } from './TransferDialog.tsx';

const noBranches: readonly never[] = [];

/** The fleet against the days: what is promised, out, held and on the road; moved by hand or by keyboard. */
export function Plan() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const navigate = useNavigate();
  const counter = useCounter();
  const time = useMinute();
  const words = useOccupationWords();
  const mayWrite = counter.role !== 'viewer';
  const [shownBy, look] = useListSearch(planSearch);
  const { zoom } = shownBy;
  const today = dayOf(time);
  const window = useMemo(() => windowOf(shownBy, today), [shownBy, today]);
  const setWindow = useCallback(
    (move: (before: PlanWindow) => PlanWindow): void =>
      look((before) => {
        const seenNow = windowOf(before, dayOf(now()));
        const next = move(seenNow);
        return next === seenNow ? {} : { firstDay: next.firstDay };
      }),
    [look],
  );
  const showBranch = useCallback((branch: string): void => look({ branch }), [look]);
  const showCategory = useCallback(
    (category: string): void => look({ category: category === everything ? null : category }),
    [look],
  );
  const branchId = shownBy.branch ?? counter.place.branchId;
  const categoryId = shownBy.category ?? everything;
  const [chosen, setCursor] = useState<Cursor | null>(null);
  const [pending, setPending] = useState<PendingMove | null>(null);
  const [isDragging, setDragging] = useState(false);
  const [problem, setProblem] = useState<PlanRefusal | null>(null);
  const [notice, setNotice] = useState('');
  const [dialog, setDialog] = useState<'hold' | 'transfer' | null>(null);
  const grid = useRef<HTMLDivElement>(null);

  // The plan is worked with at once.
  useEffect(() => grid.current?.focus({ preventScroll: true }), []);

  const fleet = useFleetRows(time);
  const branches = useRows('plan/branches', (rows) =>
    rows.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  const filter = useMemo(
    () => ({
      branchId: branchId === everything ? null : branchId,
      categoryId: categoryId === everything ? null : categoryId,
    }),
    [branchId, categoryId],
  );
  const rows = useMemo(
    () => (fleet ? planRows(fleet, filter, time, words) : []),
    [fleet, filter, time, words],
  );
  const categories = useMemo(
    () => [...new Map((fleet?.vehicles ?? []).map((one) => [one.category_id, one.category]))],
    [fleet],
  );
  const within = useMemo(
    () => ({
      from: atWallClock(window.firstDay, '00:00'),
      to: atWallClock(addDays(window.firstDay, window.days), '00:00'),
    }),
    [window],
  );
  const first = rows.find(({ kind }) => kind !== 'category');
  const cursor = rowIndexOf(rows, chosen) >= 0 ? chosen : first ? enter(first, time, within) : null;
  const rowIndex = rowIndexOf(rows, cursor);
  const row = rows[rowIndex];
  const bar = barsOf(row).find(({ id }) => id === cursor?.barId);
  const answer = useMoveAnswer(pending);

  const select = useCallback((rowKey: string, at: Bar | null): void => {
    setCursor((before) => ({
      rowKey,
      barId: at?.id ?? null,
      at: at?.startsAt ?? before?.at ?? now(),
    }));
    setNotice('');
    grid.current?.focus({ preventScroll: true });
  }, []);
  const open = useCallback(
    (one: Bar): void => {
      const contractId = one.id;
      if (one.kind === 'hold' || one.kind === 'transfer') return;
      if (mayMove(one) && mayWrite)
        void navigate({ to: '/reservations/new', search: { reservationId: contractId } });
      else void navigate({ to: '/contracts/$contractId', params: { contractId } });
    },
    [navigate, mayWrite],
  );
  const onScroll = useCallback(
    (days: number): void => setWindow((before) => moved(before, days)),
    [setWindow],
  );
  const grab = useDrag({
    rows,
    days: window.days,
    onDrag: (move) => {
      setDragging(true);
      setProblem(null);
      setPending(move);
    },
    onDrop: (move) => {
      setDragging(false);
      setPending(move === null || isUnmoved(move) ? null : move);
      grid.current?.focus({ preventScroll: true });
    },
  });
  const onGrab: typeof grab = useCallback(
    (one, event, grip) => (mayWrite ? grab(one, event, grip) : undefined),
    [grab, mayWrite],
  );

  const goTo = (next: Cursor): void => {
    setCursor(next);
    setNotice('');
    setWindow((before) => showing(before, next.at));
  };
  const seen = useRef(time);
  useEffect(() => {
    seen.current = cursor?.at ?? time;
  });
  const show = useCallback(
    (to: Zoom): void => {
      look((before) => zoomed(before, to, dayOf(now()), seen.current));
    },
    [look],
  );
  const accept = async (): Promise<void> => {
    if (pending === null || answer?.ok !== true) return;
    const { bar: of, vehicleId, startsAt, endsAt } = pending;
    const move = { contractId: of.id, vehicleId, startsAt, endsAt };
    const done = await moveReservation(counter, move, answer.value.after, words);
    if (!done.ok) return setProblem(done.refusal);
    setPending(null);
    setCursor({
      rowKey: vehicleId === null ? (cursor?.rowKey ?? '') : `vehicle/${vehicleId}`,
      barId: of.id,
      at: startsAt,
    });
  };
  const abandon = (): void => {
    setPending(null);
    setProblem(null);
    grid.current?.focus({ preventScroll: true });
  };
  /** Begins a move of the bar under the cursor, or goes on with the one that was begun. */
  const nudge = (change: (move: PendingMove) => PendingMove): void => {
    const of = pending ?? (bar && mayMove(bar) ? begunMove(bar) : null);
    if (!mayWrite) return;
    if (of === null) {
      if (bar) setNotice(t('plan.onlyPlans'));
      return;
    }
    const next = change(of);
    setProblem(null);
    setPending(isUnmoved(next) ? null : next);
    setWindow((before) => showing(before, next.startsAt));
  };
  const nudgeRow = (by: 1 | -1): void => {
    nudge((move) => {
      const from = rowIndexOf(rows, {
        rowKey: move.vehicleId === null ? (cursor?.rowKey ?? '') : `vehicle/${move.vehicleId}`,
        barId: null,
        at: time,
      });
      return onto(move, rows[nextRow(rows, from, by)]);
    });
  };
  const reserve = (): void => {
    if (!mayWrite) return;
    const vehicle = row?.kind === 'vehicle' && bar === undefined ? row.vehicle : undefined;
    const at = cursor?.at ?? time;
    void navigate({
      to: '/reservations/new',
      search: {
        ...(vehicle ? { vehicleId: vehicle.id } : {}),
        ...(bar === undefined && at > time ? { startsAt: at } : {}),
      },
    });
  };
  const settle = async (kind: 'hold' | 'transfer'): Promise<void> => {
    if (!mayWrite || row?.kind !== 'vehicle') return;
    if (bar?.kind !== kind) return setDialog(kind);
    const done = kind === 'hold' ? await endHolds(counter, [bar.id]) : await finishTransfer(counter, bar.id);
    setNotice(done.ok ? '' : sayRefusal(planRefusalTexts, done.refusal as PlanRefusal, language));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || cursor === null) return;
    const action = event.shiftKey ? shiftKeys()[event.key] : plainKeys(cursor)[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  const shiftKeys = (): Readonly<Record<string, () => void>> => ({
    ArrowLeft: () => nudge((move) => shifted(move, -1)),
    ArrowRight: () => nudge((move) => shifted(move, 1)),
    ArrowUp: () => nudgeRow(-1),
    ArrowDown: () => nudgeRow(1),
    // On some keyboards the plus is with Shift.
    '+': () => nudge((move) => stretched(move, 1, 'end')),
  });
  const plainKeys = (here: Cursor): Readonly<Record<string, () => void>> => ({
    ArrowLeft: () => sideways(here, -1),
    ArrowRight: () => sideways(here, 1),
    ArrowUp: () => upDown(here, -1),
    ArrowDown: () => upDown(here, 1),
    '+': () => nudge((move) => stretched(move, 1, 'end')),
    '-': () => nudge((move) => stretched(move, -1, 'end')),
    Enter: () => {
      if (pending !== null) void accept();
      else if (bar) open(bar);
      else reserve();
    },
    ...(pending === null ? {} : { Escape: abandon }),
  });
  const sideways = (here: Cursor, by: 1 | -1): void => {
    const next = nextBar(row, here, by);
    if (next) goTo({ rowKey: here.rowKey, barId: next.id, at: next.startsAt });
    else if (here.barId === null || by === 1) goTo({ ...here, barId: null, at: daysLater(here.at, by) });
  };
  const upDown = (here: Cursor, by: 1 | -1): void => {
    const next: PlanRow | undefined = rows[nextRow(rows, rowIndex, by)];
    if (next) goTo(enter(next, here.at, within));
  };

  useHotkeys({
    ',': () => onScroll(-7),
    '.': () => onScroll(7),
    t: () => look({ firstDay: null }),
    z: () => show(nextZoom(zoom)),
    b: reserve,
    h: () => void settle('hold'),
    m: () => void settle('transfer'),
    Escape: () => (pending === null ? void navigate({ to: '/' }) : abandon()),
    ...(pending === null ? {} : { Enter: () => void accept() }),
  });
  useKeyLine({
    keys:
      pending === null
        ? [
            ['↵', t('keys.open')],
            ...(mayWrite
              ? ([
                  ['B', t('keys.reserve')],
                  ['Shift ←↑↓→', t('keys.moveBar')],
                  ['+ −', t('keys.lengthen')],
                  ['H', t('keys.hold')],
                  ['M', t('keys.transferKey')],
                ] as const)
              : []),
            [', .', t('keys.scroll')],
            ['Z', t('keys.zoom')],
          ]
        : [
            ['↵', t('keys.accept')],
            ['Shift ←↑↓→', t('keys.moveBar')],
            ['+ −', t('keys.lengthen')],
            ['Esc', t('keys.back')],
          ],
    status: '',
  });

  return (
    <div className={styles['plan']}>
      <PlanTools
        zoom={zoom}
        onZoom={show}
        branches={branches ?? noBranches}
        branchId={branchId}
        onBranch={showBranch}
        categories={categories}
        categoryId={categoryId}
        onCategory={showCategory}
        notice={notice}
      />
      <div className={styles['views']}>
        <SavedViews
          list="plan"
          schema={planView}
          search={shownBy}
          onShow={(view) =>
            look((before) => ({ ...zoomed(before, view.zoom, dayOf(now()), seen.current), ...view }))
          }
        />
      </div>
      {fleet && rows.length === 0 ? <EmptyState title={t('plan.empty')} /> : null}
      <PlanGrid
        label={t('plan.title')}
        rows={rows}
        window={window}
        time={time}
        cursor={cursor}
        pending={pending}
        isRefused={problem !== null || answer?.ok === false}
        gridRef={grid}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        onChoose={select}
        onOpen={open}
        onGrab={onGrab}
      />
      {pending !== null && !isDragging ? (
        <MovePanel
          pending={pending}
          answer={answer}
          problem={problem}
          vehicles={fleet?.vehicles ?? []}
          onAccept={() => void accept()}
          onAbandon={abandon}
        />
      ) : null}
      {dialog === 'hold' && row?.kind === 'vehicle' ? (
        <HoldDialog vehicle={row.vehicle} at={cursor?.at ?? time} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'transfer' && row?.kind === 'vehicle' ? (
        <TransferDialog
          vehicle={row.vehicle}
          at={cursor?.at ?? time}
          now={time}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}
