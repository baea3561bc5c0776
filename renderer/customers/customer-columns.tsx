import type { TFunction } from 'i18next';
import { listName } from '#shared/parties/party-name.ts';
import { partyOf } from '../app/counter/party-of.ts';
import { readablePhone } from '../ui/readable-phone.ts';
import type { Column } from '../ui/table/column.ts';
import type { CustomerListRow } from './customer-queries.ts';

const nameOf = (row: CustomerListRow): string => listName(partyOf(row));
const streetOf = (row: CustomerListRow): string => `${row.street} ${row.building_number}`.trim();
const townOf = (row: CustomerListRow): string =>
  [row.country === 'CH' ? '' : row.country, row.postal_code, row.town].filter(Boolean).join(' ');

/** The columns of the list, and of its file. */
export function customerColumns(t: TFunction): readonly Column<CustomerListRow>[] {
  const text = (
    key: string,
    title: string,
    width: string,
    of: (row: CustomerListRow) => string,
  ): Column<CustomerListRow> => ({ key, title, width, renderCell: of, sortBy: of, csv: of });
  return [
    {
      ...text('name', t('customers.name'), 'minmax(180px, 1.6fr)', nameOf),
      renderCell: (row) => <strong>{nameOf(row) || t('customers.erased')}</strong>,
    },
    text('street', t('ui.street'), 'minmax(140px, 1.4fr)', streetOf),
    text('town', t('ui.town'), 'minmax(140px, 1.2fr)', townOf),
    text('phone', t('customers.phone'), '150px', (row) => readablePhone(row.phone)),
    text('email', t('customers.email'), 'minmax(160px, 1.9fr)', (row) => row.email),
  ];
}
