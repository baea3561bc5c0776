import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { subtract, zero } from '#shared/money/rappen.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { showPaper } from '../app/papers/show-paper.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Screen } from '../ui/Screen.tsx';
import type { Column } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { cashSearch } from './cash-search.ts';
import { type ClosingRow, closings } from './cash-queries.ts';

const differenceOf = (row: ClosingRow) => subtract(row.counted_total ?? zero, row.expected ?? zero);

/** The closed drawers of this counter; Enter shows the report. */
export function Closings({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { host, rows, place } = useCounter();
  const [shownBy, changeShown] = useListSearch(cashSearch);
  const [problem, setProblem] = useState('');
  const found = useRows(`cash/closings/all/${place.counterId}`, (all) => closings(all, place.counterId));
  const columns = useMemo(
    (): readonly Column<ClosingRow>[] => [
      {
        key: 'number',
        title: t('cash.columns.number'),
        width: '150px',
        renderCell: ({ number }) => number,
        sortBy: ({ number }) => number,
      },
      {
        key: 'closedAt',
        title: t('cash.columns.closedAt'),
        width: '140px',
        renderCell: ({ closed_at: at }) => (at ? formatInstant(at) : ''),
        sortBy: ({ closed_at: at }) => at,
      },
      {
        key: 'clerk',
        title: t('cash.columns.clerk'),
        width: 'minmax(110px, 1fr)',
        renderCell: ({ clerk }) => clerk ?? '',
      },
      {
        key: 'difference',
        title: t('cash.columns.difference'),
        width: '110px',
        align: 'right',
        renderCell: (row) => formatAmount(differenceOf(row)),
        sortBy: differenceOf,
      },
      {
        key: 'why',
        title: t('cash.differenceReason'),
        width: 'minmax(160px, 2fr)',
        renderCell: (row) => row.difference_reason,
      },
      {
        key: 'toBank',
        title: t('cash.columns.toBank'),
        width: '120px',
        align: 'right',
        renderCell: (row) => formatAmount(row.to_bank ?? zero),
      },
    ],
    [t],
  );
  const show = async ({ id }: ClosingRow): Promise<void> => {
    const report = await rows
      .selectFrom('documents')
      .select('id')
      .where('subject_id', '=', id)
      .executeTakeFirst();
    const shown = report !== undefined && (await showPaper(host, report.id));
    setProblem(shown ? '' : t('cash.reportMissing'));
  };
  useHotkeys({ Escape: onLeave });
  useKeyLine({
    keys: [
      ['↵', t('keys.report')],
      ['J K', t('keys.upDown')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  if (found === undefined) return null;
  return (
    <Screen title={t('cash.closings')} problem={problem}>
      <DataTable
        label={t('cash.closings')}
        rows={found}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={(row) => void show(row)}
        sorting={shownBy.sort}
        onSorting={(sort) => changeShown({ sort })}
        autoFocus
        empty={<EmptyState title={t('cash.noClosings')} />}
      />
    </Screen>
  );
}
