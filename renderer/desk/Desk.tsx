import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signedAmount } from '#shared/cash/cash-movement.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { add } from '#shared/money/rappen.ts';
import { dayOf } from '#shared/time/instant.ts';
import { openSessionOf } from '../app/billing/drawer.ts';
import { endOfDay } from '../app/counter/end-of-day.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { type Hotkeys, useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { openConflicts, openRefusals } from '../app/attention/attention-queries.ts';
import styles from './Desk.module.css';
import { deskSearch } from './desk-search.ts';
import { DeskDetail } from './DeskDetail.tsx';
import { type DeskItem, deskItems } from './desk-items.ts';
import { coinsMoved, fleetCounts, pickUps, returns } from './desk-queries.ts';
import { DeskList } from './DeskList.tsx';
import { useEarlyKeys } from '../ui/use-early-keys.ts';

/** Today at this branch: what goes out, what comes back, what needs a person. */
export function Desk() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const { place } = counter;
  const time = useMinute();
  const until = endOfDay(time);
  const mayWrite = counter.role !== 'viewer';

  const out = useRows(`desk/out/${until}`, (rows) => pickUps(rows, place.branchId, until));
  const back = useRows(`desk/back/${until}`, (rows) => returns(rows, place.branchId, until));
  const conflicts = useRows('desk/conflicts', openConflicts);
  const refusals = useRows('desk/refusals', openRefusals);
  const [fleet] = useRows(`desk/fleet/${place.branchId}`, (rows) => fleetCounts(rows, place.branchId)) ?? [];
  const drawers = useRows(`desk/drawer/${place.counterId}`, (rows) => openSessionOf(rows, place.counterId));
  const drawer = drawers?.[0];
  const coins = useRows(`desk/coins/${drawer?.id ?? ''}`, (rows) => coinsMoved(rows, drawer?.id ?? ''));
  const cash = drawer && coins && add(drawer.opening_float, ...coins.map(signedAmount));
  const today = dayOf(time);
  const loaded = out !== undefined && back !== undefined && conflicts !== undefined && refusals !== undefined;
  const items = useMemo(
    () =>
      deskItems(
        out ?? [],
        back ?? [],
        conflicts ?? [],
        refusals ?? [],
        drawers?.filter(({ opened_at: at }) => dayOf(at) < today),
      ),
    [out, back, conflicts, refusals, drawers, today],
  );

  const [{ row: leftAt }, show] = useListSearch(deskSearch);
  const [chosenKey, setChosenKey] = useState(leftAt);
  const index = Math.max(
    0,
    items.findIndex((item) => item.key === chosenKey),
  );
  const chosen = items[index];
  const lists = useRef<HTMLDivElement>(null);
  const chosenItem = chosen?.key ?? '';
  useEffect(() => {
    lists.current
      ?.querySelector(`[data-item="${CSS.escape(chosenItem)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [chosenItem]);

  const choose = (item: DeskItem | undefined): void => {
    if (!item) return;
    // The keys are in the lists from here on: Enter is for the row, and no longer for a link that had the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setChosenKey(item.key);
  };
  const move = (by: number): void => choose(items[Math.min(items.length - 1, Math.max(0, index + by))]);
  const walkIn = async (): Promise<void> => {
    if (mayWrite) await navigate({ to: '/check-out/new', search: {} });
  };
  const reserve = async (): Promise<void> => {
    if (mayWrite) await navigate({ to: '/reservations/new', search: {} });
  };
  const change = async (item: DeskItem | undefined): Promise<void> => {
    if (!mayWrite) return;
    if (item?.kind === 'out')
      await navigate({ to: '/reservations/new', search: { reservationId: item.row.id } });
    else if (item?.kind === 'back')
      await navigate({ to: '/contracts/$contractId/change', params: { contractId: item.row.id } });
  };
  const open = async (item: DeskItem | undefined): Promise<void> => {
    if (!item) return;
    show({ row: item.key });
    if (item.kind === 'conflict' || item.kind === 'refusal') await navigate({ to: '/inbox' });
    else if (item.kind === 'drawer') await navigate({ to: '/cash' });
    else if (item.kind === 'out' && mayWrite) {
      await navigate({ to: '/check-out/new', search: { reservationId: item.row.id } });
    } else if (item.kind === 'back' && mayWrite) {
      await navigate({ to: '/check-in/new/$contractId', params: { contractId: item.row.id } });
    } else await navigate({ to: '/contracts/$contractId', params: { contractId: item.row.id } });
  };

  const openContract = async (item: DeskItem | undefined): Promise<void> => {
    if (item?.kind !== 'out' && item?.kind !== 'back') return;
    show({ row: item.key });
    await navigate({ to: '/contracts/$contractId', params: { contractId: item.row.id } });
  };
  const toReturns = (): void => {
    choose(items.find(({ kind }) => kind === 'back'));
  };

  const onRows: Hotkeys = {
    c: () => void change(chosen),
    r: toReturns,
    v: () => void openContract(chosen),
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => void open(chosen),
  };
  useHotkeys({ n: () => void walkIn(), b: () => void reserve(), ...(loaded ? onRows : {}) });
  useEarlyKeys(loaded, ({ target, key }) => target === document.body && key in onRows);
  useKeyLine({
    keys: [
      ['↵', t('keys.open')],
      ...(mayWrite
        ? ([
            ['N', t('keys.walkIn')],
            ['B', t('keys.reserve')],
          ] as const)
        : []),
      ['R', t('keys.returns')],
      ['V', t('keys.contract')],
      ['J K', t('keys.upDown')],
      ['/', t('keys.search')],
    ],
    status: [
      ...(fleet
        ? [
            t('desk.free', { count: fleet.free }),
            t('desk.outCount', { count: fleet.out }),
            t('desk.workshop', { count: fleet.workshop }),
          ]
        : []),
      ...(cash === undefined ? [] : [t('desk.cash', { amount: formatAmount(cash) })]),
      ...(drawers?.length === 0 ? [t('desk.cashClosed')] : []),
    ].join(' · '),
  });

  const shared = {
    time,
    chosenKey: chosen?.key ?? null,
    onChoose: setChosenKey,
    onOpen: (item: DeskItem) => void open(item),
  };
  return (
    <div className={styles['desk']} ref={lists}>
      <h1 className="visually-hidden">{t('places.desk')}</h1>
      <section className={styles['column']}>
        <DeskList
          title={t('desk.out')}
          empty={t('desk.nothingOut')}
          loaded={loaded}
          items={items.filter((i) => i.kind === 'out')}
          {...shared}
        />
      </section>
      <section className={styles['column']}>
        <DeskList
          title={t('desk.back')}
          empty={t('desk.nothingBack')}
          loaded={loaded}
          items={items.filter((i) => i.kind === 'back')}
          {...shared}
        />
        <DeskList
          title={t('desk.needsYou')}
          empty={t('desk.nothingNeeded')}
          loaded={loaded}
          items={items.filter((i) => i.kind !== 'out' && i.kind !== 'back')}
          {...shared}
        />
      </section>
      <aside className={styles['detail']}>
        <DeskDetail
          item={chosen}
          time={time}
          mayWrite={mayWrite}
          onOpen={() => void open(chosen)}
          onWalkIn={() => void walkIn()}
          onReserve={() => void reserve()}
          onChange={() => void change(chosen)}
        />
      </aside>
    </div>
  );
}
