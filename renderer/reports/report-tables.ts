import type { TFunction } from 'i18next';
import { ageingBuckets, ageingBucketOf, ageingOn } from '#shared/invoices/ageing.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { type Rappen, add, times, zero } from '#shared/money/rappen.ts';
import { formatShare } from '#shared/reports/format-share.ts';
import { revenueOf, vatReport } from '#shared/reports/revenue.ts';
import { type Utilisation, utilisation } from '#shared/reports/utilisation.ts';
import { formatDay } from '#shared/time/format-time.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import type { Bar } from '../ui/chart/BarChart.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import { type CsvCell, csvMoney } from '../ui/table/to-csv.ts';
import type { BilledRows, OpenItem, PaymentRow, ReportPeriod, UtilisationRows } from './read-report.ts';

/** A report as the screen and the file show it. */
export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly foot?: readonly string[];
  /** How many columns, from the first, are words: 1 where nothing is said. */
  readonly words?: number;
  readonly csv: readonly (readonly CsvCell[])[];
  readonly chart?: { readonly bars: readonly Bar[]; readonly most?: number };
  /** The one or two figures that one looks for first. */
  readonly big: readonly { readonly title: string; readonly value: string }[];
}

export function utilisationTable(
  rows: UtilisationRows,
  period: ReportPeriod,
  today: IsoDay,
  t: TFunction,
): ReportTable {
  // Days that have not begun say nothing about how full the fleet was.
  const to = period.to > today ? today : period.to;
  const found: Utilisation = utilisation(rows.fleet, rows.rentals, rows.holds, { from: period.from, to });
  const order = [...rows.categories.keys()];
  const categories = found.categories.toSorted(
    (one, other) => order.indexOf(one.categoryId) - order.indexOf(other.categoryId),
  );
  const cells = categories.map(({ categoryId, vehicles, rented, held, possible }) => ({
    name: rows.categories.get(categoryId) ?? '',
    figures: [vehicles, rented, held, possible] as const,
    share: formatShare(rented, possible),
    // To count with: a hundredth of a percent is kept.
    exact: possible === 0 ? null : Math.round((rented / possible) * 10_000) / 100,
  }));
  return {
    head: [
      t('reports.category'),
      t('reports.vehicles'),
      t('reports.rentedDays'),
      t('reports.heldDays'),
      t('reports.possibleDays'),
      t('reports.share'),
    ],
    rows: cells.map(({ name, figures, share }) => [name, ...figures.map(formatKilometres), share]),
    csv: cells.map(({ name, figures, exact }) => [name, ...figures, exact === null ? null : `${exact} %`]),
    chart: {
      most: found.vehicles,
      bars: found.days.map(({ day, rented, held }) => ({
        key: day,
        label: formatDay(day).slice(0, 6),
        value: rented,
        second: held,
        text: t('reports.dayText', { day: formatDay(day), rented, held, all: found.vehicles }),
      })),
    },
    big: [
      { title: t('reports.utilisation'), value: formatShare(found.rented, found.possible) },
      { title: t('reports.vehicles'), value: String(found.vehicles) },
    ],
  };
}

export function revenueTable({ invoices, branches }: BilledRows, t: TFunction): ReportTable {
  const revenue = revenueOf(invoices);
  const parts: readonly (readonly [string, Rappen])[] = [
    // One branch alone would only say the total once more.
    ...(revenue.branches.length > 1 ? revenue.branches : []).map(
      ({ branchId, total }) => [`${t('reports.branch')} ${branches.get(branchId) ?? ''}`, total] as const,
    ),
    ...revenue.kinds.map(({ kind, total }) => [t(`reports.kinds.${kindOf(kind)}`), total] as const),
  ];
  return {
    head: [t('reports.part'), 'CHF'],
    rows: parts.map(([name, total]) => [name, formatAmount(total)]),
    foot: [t('reports.total'), formatAmount(revenue.total)],
    csv: [
      ...revenue.months.map(({ month, total }) => [month, csvMoney(total)]),
      ...parts.map(([name, total]) => [name, csvMoney(total)]),
    ],
    chart: {
      bars: revenue.months.map(({ month, total }) => ({
        key: month,
        label: `${month.slice(5)}.${month.slice(2, 4)}`,
        value: total,
        text: `${month.slice(5)}.${month.slice(0, 4)}: ${formatAmount(total)}`,
      })),
    },
    big: [{ title: t('reports.revenue'), value: `CHF ${formatAmount(revenue.total)}` }],
  };
}

