import type { TFunction } from 'i18next';
import type { IsoDay } from '#shared/time/instant.ts';
import type { Rows } from '../app/counter/counter.ts';
import type { ReportName } from './report-names.ts';
import {
  type BilledRows,
  type ReportPeriod,
  readBilled,
  readOpenItems,
  readPayments,
  readUtilisation,
} from './read-report.ts';
import {
  type ReportTable,
  openItemsTable,
  paymentsTable,
  revenueTable,
  utilisationTable,
  vatTable,
} from './report-tables.ts';

/** A report of which the rows are there. */
export interface ReadReport {
  /** How many rows it was made of. */
  readonly weight: number;
  readonly table: (today: IsoDay, t: TFunction) => ReportTable;
}

interface ReportKind {
  /** The tables of the replica behind it. */
  readonly reads: readonly string[];
  /** Each reads what it shows and no more: together they are ten thousand rows. */
  readonly read: (rows: Rows, period: ReportPeriod) => Promise<ReadReport>;
}

const billed = ['branches', 'invoices', 'invoice_lines'];
const weightOf = ({ invoices }: BilledRows): number =>
  invoices.reduce((sum, { lines }) => sum + 1 + lines.length, 0);

export const reports: Readonly<Record<ReportName, ReportKind>> = {
  utilisation: {
    reads: ['vehicles', 'vehicle_categories', 'vehicle_holds', 'contracts', 'amendments'],
    read: async (rows, period) => {
      const found = await readUtilisation(rows, period);
      return {
        weight: found.fleet.length + found.rentals.length + found.holds.length,
        table: (today, t) => utilisationTable(found, period, today, t),
      };
    },
  },
  revenue: {
    reads: billed,
    read: async (rows, period) => {
      const found = await readBilled(rows, period);
      return { weight: weightOf(found), table: (_, t) => revenueTable(found, t) };
    },
  },
  openItems: {
    reads: ['invoices', 'payments'],
    read: async (rows, period) => {
      const found = await readOpenItems(rows, period);
      return { weight: found.length, table: (today, t) => openItemsTable(found, today, t) };
    },
  },
  vat: {
    reads: billed,
    read: async (rows, period) => {
      const found = await readBilled(rows, period);
      return { weight: weightOf(found), table: (_, t) => vatTable(found, t) };
    },
  },
  payments: {
    reads: ['payments'],
    read: async (rows, period) => {
      const found = await readPayments(rows, period);
      return { weight: found.length, table: (_, t) => paymentsTable(found, t) };
    },
  },
};
