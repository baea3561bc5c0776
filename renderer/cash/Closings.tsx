import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { subtract, zero } from '#shared/money/rappen.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { showPaper } from '../app/papers/show-paper.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { focusAll } from '../ui/focus-all.ts';
import { Screen } from '../ui/Screen.tsx';
import { type Column, csvOf } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { downloadCsv } from '../ui/table/download-csv.ts';
import { sortedRows } from '../ui/table/sorted-rows.ts';
import { csvMoney } from '../ui/table/to-csv.ts';
import { cashSearch } from './cash-search.ts';
import { type ClosingRow, closings } from './cash-queries.ts';

/** More than a counter closes in its life. */
const everything = 100_000;

const differenceOf = (row: ClosingRow) => subtract(row.counted_total ?? zero, row.expected ?? zero);

/** The closed drawers of this counter; Enter shows the report. */
export function Closings({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { host, rows, place } = useCounter();
  const [shownBy, changeShown] = useListSearch(cashSearch);
  const [problem, setProblem] = useState('');
  const { text, differs, sort } = shownBy;
  const language = useUiLanguage();
  const box = useRef<HTMLInputElement>(null);
  const filter = { text, differs };
  const found = useRows(`cash/closings/${place.counterId}/${JSON.stringify(filter)}`, (all) =>
    closings(all, place.counterId, filter),
  );
  // The list before stays until the next is there: no flicker at each key.
  const [before, setBefore] = useState(found);
  if (found !== undefined && found !== before) setBefore(found);
  const columns = useMemo(
    (): readonly Column<ClosingRow>[] => [
      {
        key: 'number',
        title: t('cash.columns.number'),
        width: '150px',
        renderCell: ({ number }) => number,
        sortBy: ({ number }) => number,
        csv: ({ number }) => number,
      },
      {
        key: 'closedAt',
        title: t('cash.columns.closedAt'),
        width: '140px',
        renderCell: ({ closed_at: at }) => (at ? formatInstant(at) : ''),
        sortBy: ({ closed_at: at }) => at,
        csv: ({ closed_at: at }) => (at ? formatInstant(at) : ''),
      },
      {
        key: 'clerk',
        title: t('cash.columns.clerk'),
        width: 'minmax(110px, 1fr)',
        renderCell: ({ clerk }) => clerk ?? '',
        sortBy: ({ clerk }) => clerk,
        csv: ({ clerk }) => clerk ?? '',
      },
      {
        key: 'difference',
        title: t('cash.columns.difference'),
        width: '110px',
        align: 'right',
        renderCell: (row) => formatAmount(differenceOf(row)),
        sortBy: differenceOf,
        csv: (row) => csvMoney(differenceOf(row)),
      },
      {
        key: 'why',
        title: t('cash.differenceReason'),
        width: 'minmax(160px, 2fr)',
        renderCell: (row) => row.difference_reason,
        csv: (row) => row.difference_reason,
      },
      {
        key: 'toBank',
        title: t('cash.columns.toBank'),
        width: '120px',
        align: 'right',
        renderCell: (row) => formatAmount(row.to_bank ?? zero),
        sortBy: (row) => row.to_bank ?? zero,
        csv: (row) => csvMoney(row.to_bank ?? zero),
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
  // All that is looked for, in the order of the screen.
  const save = async (): Promise<void> => {
    const all = await closings(rows, place.counterId, filter, everything).execute();
    const file = csvOf(columns, sortedRows(columns, all, sort, language));
    downloadCsv(`${t('cash.closings')} ${dayOf(now())}`, file.head, file.rows);
  };
  useHotkeys({ Escape: onLeave, f: () => focusAll(box), e: () => void save() });
  useKeyLine({
    keys: [
      ['↵', t('keys.report')],
      ['J K', t('keys.upDown')],
      ['F', t('keys.filter')],
      ['E', t('keys.csv')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  return (
    <Screen
      title={t('cash.closings')}
      problem={problem}
      actions={
        <Button hotkey="E" onPress={() => void save()}>
          CSV
        </Button>
      }
      above={
        <FilterBar
          label={t('cash.filter')}
          placeholder={t('cash.filter')}
          text={text}
          onText={(typed) => changeShown({ text: typed })}
          inputRef={box}
          filters={[{ key: 'differs', label: t('cash.differs'), isOn: differs }]}
          onToggle={() => changeShown({ differs: !differs })}
          onClear={() => changeShown({ text: '', differs: false })}
        />
      }
    >
      <DataTable
        label={t('cash.closings')}
        rows={before}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={(row) => void show(row)}
        sorting={sort}
        onSorting={(next) => changeShown({ sort: next })}
        autoFocus
        empty={<EmptyState title={t(text === '' && !differs ? 'cash.noClosings' : 'cash.noSuchClosings')} />}
      />
    </Screen>
  );
}