const lineKinds = ['rental', 'kilometres', 'protection', 'extra', 'fee', 'discount', 'damage'] as const;
const kindOf = (kind: string) => lineKinds.find((known) => known === kind) ?? 'fee';

export function openItemsTable(openItems: readonly OpenItem[], today: IsoDay, t: TFunction): ReportTable {
  const ages = ageingOn(openItems, today);
  const oldestFirst = openItems.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const cells = oldestFirst.map((item) => ({
    texts: [item.number, item.customer, formatDay(item.dueOn)] as const,
    age: t(`reports.ages.${ageingBucketOf(item.dueOn, today)}`),
    open: item.open,
    currency: item.currency,
  }));
  return {
    head: [t('reports.number'), t('reports.customer'), t('reports.due'), t('reports.age'), t('reports.open')],
    rows: cells.map(({ texts, age, open, currency }) => [...texts, age, `${currency} ${formatAmount(open)}`]),
    words: 4,
    foot: [t('reports.total'), '', '', '', `CHF ${formatAmount(ages.CHF.total)}`],
    csv: cells.map(({ texts, age, open, currency }) => [...texts, age, csvMoney(open), currency]),
    chart: {
      bars: ageingBuckets.map((bucket) => ({
        key: bucket,
        label: t(`reports.ages.${bucket}`),
        value: ages.CHF[bucket],
        text: `${t(`reports.ages.${bucket}`)}: ${formatAmount(ages.CHF[bucket])}`,
      })),
    },
    big: [
      { title: t('reports.open'), value: `CHF ${formatAmount(ages.CHF.total)}` },
      { title: t('reports.bills'), value: String(openItems.length) },
    ],
  };
}

export function vatTable({ invoices }: BilledRows, t: TFunction): ReportTable {
  const report = vatReport(invoices);
  const vat = add(zero, ...report.rates.map((rate) => rate.vat));
  const percent = (rate: number): string => `${(rate / 100).toString()} %`;
  return {
    head: [t('reports.rate'), t('reports.gross'), t('reports.net'), t('reports.vatAmount')],
    rows: [
      ...report.rates.map((rate) => [
        percent(rate.rate),
        formatAmount(rate.gross),
        formatAmount(rate.net),
        formatAmount(rate.vat),
      ]),
      [t('reports.outside'), formatAmount(report.outside), formatAmount(report.outside), formatAmount(zero)],
    ],
    foot: [
      t('reports.total'),
      formatAmount(report.total),
      formatAmount(add(report.total, times(vat, -1))),
      formatAmount(vat),
    ],
    csv: [
      ...report.rates.map((rate) => [
        percent(rate.rate),
        csvMoney(rate.gross),
        csvMoney(rate.net),
        csvMoney(rate.vat),
      ]),
      [t('reports.outside'), csvMoney(report.outside), csvMoney(report.outside), csvMoney(zero)],
    ],
    big: [{ title: t('reports.vatAmount'), value: `CHF ${formatAmount(vat)}` }],
  };
}

export function paymentsTable(payments: readonly PaymentRow[], t: TFunction): ReportTable {
  const methods = ['cash', 'card', 'twint', 'bank'] as const;
  const sums = methods.map((method) => {
    const own = payments.filter((payment) => payment.method === method);
    const of = (kind: string): Rappen =>
      add(zero, ...own.filter((payment) => payment.kind === kind).map(({ amount }) => amount));
    return { method, count: own.length, taken: of('payment'), given: of('refund') };
  });
  const total = (key: 'taken' | 'given'): Rappen => add(zero, ...sums.map((sum) => sum[key]));
  const net = add(total('taken'), times(total('given'), -1));
  return {
    head: [
      t('reports.method'),
      t('reports.count'),
      t('reports.taken'),
      t('reports.given'),
      t('reports.balance'),
    ],
    rows: sums.map(({ method, count, taken, given }) => [
      t(`reports.methods.${method}`),
      String(count),
      formatAmount(taken),
      formatAmount(given),
      formatAmount(add(taken, times(given, -1))),
    ]),
    foot: [
      t('reports.total'),
      String(payments.length),
      formatAmount(total('taken')),
      formatAmount(total('given')),
      formatAmount(net),
    ],
    csv: sums.map(({ method, count, taken, given }) => [
      t(`reports.methods.${method}`),
      count,
      csvMoney(taken),
      csvMoney(given),
    ]),
    big: [{ title: t('reports.balance'), value: `CHF ${formatAmount(net)}` }],
  };
}
