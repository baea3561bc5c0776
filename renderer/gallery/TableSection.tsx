import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { type Rappen, rappen } from '#shared/money/rappen.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { type IsoDay, addDays } from '#shared/time/instant.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { foldText } from '../ui/fold-text.ts';
import { Plate } from '../ui/Plate.tsx';
import { type Column, csvOf } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { csvMoney, toCsv } from '../ui/table/to-csv.ts';
import { today } from './example-day.ts';
import styles from './Gallery.module.css';
import { ShownFocused } from './ShownFocused.tsx';

interface Contract {
  readonly number: string;
  readonly customer: string;
  readonly plate: string;
  readonly day: IsoDay;
  readonly total: Rappen;
  readonly isOpen: boolean;
}

const names = ['Brunner, Annalena', 'Ämisegger, Urs', 'Zbinden, Beat', '=cmd(), Favre', 'De Rosa, Chiara'];

/** As many contracts as a company of 300 cars makes in seven years. */
const contracts: readonly Contract[] = Array.from({ length: 100_000 }, (_, at) => ({
  number: `ZRH-A-26-${String(at + 1).padStart(6, '0')}`,
  customer: names[(at * 7) % names.length] ?? '',
  plate: `ZH ${100_000 + ((at * 7_919) % 800_000)}`,
  day: addDays(today, -(at % 900)),
  total: rappen(((at * 104_729) % 200_000) - 5_000),
  isOpen: at % 3 === 0,
}));

/** A table of 100,000 rows, with a filter above; one that is narrowed and sorted; and one without rows. */
export function TableSection() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [opened, setOpened] = useState('');
  const [selected, setSelected] = useState(0);
  const [csv, setCsv] = useState('');
  const columns = useMemo<readonly Column<Contract>[]>(
    () => [
      {
        key: 'number',
        title: t('desk.contract'),
        width: '170px',
        renderCell: ({ number }) => number,
        sortBy: ({ number }) => number,
        csv: ({ number }) => number,
      },
      {
        key: 'customer',
        title: t('desk.customer'),
        width: 'minmax(160px, 1fr)',
        renderCell: ({ customer }) => customer,
        sortBy: ({ customer }) => customer,
        csv: ({ customer }) => customer,
      },
      {
        key: 'plate',
        title: t('desk.vehicle'),
        width: '140px',
        renderCell: ({ plate }) => <Plate plate={plate} />,
      },
      {
        key: 'day',
        title: t('checkOut.start'),
        width: '120px',
        align: 'right',
        renderCell: ({ day }) => formatDay(day),
        sortBy: ({ day }) => day,
      },
      {
        key: 'total',
        title: t('checkOut.total'),
        width: '130px',
        align: 'right',
        renderCell: ({ total }) => formatAmount(total),
        sortBy: ({ total }) => total,
        csv: ({ total }) => csvMoney(total),
      },
    ],
    [t],
  );
  const rows = useMemo(
    () =>
      contracts.filter(
        (row) =>
          (!onlyOpen || row.isOpen) && foldText(`${row.number} ${row.customer}`).includes(foldText(text)),
      ),
    [text, onlyOpen],
  );
  return (
    <>
      <FilterBar
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        text={text}
        onText={setText}
        filters={[{ key: 'open', label: t('status.out'), isOn: onlyOpen, count: 33_334 }]}
        onToggle={() => setOnlyOpen(!onlyOpen)}
        onClear={() => {
          setText('');
          setOnlyOpen(false);
        }}
      >
        {t('desk.free', { count: rows.length })}
        <Button
          onPress={() => {
            const exported = csvOf(columns, rows.slice(0, 4));
            setCsv(toCsv(exported.head, exported.rows));
          }}
        >
          CSV
        </Button>
      </FilterBar>
      <div className={styles['table']}>
        <DataTable
          label={t('contract.papers')}
          rows={rows}
          columns={columns}
          rowKey={({ number }) => number}
          onOpen={({ number }) => setOpened(number)}
          onSelect={(marked) => setSelected(marked.length)}
          empty={<EmptyState title={t('search.nothing')} />}
        />
      </div>
      <output data-testid="opened">{opened}</output> <output data-testid="selected">{selected}</output>
      <pre data-testid="csv">{csv}</pre>
      <Narrowed columns={columns} />
      <div className={styles['low']}>
        <DataTable
          label={t('desk.vehicle')}
          rows={none}
          columns={columns}
          rowKey={({ number }) => number}
          onOpen={() => undefined}
          empty={<EmptyState title={t('invoices.none')}>{t('invoices.noneHint')}</EmptyState>}
        />
      </div>
    </>
  );
}

const none: readonly Contract[] = [];
const few = contracts.slice(0, 4);

function Narrowed({ columns }: { readonly columns: readonly Column<Contract>[] }) {
  const { t } = useTranslation();
  const [text, setText] = useState('ZRH-A-26');
  const [isOn, setOn] = useState(true);
  return (
    <>
      <FilterBar
        label={t('invoices.filter')}
        placeholder={t('invoices.filter')}
        text={text}
        onText={setText}
        filters={[
          { key: 'out', label: t('status.out'), isOn, count: 33_334 },
          { key: 'returned', label: t('status.returned'), isOn: false, count: 0 },
          { key: 'branch', label: t('invoices.filters.branch'), isOn: false },
        ]}
        onToggle={() => setOn(!isOn)}
        onClear={() => setText('')}
      >
        <ShownFocused>
          <Button>{t('contract.show')}</Button>
        </ShownFocused>
      </FilterBar>
      <div className={styles['low']}>
        <DataTable
          label={t('desk.contract')}
          rows={few}
          columns={columns}
          rowKey={({ number }) => number}
          onOpen={() => undefined}
          firstSorting={{ key: 'total', isDescending: true }}
          empty={null}
        />
      </div>
    </>
  );
}
