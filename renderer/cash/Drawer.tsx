import type { Selectable } from 'kysely';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, add } from '#shared/money/rappen.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import type { CashSessionRow } from '#sync/schema/rows.generated.ts';
import { drawerMovements } from '../app/billing/drawer.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import { DataTable } from '../ui/table/DataTable.tsx';
import { liveMovements } from './live-movements.ts';
import { movementColumns } from './movement-columns.ts';
import { MoveCashDialog } from './MoveCashDialog.tsx';

export interface DrawerProps {
  readonly session: Selectable<CashSessionRow>;
  readonly mayWrite: boolean;
  readonly onCount: () => void;
  readonly onClosings: () => void;
}

/** The open drawer, live: every movement, what should be there, and what can be done. */
export function Drawer({ session, mayWrite, onCount, onClosings }: DrawerProps) {
  const { t } = useTranslation();
  const [moving, setMoving] = useState<'paid_in' | 'paid_out' | null>(null);
  const [opener] =
    useRows(`cash/opener/${session.opened_by}`, (rows) =>
      rows.selectFrom('users').select('display_name').where('id', '=', session.opened_by),
    ) ?? [];
  const found = useRows(`cash/movements/${session.id}`, (rows) => drawerMovements(rows, session.id));
  const movements = useMemo(
    () => liveMovements(session.opening_float, found ?? []).toReversed(),
    [found, session.opening_float],
  );
  const columns = useMemo(() => movementColumns(t), [t]);
  const sum = (direction: 1 | -1): Rappen =>
    add(...movements.filter(({ signed }) => signed * direction > 0).map(({ signed }) => signed));
  const expected = movements[0]?.balance ?? session.opening_float;

  useHotkeys(
    moving !== null
      ? {}
      : {
          ...(mayWrite
            ? {
                '+': () => setMoving('paid_in'),
                '-': () => setMoving('paid_out'),
                'Ctrl+Enter': onCount,
              }
            : {}),
          l: onClosings,
        },
  );
  useKeyLine({
    keys: [
      ...(mayWrite
        ? ([
            ['+', t('keys.payIn')],
            ['-', t('keys.payOut')],
            ['Ctrl ↵', t('keys.count')],
          ] as const)
        : []),
      ['L', t('keys.closings')],
    ],
    status: `${t('cash.expected')} ${formatMoney(expected)}`,
  });
  if (found === undefined) return null;
  return (
    <Screen
      title={`${t('cash.title')} ${session.number}`}
      subtitle={t('cash.openedBy', {
        time: formatInstant(session.opened_at),
        clerk: opener?.display_name ?? '',
      })}
      aside={
        <>
          <BillLines
            lines={[
              { key: 'float', title: t('cash.float'), amount: formatAmount(session.opening_float) },
              { key: 'in', title: t('cash.received'), amount: formatAmount(sum(1)) },
              { key: 'out', title: t('cash.paidOutSum'), amount: formatAmount(sum(-1)) },
              {
                key: 'expected',
                title: t('cash.expected'),
                amount: formatMoney(expected),
                isTotal: true,
              },
            ]}
          />
          <Steps>
            {mayWrite ? (
              <>
                <Button kind="primary" hotkey="Ctrl ↵" onPress={onCount}>
                  {t('cash.count')}
                </Button>
                <Button hotkey="+" onPress={() => setMoving('paid_in')}>
                  {t('cash.payIn')}
                </Button>
                <Button hotkey="-" onPress={() => setMoving('paid_out')}>
                  {t('cash.payOut')}
                </Button>
              </>
            ) : null}
            <Button hotkey="L" onPress={onClosings}>
              {t('cash.closings')}
            </Button>
          </Steps>
        </>
      }
    >
      <DataTable
        label={t('cash.title')}
        rows={movements}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={() => undefined}
        autoFocus
        empty={<EmptyState title={t('cash.noMovements')}>{t('cash.noMovementsHint')}</EmptyState>}
      />
      {moving === null ? null : <MoveCashDialog kind={moving} onClose={() => setMoving(null)} />}
    </Screen>
  );
}
