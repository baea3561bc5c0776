import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type IsoDay, addDays, dayOf, isoDay } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRead } from '../app/hooks/use-read.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { SavedViews } from '../app/views/SavedViews.tsx';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { Button } from '../ui/Button.tsx';
import { BarChart } from '../ui/chart/BarChart.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { DayField } from '../ui/fields/DayField.tsx';
import { type Entry, typedEntry, writtenEntry } from '../ui/fields/entry.ts';
import { rentalDayReader } from '../ui/fields/readers.ts';
import { Select } from '../ui/fields/Select.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { downloadCsv } from '../ui/table/download-csv.ts';
import { FigureTable } from './FigureTable.tsx';
import { allBranches, reportSearch } from './report-search.ts';
import { reportNames } from './report-names.ts';
import { reports } from './reports.ts';
import styles from './Reports.module.css';

/** Utilisation, revenue, open items, VAT and payments of a period; as tables, charts and files. */
export function Reports() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place } = useCounter();
  const today = dayOf(useMinute());
  const reader = useMemo(() => rentalDayReader(today), [today]);
  const [shownBy, show] = useListSearch(reportSearch);
  const entryOf = (typed: string | null, usual: IsoDay): Entry<IsoDay> =>
    typed === null ? writtenEntry(reader, usual) : typedEntry(reader, typed);
  const from = entryOf(shownBy.from, isoDay(`${today.slice(0, 8)}01`));
  const to = entryOf(shownBy.to, today);
  const branch = shownBy.branch ?? place.branchId;
  const name = shownBy.report;
  const isBackwards = from.value !== null && to.value !== null && to.value < from.value;
  const fromDay = from.value;
  const toDay = isBackwards ? null : to.value;
  const branchId = branch === allBranches ? null : branch;
  const period = useMemo(
    () => (fromDay === null || toDay === null ? null : { from: fromDay, to: toDay, branchId }),
    [fromDay, toDay, branchId],
  );
  const branches = useRows('report/branches', (rows) =>
    rows.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  const key = `report/${name}/${JSON.stringify(period)}`;
  const found = useRead(
    key,
    async (rows) => ({ key, report: period ? await reports[name].read(rows, period) : null }),
    reports[name].reads,
    { weightOf: ({ report }) => report?.weight ?? 0, throttleMs: 1_000 },
  );
  // What was read before stays until the next is there: it is another report.
  const read = found?.key === key ? found.report : null;
  const table = useMemo(() => (read ? read.table(today, t) : null), [read, today, t]);
  const download = (): void => {
    if (table && period) downloadCsv(`${name}-${period.from}-${period.to}`, table.head, table.csv);
  };
  const lastMonth = (): void => {
    const end = addDays(isoDay(`${today.slice(0, 8)}01`), -1);
    show({ from: reader.write(isoDay(`${end.slice(0, 8)}01`)), to: reader.write(end) });
  };
  const thisYear = (): void => {
    show({ from: reader.write(isoDay(`${today.slice(0, 4)}-01-01`)), to: null });
  };
  useHotkeys({
    Escape: () => void navigate({ to: '/' }),
    e: download,
    m: lastMonth,
    y: thisYear,
  });
  useKeyLine({
    keys: [
      ['E', 'CSV'],
      ['M', t('reports.lastMonth')],
      ['Y', t('reports.thisYear')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });

  return (
    <div className={styles['reports']}>
      <div className={styles['head']}>
        <h1>{t('places.reports')}</h1>
        <div className={styles['branch']}>
          <Select
            label={t('reports.branch')}
            value={branch}
            onChange={(next) => show({ branch: next })}
            options={[
              ...(branches ?? []).map(({ id, name: label }) => ({ value: id, label })),
              { value: allBranches, label: t('reports.allBranches') },
            ]}
          />
        </div>
        <div className={styles['day']}>
          <DayField
            label={t('reports.from')}
            entry={from}
            onChange={({ text }) => show({ from: text })}
            today={today}
            kind="rental"
          />
        </div>
        <div className={styles['day']}>
          <DayField
            label={t('reports.to')}
            entry={to}
            onChange={({ text }) => show({ to: text })}
            today={today}
            kind="rental"
            error={isBackwards ? t('ui.periodBackwards') : undefined}
          />
        </div>
        <Button hotkey="E" onPress={download}>
          CSV
        </Button>
      </div>
      <SavedViews list="reports" schema={reportSearch} search={shownBy} onShow={show} />
      <Tabs
        label={t('places.reports')}
        selected={name}
        onSelect={(report) => show({ report })}
        tabs={reportNames.map((one) => ({
          name: one,
          title: t(`reports.${one}`),
          content:
            table === null || one !== name ? null : (
              <>
                <div className={styles['big']}>
                  {table.big.map(({ title, value }) => (
                    <div key={title}>
                      <strong>{value}</strong>
                      <span>{title}</span>
                    </div>
                  ))}
                </div>
                {table.chart && table.chart.bars.length > 0 ? (
                  <BarChart
                    label={t(`reports.${one}`)}
                    bars={table.chart.bars}
                    {...(table.chart.most === undefined ? {} : { most: table.chart.most })}
                  />
                ) : null}
                {table.rows.length === 0 ? (
                  <EmptyState title={t('reports.nothing')} />
                ) : (
                  <FigureTable
                    head={table.head}
                    rows={table.rows}
                    {...(table.foot ? { foot: table.foot } : {})}
                    words={table.words ?? 1}
                  />
                )}
                <p className={styles['note']}>{t('reports.reach')}</p>
              </>
            ),
        }))}
      />
    </div>
  );
}
