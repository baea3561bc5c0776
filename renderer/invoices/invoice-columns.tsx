import type { TFunction } from 'i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { rappen, subtract, zero } from '#shared/money/rappen.ts';
import { formatDay } from '#shared/time/format-time.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import type { Column } from '../ui/table/column.ts';
import { csvMoney } from '../ui/table/to-csv.ts';
import { type InvoiceListRow, openOf, stateOf } from './invoice-queries.ts';
import styles from './invoices.module.css';

/** How bills are listed and exported. */
export function invoiceColumns(t: TFunction, today: IsoDay): readonly Column<InvoiceListRow>[] {
  const stateText = (row: InvoiceListRow): string => {
    const state = stateOf(row, today);
    return state === 'overdue' && row.step !== null
      ? t('invoices.states.reminded', { step: row.step })
      : t(`invoices.states.${state}`);
  };
  return [
    {
      key: 'number',
      title: t('invoices.columns.number'),
      width: '150px',
      renderCell: ({ number }) => number,
      sortBy: ({ number }) => number,
      csv: ({ number }) => number,
    },
    {
      key: 'issuedOn',
      title: t('invoices.columns.issuedOn'),
      width: '100px',
      renderCell: ({ issued_on: day }) => formatDay(day),
      sortBy: ({ issued_on: day }) => day,
      csv: ({ issued_on: day }) => formatDay(day),
    },
    {
      key: 'customer',
      title: t('invoices.columns.customer'),
      width: 'minmax(160px, 2fr)',
      renderCell: ({ name }) => name,
      sortBy: ({ name }) => name,
      csv: ({ name }) => name,
    },
    {
      key: 'dueOn',
      title: t('invoices.columns.dueOn'),
      width: '110px',
      renderCell: ({ kind, due_on: day }) => (kind === 'invoice' ? formatDay(day) : ''),
      sortBy: ({ due_on: day }) => day,
      csv: ({ kind, due_on: day }) => (kind === 'invoice' ? formatDay(day) : ''),
    },
    {
      key: 'state',
      title: t('invoices.columns.state'),
      width: 'minmax(120px, 1fr)',
      renderCell: (row) => (
        <span className={styles['state']} data-state={stateOf(row, today)}>
          {stateText(row)}
        </span>
      ),
      sortBy: stateText,
      csv: stateText,
    },
    {
      key: 'total',
      title: t('invoices.columns.total'),
      width: '110px',
      align: 'right',
      renderCell: (row) => formatAmount(signedTotal(row)),
      sortBy: signedTotal,
      csv: (row) => csvMoney(signedTotal(row)),
    },
    {
      key: 'open',
      title: t('invoices.columns.open'),
      width: '110px',
      align: 'right',
      renderCell: (row) => (openOf(row) > 0 ? formatAmount(rappen(openOf(row))) : ''),
      sortBy: openOf,
      csv: (row) => csvMoney(rappen(openOf(row))),
    },
  ];
}

/** A credit note counts against what was billed. */
const signedTotal = ({ kind, total }: InvoiceListRow) => (kind === 'invoice' ? total : subtract(zero, total));
