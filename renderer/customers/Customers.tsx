import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, now } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { NewButton } from '../app/lists/NewButton.tsx';
import { newKeyHint } from '../app/lists/new-key.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { SavedViews } from '../app/views/SavedViews.tsx';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { focusAll } from '../ui/focus-all.ts';
import { csvOf } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { downloadCsv } from '../ui/table/download-csv.ts';
import { sortedRows } from '../ui/table/sorted-rows.ts';
import { customerColumns } from './customer-columns.tsx';
import {
  type CustomerListRow,
  customerList,
  customerListTables,
  openDuplicates,
} from './customer-queries.ts';
import { customerFilters, customerSearch } from './customer-search.ts';
import styles from './Customers.module.css';

const page = 500;
const everybody = 1_000_000;
const none: readonly CustomerListRow[] = [];

/** Everybody who ever rented: found by a text, narrowed by filters, the newest first. */
export function Customers() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { rows, role } = useCounter();
  const [shownBy, show] = useListSearch(customerSearch);
  const { text, filters, sort } = shownBy;
  const language = useUiLanguage();
  const [atMost, setAtMost] = useState(page);
  const search = useRef<HTMLInputElement>(null);
  const found = useRows(
    `customers/${JSON.stringify([text, filters, atMost, sort])}`,
    (all) => customerList(all, { text, filters, atMost, sort }),
    customerListTables,
  );
  const duplicates = useRows('customers/duplicates', (all) => openDuplicates(all, null));
  // The list before stays until the next is there: no flicker at each key.
  const [before, setBefore] = useState(found);
  if (found !== undefined && found !== before) setBefore(found);
  const listed = found ?? before;
  const shown = listed ?? none;
  const columns = useMemo(() => customerColumns(t), [t]);
  const mayWrite = role !== 'viewer';
  const mayImport = role === 'owner' || role === 'manager';

  const open = (customerId: string): void => {
    show({ row: customerId });
    void navigate({ to: '/customers/$customerId', params: { customerId } });
  };
  const add = (): void => {
    void navigate({ to: '/customers/new', search: { name: text.trim() } });
  };
  const importFile = (): void => {
    if (mayImport) void navigate({ to: '/imports/$what', params: { what: 'customers' } });
  };
  const toggle = (key: string): void => {
    const name = customerFilters.find((one) => one === key);
    if (!name) return;
    setAtMost(page);
    // Nobody is a person and a company.
    const excluded = name === 'persons' ? 'companies' : name === 'companies' ? 'persons' : null;
    show({
      filters: filters.includes(name)
        ? filters.filter((one) => one !== name)
        : [...filters.filter((one) => one !== excluded), name],
    });
  };
  const exportCsv = async (): Promise<void> => {
    const all = await customerList(rows, { text, filters, atMost: everybody, sort: null }).execute();
    const file = csvOf(columns, sortedRows(columns, all, sort, language));
    downloadCsv(`${t('places.customers')}-${dayOf(now())}`, file.head, file.rows);
  };

  useHotkeys({
    i: importFile,
    e: () => void exportCsv(),
    f: () => focusAll(search),
    Escape: () => void navigate({ to: '/' }),
  });
  useKeyLine({
    keys: [
      ['↵', t('keys.open')],
      ['J K', t('keys.upDown')],
      ['F', t('customers.keys.filter')],
      ...(mayWrite ? [newKeyHint(t)] : []),
      ['E', t('customers.keys.csv')],
      ...(mayImport ? ([['I', t('customers.keys.import')]] as const) : []),
    ],
    status:
      shown.length >= atMost
        ? t('customers.first', { count: atMost })
        : t('customers.count', { count: shown.length }),
  });

  return (
    <div className={styles['list']}>
      <div className={styles['title']}>
        <h1>{t('places.customers')}</h1>
        <div className={styles['buttons']}>
          {mayImport ? (
            <Button hotkey="I" onPress={importFile}>
              {t('customers.import')}
            </Button>
          ) : null}
          <Button hotkey="E" onPress={() => void exportCsv()}>
            CSV
          </Button>
          {mayWrite ? <NewButton onPress={add}>{t('customers.add')}</NewButton> : null}
        </div>
      </div>
      <FilterBar
        label={t('customers.search')}
        placeholder={t('customers.search')}
        text={text}
        onText={(typed) => {
          show({ text: typed });
          setAtMost(page);
        }}
        inputRef={search}
        filters={customerFilters
          .filter((key) => key !== 'duplicates' || (duplicates?.length ?? 0) > 0)
          .map((key) => ({
            key,
            label: t(`customers.filter.${key}`),
            isOn: filters.includes(key),
            ...(key === 'duplicates' ? { count: duplicates?.length ?? 0 } : {}),
          }))}
        onToggle={toggle}
        onClear={() => {
          show({ text: '', filters: [] });
          setAtMost(page);
        }}
        views={
          <SavedViews
            list="customers"
            schema={customerSearch}
            search={shownBy}
            onShow={(view) => {
              show(view);
              setAtMost(page);
            }}
          />
        }
      >
        {shown.length >= atMost ? (
          <Button onPress={() => setAtMost(atMost + page)}>{t('customers.more', { count: page })}</Button>
        ) : null}
      </FilterBar>
      <DataTable
        label={t('places.customers')}
        rows={listed}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => open(id)}
        firstRow={shownBy.row}
        sorting={sort}
        onSorting={(next) => show({ sort: next })}
        autoFocus
        empty={
          <EmptyState title={t('customers.nobody')}>
            {mayWrite ? <p>{t('customers.nobodyHint')}</p> : null}
          </EmptyState>
        }
      />
    </div>
  );
}
