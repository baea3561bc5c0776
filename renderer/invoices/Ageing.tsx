import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ageingBuckets, ageingOn } from '#shared/invoices/ageing.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { rappen } from '#shared/money/rappen.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { invoiceList, openOf } from './invoice-queries.ts';
import styles from './invoices.module.css';

/** What is open, by how long it has been due. */
export function Ageing({ branchId, today }: { readonly branchId: string | null; readonly today: IsoDay }) {
  const { t } = useTranslation();
  const open = useRows(`invoices/ageing/${branchId}/${today}`, (rows) =>
    invoiceList(rows, { state: 'open', branchId, text: '', today }).clearLimit(),
  );
  const ages = useMemo(
    () =>
      ageingOn(
        (open ?? []).map((row) => ({ dueOn: row.due_on, open: rappen(openOf(row)), currency: row.currency })),
        today,
      ).CHF,
    [open, today],
  );
  return (
    <dl className={styles['ageing']} data-loaded={open !== undefined}>
      <div>
        <dt>{t('invoices.ageing.total')}</dt>
        <dd>{formatMoney(ages.total)}</dd>
      </div>
      {ageingBuckets.map((bucket) => (
        <div key={bucket} data-bucket={bucket} data-some={ages[bucket] > 0}>
          <dt>{t(`invoices.ageing.${bucket}`)}</dt>
          <dd>{formatAmount(ages[bucket])}</dd>
        </div>
      ))}
    </dl>
  );
}
