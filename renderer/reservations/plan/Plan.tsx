import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { dayOf, now } from '#shared/time/instant.ts';
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
import { takeFocus } from '../../ui/take-focus.ts';
import { useEarlyKeys } from '../../ui/use-early-keys.ts';
import { type Cursor, enter, rowIndexOf } from '../../ui/timeline/cursor.ts';
import { Timeline } from '../../ui/timeline/Timeline.tsx';
import type { Nudge } from '../../ui/timeline/timeline-row.ts';
import { type TimelineWindow, edgesOf, moved, showing } from '../../ui/timeline/timeline-window.ts';
import { HoldDialog } from '../../app/fleet/HoldDialog.tsx';
import { endHolds } from '../../app/fleet/put-hold.ts';
import { type PlanRefusal, planRefusalTexts } from '../refusal-texts.ts';
import { finishTransfer } from '../transfer-vehicle.ts';
import { useOccupationWords } from '../../app/fleet/use-occupation-words.ts';
import { useFleetRows } from '../use-fleet.ts';
import { MovePanel } from './MovePanel.tsx';
import styles from './Plan.module.css';
import { type Bar, planRows } from './plan-rows.ts';
import { planRowHead } from './PlanRowHead.tsx';
import { planSearch, planView, windowOf, zoomed } from './plan-search.ts';
import { type Zoom, nextZoom } from './plan-window.ts';
import { PlanTools, everything } from './PlanTools.tsx';
import { TransferDialog } from './TransferDialog.tsx';
import { usePendingMove } from './use-pending-move.ts';

const cursorKeys: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter'];

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
    (move: (before: TimelineWindow) => TimelineWindow): void =>
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
  const [notice, setNotice] = useState('');
  const [dialog, setDialog] = useState<'hold' | 'transfer' | null>(null);
  const grid = useRef<HTMLDivElement>(null);

  // The plan is worked with at once.
  useEffect(() => takeFocus(grid.current), []);

  const fleet = useFleetRows(time);
  useEarlyKeys(fleet !== undefined, ({ target, key }) => target === grid.current && cursorKeys.includes(key));
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
  const within = useMemo(() => edgesOf(window), [window]);
  const first = rows.find(({ bars }) => bars !== null);
  const cursor = rowIndexOf(rows, chosen) >= 0 ? chosen : first ? enter(first, time, within) : null;
  const row = rows[rowIndexOf(rows, cursor)];
  const bar = row?.bars?.find(({ id }) => id === cursor?.barId);
  const move = usePendingMove({
    rows,
    rowKey: cursor?.rowKey ?? '',
    onEnd: () => grid.current?.focus({ preventScroll: true }),
    onAccepted: ({ bar: { id }, vehicleId, startsAt }) =>
      setCursor({
        rowKey: vehicleId === null ? (cursor?.rowKey ?? '') : `vehicle/${vehicleId}`,
        barId: id,
        at: startsAt,
      }),
  });
  const { pending, answer, problem, abandon } = move;

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
      if (one.isMovable && mayWrite)
        void navigate({ to: '/reservations/new', search: { reservationId: contractId } });
      else void navigate({ to: '/contracts/$contractId', params: { contractId } });
    },
    [navigate, mayWrite],
  );
  const onScroll = useCallback(
    (days: number): void => setWindow((before) => moved(before, days)),
    [setWindow],
  );
  const about = useCallback(
    (one: Bar): string => {
      const until = one.endsAt === null ? t('plan.untilFurther') : formatInstant(one.endsAt);
      return `${one.title}, ${t(`plan.kinds.${one.kind}`)}, ${formatInstant(one.startsAt)} – ${until}`;
    },
    [t],
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
  const onNudge = (nudge: Nudge): void => {
    if (!mayWrite) return;
    const next = move.nudge(bar, nudge);
    if (next) setWindow((before) => showing(before, next.startsAt));
    else if (bar) setNotice(t('plan.onlyPlans'));
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

  const enterKey = (): void => {
    if (pending !== null) void move.accept();
    else if (bar) open(bar);
    else reserve();
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
    ...(pending === null ? {} : { Enter: () => void move.accept() }),
  });
  useKeyLine({
    keys:
      pending === null
        ? [
            ['←↑↓→', t('keys.choose')],
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
      {fleet && branches ? (
        <PlanTools
          zoom={zoom}
          onZoom={show}
          branches={branches}
          branchId={branchId}
          onBranch={showBranch}
          categories={categories}
          categoryId={categoryId}
          onCategory={showCategory}
          notice={notice}
        />
      ) : (
        // Its lists are dear to draw, and would be drawn once without what they list.
        <div className={styles['tools']}>
          <h1>{t('plan.title')}</h1>
        </div>
      )}
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
      <Timeline
        label={t('plan.title')}
        rows={rows}
        window={window}
        now={time}
        cursor={cursor}
        ghost={move.ghost}
        isReadOnly={!mayWrite}
        gridRef={grid}
        head={planRowHead}
        about={about}
        onGo={goTo}
        onChoose={select}
        onOpen={open}
        onScroll={onScroll}
        onNudge={onNudge}
        onDrag={move.onDrag}
        onDrop={move.onDrop}
        keys={{ Enter: enterKey, ...(pending === null ? {} : { Escape: abandon }) }}
      />
      {pending !== null && !move.isDragging ? (
        <MovePanel
          pending={pending}
          answer={answer}
          problem={problem}
          vehicles={fleet?.vehicles ?? []}
          onAccept={() => void move.accept()}
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
