import type { TFunction } from 'i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { formatTime } from '#shared/time/format-time.ts';
import { documentOf } from '../app/billing/drawer.ts';
import type { Column } from '../ui/table/column.ts';
import { csvMoney } from '../ui/table/to-csv.ts';
import type { LiveMovement } from './live-movements.ts';

/** How the movements of a drawer are shown. */
export function movementColumns(t: TFunction): readonly Column<LiveMovement>[] {
  return [
    {
      key: 'time',
      title: t('cash.columns.time'),
      width: '72px',
      renderCell: ({ moved_at: at }) => formatTime(at),
      sortBy: ({ id }) => id,
    },
    {
      key: 'what',
      title: t('cash.columns.what'),
      width: 'minmax(110px, 1fr)',
      renderCell: ({ kind }) => t(`cash.kinds.${kind}`),
    },
    {
      key: 'why',
      title: t('cash.columns.why'),
      width: 'minmax(150px, 2fr)',
      renderCell: (movement) => documentOf(movement) ?? movement.reason,
    },
    {
      key: 'clerk',
      title: t('cash.columns.clerk'),
      width: 'minmax(110px, 1fr)',
      renderCell: ({ clerk }) => clerk ?? '',
    },
    {
      key: 'amount',
      title: t('cash.columns.amount'),
      width: '110px',
      align: 'right',
      renderCell: ({ signed }) => formatAmount(signed),
      csv: ({ signed }) => csvMoney(signed),
    },
    {
      key: 'balance',
      title: t('cash.columns.balance'),
      width: '110px',
      align: 'right',
      renderCell: ({ balance }) => formatAmount(balance),
    },
  ];
}
