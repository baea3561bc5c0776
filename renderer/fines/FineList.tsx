import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { dayOf } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { NewButton } from '../app/lists/NewButton.tsx';
import { newKeyHint } from '../app/lists/new-key.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { SavedViews } from '../app/views/SavedViews.tsx';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { focusAll } from '../ui/focus-all.ts';
import { Plate } from '../ui/Plate.tsx';
import { Screen } from '../ui/Screen.tsx';
import { type Column, csvOf } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { downloadCsv } from '../ui/table/download-csv.ts';
import { sortedRows } from '../ui/table/sorted-rows.ts';
import { deadlineText } from './deadline-text.ts';
import { type FineItem, fineList } from './fine-queries.ts';
import { fineSearch, fineStates } from './fine-search.ts';
import styles from './fines.module.css';

/** The fines: those that wait for something to begin with, the nearest deadline first. */
export function FineList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useUiLanguage();
  const { rows, place, role } = useCounter();
  const [shownBy, show] = useListSearch(fineSearch);
  const { state, ownBranch, text, sort } = shownBy;
  const box = useRef<HTMLInputElement>(null);
  const today = dayOf(useMinute());
  const filter = { state, branchId: ownBranch ? place.branchId : null, text };
  const found = useRows(`fines/${JSON.stringify(filter)}`, (all) => fineList(all, filter));
  // The list before stays until the next is there: no flicker at each key.
  const [before, setBefore] = useState(found);
  if (found !== undefined && found !== before) setBefore(found);
  const mayWrite = role !== 'viewer';
  const columns = useMemo(
    (): readonly Column<FineItem>[] => [
      {
        key: 'number',
        title: t('fines.columns.number'),
        width: '156px',
        renderCell: ({ number }) => number,
        sortBy: ({ number }) => number,
        csv: ({ number }) => number,
      },
      {
        key: 'plate',
        title: t('fines.columns.plate'),
        width: '120px',
        renderCell: ({ plate }) => <Plate plate={plate} />,
        sortBy: ({ plate }) => plate,
        csv: ({ plate }) => plate,
      },
      {
        key: 'offenceAt',
        title: t('fines.columns.offenceAt'),
        width: '140px',
        renderCell: ({ offence_at: at }) => formatInstant(at),
        sortBy: ({ offence_at: at }) => at,
        csv: ({ offence_at: at }) => formatInstant(at),
      },
      {
        key: 'driver',
        title: t('fines.columns.driver'),
        width: 'minmax(120px, 1fr)',
        renderCell: ({ driver_name: name }) => name,
        sortBy: ({ driver_name: name }) => name,
        csv: ({ driver_name: name }) => name,
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
        csv: ({ status }) => t(`fines.statuses.${status}`),
      },
      {
        key: 'until',
        title: t('fines.columns.until'),
        width: '230px',
        renderCell: ({ received_on: day, named_on: named }) =>
          named === null ? deadlineText(t, day, today) : '',
        sortBy: ({ received_on: day }) => day,
        csv: ({ received_on: day, named_on: named }) => (named === null ? deadlineText(t, day, today) : ''),
      },
    ],
    [t, today],
  );
  const add = (): void => void navigate({ to: '/fines/new' });
  // All that is looked for, in the order of the screen.
  const save = async (): Promise<void> => {
    const all = await fineList(rows, filter, everything).execute();
    const file = csvOf(columns, sortedRows(columns, all, sort, language));
    downloadCsv(`${t('fines.title')} ${today}`, file.head, file.rows);
  };
  useHotkeys({ f: () => focusAll(box), e: () => void save() });
  useKeyLine({
    keys: [
      ['↵', t('keys.open')],
      ['J K', t('keys.upDown')],
      ['F', t('keys.filter')],
      ...(mayWrite ? [newKeyHint(t)] : []),
      ['E', t('keys.csv')],
    ],
    status: '',
  });
  return (
    <Screen
      title={t('fines.title')}
      actions={
        <>
          <Button hotkey="E" onPress={() => void save()}>
            CSV
          </Button>
          {mayWrite ? <NewButton onPress={add}>{t('fines.fresh')}</NewButton> : null}
        </>
      }
      above={
        <FilterBar
          label={t('fines.filter')}
          placeholder={t('fines.filter')}
          text={text}
          onText={(typed) => show({ text: typed })}
          inputRef={box}
          filters={[
            { key: 'closed', label: t('fines.filters.closed'), isOn: state === 'closed' },
            { key: 'all', label: t('fines.filters.all'), isOn: state === 'all' },
            { key: 'branch', label: t('fines.filters.branch'), isOn: ownBranch },
          ]}
          onToggle={(key) => {
            const next = fineStates.find((one) => one === key);
            if (next === undefined) show({ ownBranch: !ownBranch });
            else show({ state: state === next ? 'open' : next });
          }}
          onClear={() => show({ text: '', state: 'open', ownBranch: false })}
          views={<SavedViews list="fines" schema={fineSearch} search={shownBy} onShow={show} />}
        />
      }
    >
      <DataTable
        label={t('fines.title')}
        rows={before}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => {
          show({ row: id });
          void navigate({ to: '/fines/$fineId', params: { fineId: id } });
        }}
        firstRow={shownBy.row}
        sorting={sort}
        onSorting={(next) => show({ sort: next })}
        autoFocus
        empty={
          state === 'open' && text === '' ? (
            <EmptyState title={t('fines.none')}>{t('fines.noneHint')}</EmptyState>
          ) : (
            <EmptyState title={t('fines.noneSuch')} />
          )
        }
      />
    </Screen>
  );
}

/** More than a counter holds. */
const everything = 1_000_000;
