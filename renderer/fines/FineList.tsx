import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { dayOf } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { plainSearch } from '../app/lists/list-search.ts';
import { NewButton } from '../app/lists/NewButton.tsx';
import { newKeyHint } from '../app/lists/new-key.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Plate } from '../ui/Plate.tsx';
import { Screen } from '../ui/Screen.tsx';
import type { Column } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { deadlineText } from './deadline-text.ts';
import { type FineItem, openFines } from './fine-queries.ts';
import styles from './fines.module.css';

/** The fines that wait for something, the nearest deadline first. */
export function FineList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { role } = useCounter();
  const [shownBy, show] = useListSearch(plainSearch);
  const today = dayOf(useMinute());
  const found = useRows('fines/open', openFines);
  const mayWrite = role !== 'viewer';
  const columns = useMemo(
    (): readonly Column<FineItem>[] => [
      {
        key: 'number',
        title: t('fines.columns.number'),
        width: '156px',
        renderCell: ({ number }) => number,
        sortBy: ({ number }) => number,
      },
      {
        key: 'plate',
        title: t('fines.columns.plate'),
        width: '120px',
        renderCell: ({ plate }) => <Plate plate={plate} />,
      },
      {
        key: 'offenceAt',
        title: t('fines.columns.offenceAt'),
        width: '140px',
        renderCell: ({ offence_at: at }) => formatInstant(at),
        sortBy: ({ offence_at: at }) => at,
      },
      {
        key: 'driver',
        title: t('fines.columns.driver'),
        width: 'minmax(120px, 1fr)',
        renderCell: ({ driver_name: name }) => name,
        sortBy: ({ driver_name: name }) => name,
      },
      {
        key: 'status',
        title: t('fines.columns.status'),
        width: '160px',
        renderCell: ({ status }) => (
          <span className={styles['status']} data-status={status}>
            {t(`fines.statuses.${status}`)}
          </span>
        ),
        sortBy: ({ status }) => status,
      },
      {
        key: 'until',
        title: t('fines.columns.until'),
        width: '230px',
        renderCell: ({ received_on: day, named_on: named }) =>
          named === null ? deadlineText(t, day, today) : '',
        sortBy: ({ received_on: day }) => day,
      },
    ],
    [t, today],
  );
  const add = (): void => void navigate({ to: '/fines/new' });
  useKeyLine({
    keys: [['↵', t('keys.open')], ['J K', t('keys.upDown')], ...(mayWrite ? [newKeyHint(t)] : [])],
    status: '',
  });
  return (
    <Screen
      title={t('fines.title')}
      actions={mayWrite ? <NewButton onPress={add}>{t('fines.fresh')}</NewButton> : undefined}
    >
      <DataTable
        label={t('fines.title')}
        rows={found ?? none}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => {
          show({ row: id });
          void navigate({ to: '/fines/$fineId', params: { fineId: id } });
        }}
        firstRow={shownBy.row}
        sorting={shownBy.sort}
        onSorting={(sort) => show({ sort })}
        autoFocus
        empty={found ? <EmptyState title={t('fines.none')}>{t('fines.noneHint')}</EmptyState> : null}
      />
    </Screen>
  );
}

const none: readonly FineItem[] = [];
