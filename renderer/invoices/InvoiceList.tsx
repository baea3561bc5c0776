import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { NewButton } from '../app/lists/NewButton.tsx';
import { newKeyHint } from '../app/lists/new-key.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { SavedViews } from '../app/views/SavedViews.tsx';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { focusAll } from '../ui/focus-all.ts';
import { FilterBar } from '../ui/FilterBar.tsx';
import { Screen } from '../ui/Screen.tsx';
import { DataTable } from '../ui/table/DataTable.tsx';
import { csvOf } from '../ui/table/column.ts';
import { downloadCsv } from '../ui/table/download-csv.ts';
import { sortedRows } from '../ui/table/sorted-rows.ts';
import { Ageing } from './Ageing.tsx';
import { invoiceColumns } from './invoice-columns.tsx';
import { invoiceSearch, invoiceStates } from './invoice-search.ts';
import {
  type InvoiceFilter,
  invoiceList,
  invoiceListTables,
  invoicesShown,
  openOf,
  stateOf,
} from './invoice-queries.ts';

type State = InvoiceFilter['state'];
/** More than a counter holds. */
const everything = 1_000_000;
const offered = invoiceStates.filter((state) => state !== 'all');

/** Bills, the newest first, and how old what is open is. */
export function InvoiceList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useUiLanguage();
  const { rows, place, role } = useCounter();
  const today = dayOf(useMinute());
  const [shownBy, show] = useListSearch(invoiceSearch);
  const { state, ownBranch, text } = shownBy;
  const box = useRef<HTMLInputElement>(null);
  const branchId = ownBranch ? place.branchId : null;
  const filter = { state, branchId, text, today };
  const found = useRows(
    `invoices/${JSON.stringify(filter)}`,
    (all) => invoiceList(all, filter),
    invoiceListTables,
  );
  const [before, setBefore] = useState(found);
  // The list before stays until the next is there: no flicker at each key.
  if (found !== undefined && found !== before) setBefore(found);
  const shown = useMemo(
    () => (before ?? []).filter((row) => isIn(state, row, today)),
    [before, state, today],
  );
  const columns = useMemo(() => invoiceColumns(t, today), [t, today]);
  const mayWrite = role !== 'viewer';
  const toFree = (): void => void navigate({ to: '/invoices/new' });
  // All that is looked for, also what the screen has no room for, in the order of the screen.
  const save = async (): Promise<void> => {
    const all = await invoiceList(rows, filter, everything).execute();
    const wanted = all.filter((row) => isIn(state, row, today));
    const file = csvOf(columns, sortedRows(columns, wanted, shownBy.sort, language));
    downloadCsv(`${t('invoices.title')} ${today}`, file.head, file.rows);
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
    status:
      (before?.length ?? 0) >= invoicesShown
        ? t('invoices.first', { count: invoicesShown })
        : t('invoices.count', { count: shown.length }),
  });
  return (
    <Screen
      title={t('invoices.title')}
      actions={
        <>
          <Button hotkey="E" onPress={() => void save()}>
            {t('invoices.csv')}
          </Button>
          {mayWrite ? <NewButton onPress={toFree}>{t('invoices.fresh')}</NewButton> : null}
        </>
      }
      above={
        <>
          <Ageing branchId={branchId} today={today} />
          <FilterBar
            label={t('invoices.filter')}
            placeholder={t('invoices.filter')}
            text={text}
            onText={(typed) => show({ text: typed })}
            inputRef={box}
            filters={[
              ...offered.map((key) => ({ key, label: t(`invoices.filters.${key}`), isOn: state === key })),
              { key: 'branch', label: t('invoices.filters.branch'), isOn: ownBranch },
            ]}
            onToggle={(key) => {
              const next = offered.find((one) => one === key);
              if (next === undefined) show({ ownBranch: !ownBranch });
              else show({ state: state === next ? 'all' : next });
            }}
            onClear={() => show({ text: '', state: 'all', ownBranch: false })}
            views={<SavedViews list="invoices" schema={invoiceSearch} search={shownBy} onShow={show} />}
          />
        </>
      }
    >
      <DataTable
        label={t('invoices.title')}
        rows={before && shown}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => {
          show({ row: id });
          void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: id } });
        }}
        firstRow={shownBy.row}
        sorting={shownBy.sort}
        onSorting={(sort) => show({ sort })}
        autoFocus
        empty={<EmptyState title={t('invoices.none')}>{t('invoices.noneHint')}</EmptyState>}
      />
    </Screen>
  );
}

/** What SQL cannot say by an index: whether something is still open. */
function isIn(state: State, row: Parameters<typeof openOf>[0], today: InvoiceFilter['today']): boolean {
  if (state === 'open') return openOf(row) > 0;
  if (state === 'overdue') return stateOf(row, today) === 'overdue';
  if (state === 'paid') return ['paid', 'overpaid', 'credited'].includes(stateOf(row, today));
  return true;
}
